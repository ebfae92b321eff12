/** What keys do, in groups: keys, what the presenter's window does, what the slides' window does. */
export function keyTable(): [group: string, keys: [keys: string, does: string][]][] {
  return [
    [
      'Going through the talk',
      [
        ['→ Space PgDn N', 'next step or slide'],
        ['← PgUp P', 'back'],
        ['Home End', 'first, last slide'],
        ['12 Enter', 'slide 12'],
        ['G', 'list of slides'],
      ],
    ],
    [
      'What the audience sees',
      [
        ['B .', 'black, and back'],
        ['Z', 'freeze: go on alone, and back'],
        ['L', 'pointer'],
        ['D', 'draw'],
        ['U C', 'undo, clear the drawing'],
      ],
    ],
    [
      'Your time',
      [
        ['T', 'start or stop the timer'],
        ['R', 'timer to 0:00'],
      ],
    ],
    [
      'These windows',
      [
        ['S', 'presenter view'],
        ['F F5', 'slides on the full screen'],
        ['Esc O', 'all slides, in the slides’ window'],
        ['+ −', 'size of the notes'],
        ['Ctrl Shift F', 'search, in the slides’ window'],
        ['?', 'these keys'],
      ],
    ],
  ];
}
