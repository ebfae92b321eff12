import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Pieces that mean something somewhere in a deck, to Lectern or to a library that it uses. */
const TOKENS = JSON.parse(readFileSync(path.join(import.meta.dirname, 'tokens.json'), 'utf8')) as string[];
const root = path.join(import.meta.dirname, '../..');

/** A deck longer than this is cut, in characters. */
const LONGEST = 20_000;

/** Returns random numbers from 0 to 1 that a seed decides (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

let corpus: string[] | undefined;

/** Reads every deck of the project, and every example of its documentation. */
function readCorpus(): string[] {
  const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
  const decks = globSync(['slides/*.md', 'test/fixtures/{compile,check,paginate}/**/*.md'], { cwd: root }).toSorted();
  const examples = [...read('docs/language.md').matchAll(/^(`{3,})markdown\n(.*?)^\1$/gms)].map(
    ([, , text]) => text ?? '',
  );
  return [...decks.map(read), ...examples];
}

/** Returns the mutated deck of a seed: always the same one. */
export function mutatedDeck(seed: number): string {
  corpus ??= readCorpus();
  const decks = corpus;
  const random = randomOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const from = <T>(all: readonly T[], otherwise: T): T => all[below(all.length)] ?? otherwise;
  const passage = (text: string): [number, number] => {
    const start = below(text.length + 1);
    return [start, Math.min(text.length, start + below(Math.max(2, text.length / 6)))];
  };
  const mutations: ((text: string) => string)[] = [
    (text) => insert(text, below(text.length + 1), from(TOKENS, '')),
    (text) => insert(text, below(text.length + 1), from(TOKENS, '').repeat(2 + below(100))),
    (text) => insert(text, startOfLine(text, below(text.length + 1)), from(TOKENS, '')),
    (text) => {
      const [start, end] = passage(text);
      return text.slice(0, start) + text.slice(end);
    },
    (text) => {
      const [start, end] = passage(text);
      return insert(text, below(text.length + 1), text.slice(start, end));
    },
    (text) => {
      const other = from(decks, '');
      const [start, end] = passage(other);
      return insert(text, startOfLine(text, below(text.length + 1)), other.slice(start, end));
    },
    (text) => {
      const lines = text.split('\n');
      const [one, other] = [below(lines.length), below(lines.length)];
      [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
      return lines.join('\n');
    },
    (text) => {
      const at = below(text.length + 1);
      return text.slice(0, at) + String.fromCharCode(below(random() < 0.9 ? 128 : 65_536)) + text.slice(at + 1);
    },
    (text) => text.slice(0, below(text.length + 1)),
  ];
  let text = from(decks, '');
  // Most decks of the project are long, and what goes wrong goes wrong in a few lines.
  if (random() < 0.5) text = text.slice(...passage(text));
  for (let count = 1 + below(12); count > 0; count -= 1) text = from(mutations, (same) => same)(text);
  return text.slice(0, LONGEST);
}

function insert(text: string, at: number, token: string): string {
  return text.slice(0, at) + token + text.slice(at);
}

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
