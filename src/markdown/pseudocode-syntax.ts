import { ENVIRONMENTS, LINES, WRAPPERS, type Command } from './pseudocode-commands.ts';
import {
  braced,
  commandAt,
  fault,
  readPhrases,
  skipBlank,
  textOf,
  type Phrase,
  type PseudocodeFault,
  type TextReading,
} from './pseudocode-phrases.ts';

export interface PseudocodeLine {
  /** How many blocks it is in. */
  level: number;
  /** It counts: statements do, what an algorithm requires does not. */
  counted: boolean;
  phrases: Phrase[];
  comment: Phrase[];
}

export interface Pseudocode {
  caption: Phrase[];
  label: string | undefined;
  lines: PseudocodeLine[];
  faults: PseudocodeFault[];
}

interface Block {
  name: string;
  written: string;
  offset: number;
  ends: readonly string[];
}

/** Where reading is. */
interface Reading extends Pseudocode, TextReading {
  open: Block[];
  noend: boolean;
}

/** Reads the LaTeX of an algorithm as the packages algorithmic and algpseudocode have it. @param noend - leave out “end if” and the like. */
export function parsePseudocode(source: string, { noend }: { noend: boolean }): Pseudocode {
  const nothing: Pseudocode = { caption: [], label: undefined, lines: [], faults: [] };
  const reading: Reading = { ...nothing, source, at: 0, open: [], noend, depth: 0 };
  while (skipBlank(reading)) readLine(reading);
  for (const { written, offset, ends } of reading.open) {
    const end = LINES.get(ends.at(-1) ?? '')?.name ?? '';
    fault(reading, `Expected “\\${end}” for the “${written}” that begins here`, offset, written.length);
  }
  const { caption, label, lines, faults } = reading;
  return { caption, label, lines, faults };
}

function readLine(reading: Reading): void {
  const written = commandAt(reading);
  const name = written?.toLowerCase() ?? '';
  const start = reading.at;
  const command = LINES.get(name);
  if (command) {
    reading.at += name.length + 1;
    addLine(reading, command, { name, written: `\\${written}`, offset: start });
  } else if (name === 'caption' || name === 'label' || WRAPPERS.has(name)) readHead(reading, name);
  else {
    // Text without a command is a statement, and so is \Return alone.
    const line = newLine(reading, true);
    line.phrases.push(...readPhrases(reading, 'statement'));
    settleComment(line);
    if (reading.at === start) reading.at += 1;
    if (line.phrases.length === 0 && line.comment.length === 0) reading.lines.pop();
  }
}

/** `\caption{…}`, `\label{…}`, `\begin{algorithm}[…]` and the like. */
function readHead(reading: Reading, name: string): void {
  const start = reading.at;
  reading.at += name.length + 1;
  if (name === 'caption') {
    reading.caption = braced(reading, '\\caption') ?? [];
    return;
  }
  const found = /\s*\{([^{}\n]*)\}(?:\[[^\]\n]*\])?/y;
  found.lastIndex = reading.at;
  const [whole = '', value = ''] = found.exec(reading.source) ?? [];
  reading.at += whole.length;
  if (name === 'label') reading.label = value.trim();
  else if (!ENVIRONMENTS.test(value)) {
    const reason = `Unexpected “\\${name}{${value}}” in pseudocode, expected commands such as \\State, \\If and \\For`;
    fault(reading, reason, start, name.length + 1);
  }
}

function newLine(reading: Reading, counted: boolean): PseudocodeLine {
  const line: PseudocodeLine = { level: reading.open.length, counted, phrases: [], comment: [] };
  reading.lines.push(line);
  return line;
}

function addLine(reading: Reading, command: Command, at: Omit<Block, 'ends'>): void {
  if (command.closes) close(reading, at);
  const isLeftOut = command.end && reading.noend;
  const line = newLine(reading, !command.uncounted);
  for (const word of command.words.split(/([ ()])/).filter(Boolean)) line.phrases.push(...wordOf(reading, word, at));
  if (command.words) line.phrases.push({ type: 'text', value: ' ', offset: reading.at });
  if (command.opens) reading.open.push({ ...at, ends: command.opens });
  line.phrases.push(...readPhrases(reading, command.name === 'State' ? 'statement' : 'line'));
  settleComment(line);
  if (isLeftOut && line.comment.length === 0) reading.lines.pop();
}

function wordOf(reading: Reading, word: string, { written, offset }: Pick<Block, 'written' | 'offset'>): Phrase[] {
  if (word === '#1' || word === '#2') return braced(reading, written) ?? [];
  if (word === '#name') {
    const name = textOf(braced(reading, written) ?? []);
    return [{ type: 'name', value: name, offset }];
  }
  return [{ type: /^[ ()]+$/.test(word) ? 'text' : 'keyword', value: word, offset }];
}

function close(reading: Reading, { name, written, offset }: Omit<Block, 'ends'>): void {
  const last = reading.open.at(-1);
  if (last?.ends.includes(name)) {
    reading.open.pop();
    return;
  }
  const from = reading.open.findLastIndex(({ ends }) => ends.includes(name));
  const expected = last && LINES.get(last.ends.at(-1) ?? '')?.name;
  const reason = last
    ? `Unexpected “${written}”, expected “\\${expected}” for the “${last.written}” before it`
    : `Unexpected “${written}”: no block is open that it could close`;
  fault(reading, reason, offset, written.length);
  if (from !== -1) reading.open.length = from;
}

/** A comment is at the end of its line. */
function settleComment(line: PseudocodeLine): void {
  const all = line.phrases;
  line.phrases = tidied(all.filter(({ type }) => type !== 'comment'));
  line.comment = tidied(all.flatMap((phrase) => (phrase.type === 'comment' ? phrase.children : [])));
}

/** Phrases with one blank between them, and none at either end. */
function tidied(phrases: readonly Phrase[]): Phrase[] {
  const kept: Phrase[] = [];
  for (const phrase of phrases) {
    const last = kept.at(-1);
    const isBlank = !last || (last.type === 'text' && last.value.endsWith(' '));
    if (phrase.type !== 'text') kept.push(phrase);
    else if (!isBlank) kept.push(phrase);
    else if (phrase.value.trimStart()) {
      const value = phrase.value.trimStart();
      kept.push({ ...phrase, value, offset: phrase.offset + phrase.value.length - value.length });
    }
  }
  const last = kept.at(-1);
  if (last?.type !== 'text') return kept;
  const value = last.value.trimEnd();
  return [...kept.slice(0, -1), ...(value ? [{ ...last, value }] : [])];
}
