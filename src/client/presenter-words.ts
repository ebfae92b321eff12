import type { StageWords } from '../model/talk-words.ts';

/** Keys that belong together. */
export type KeyGroup = [group: string, keys: [keys: string, does: string][]];

/** Shows what the audience asks and answers, where a talk is shared. */
export const AUDIENCE_KEY = 'Q';

/** Returns what keys do, in groups, for decks that read from left to right or from right to left. */
export function keyTable(words: StageWords, dir = 'ltr'): KeyGroup[] {
  const [on, back] = dir === 'rtl' ? ['←', '→'] : ['→', '←'];
  return [
    [
      words.keysGo,
      [
        [`${on} Space PgDn N`, words.doNext],
        [`${back} PgUp P`, words.doBack],
        ['Home End', words.doEnds],
        ['12 Enter', words.doNumber],
        ['G', words.doList],
      ],
    ],
    [
      words.tools,
      [
        ['L', words.doPointer],
        ['I', words.doSpotlight],
        ['M', words.doMagnifier],
        ['D', words.doDraw],
        ['H', words.doMarker],
        ['X', words.doColour],
        ['E', words.doEraser],
        ['U C', words.doUndo],
      ],
    ],
    [
      words.keysAudience,
      [
        ['B .', words.doBlack],
        ['Z', words.doFreeze],
        ['K', words.doMedia],
      ],
    ],
    [
      words.keysTime,
      [
        ['T', words.doTimer],
        ['R', words.doReset],
      ],
    ],
    [
      words.keysWindows,
      [
        ['S', words.doPresenter],
        ['F F5', words.doFull],
        ['Esc O', words.doAll],
        ['V', words.doRead],
        ['W', words.doScreens],
        ['+ −', words.doSize],
        ['⇧↓ ⇧↑', words.doNotes],
        ['A', words.doLight],
        ['Ctrl Shift F', words.doSearch],
        ['?', words.doHelp],
      ],
    ],
  ];
}
