import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { AUDIENCE_KEY, keyTable } from '../../src/client/presenter-words.ts';
import { stageAction } from '../../src/client/stage-keys.ts';
import { stageWords } from '../../src/model/talk-words.ts';

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Names of keys as the lists have them, where events have others. */
const NAMES: Record<string, string> = {
  ' ': 'Space',
  Escape: 'Esc',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  '-': '−',
};
const NAMED =
  'Enter Tab Backspace Delete Insert Home End PageUp PageDown Escape F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12';
const ARROWS = 'ArrowRight ArrowLeft ArrowUp ArrowDown';
const CHARACTERS = Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at));
/** Keys that do what others do, or stand beside one on the keyboard: the lists have no room for them. */
const SILENT = new Set(['=', 'Backspace', '↑', '↓']);

/** Names of the keys that `stageAction` knows. */
function keysOfCode(): string[] {
  const pressed = (key: string, shiftKey: boolean): boolean => {
    const event = {
      key,
      shiftKey,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      composedPath: () => [] as EventTarget[],
    };
    return stageAction(event as KeyboardEvent) !== undefined;
  };
  const name = (key: string): string => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const plain = [...CHARACTERS, ...NAMED.split(' '), ...ARROWS.split(' ')];
  const shifted = ['ArrowUp', 'ArrowDown'].map((key) => `Shift+${name(key)}`);
  return [...new Set([...plain.filter((key) => pressed(key, false)).map(name), ...shifted])];
}

async function keysOfHelp(): Promise<string[]> {
  const rows = keyTable(await stageWords('en')).flatMap(([, keys]) => keys.map(([names]) => names));
  return rows.flatMap((keys) =>
    keys === 'Ctrl Shift F' ? ['Ctrl+Shift+F'] : keys.replaceAll('⇧', 'Shift+').split(' '),
  );
}

describe('every key that the windows of a talk know', () => {
  beforeAll(() => {
    // Nothing has the focus.
    vi.stubGlobal('HTMLElement', EventTarget);
    vi.stubGlobal('Element', EventTarget);
    vi.stubGlobal('document', { documentElement: { dir: 'ltr' } });
  });
  afterAll(() => vi.unstubAllGlobals());

  test('is in the list that ? shows', async () => {
    const listed = new Set(await keysOfHelp());
    expect(keysOfCode().filter((key) => !listed.has(key) && !SILENT.has(key))).toEqual([]);
  });

  test('is in docs/present.md and slides/keys.md', async () => {
    const keys = [...new Set([...keysOfCode(), ...(await keysOfHelp()), AUDIENCE_KEY])];
    const [docs, card] = [read('docs/present.md'), read('slides/keys.md')];
    const named = keys.filter((key) => !SILENT.has(key));
    expect(named.filter((key) => !docs.includes(`**${key}**`))).toEqual([]);
    // The card shows a number as its digits.
    expect(named.filter((key) => key !== '12' && !card.includes(`:kbd[${key}]`))).toEqual([]);
  });
});
