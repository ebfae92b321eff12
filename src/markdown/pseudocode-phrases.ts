import { nearestName } from '../model/did-you-mean.ts';
import {
  KEYWORDS,
  KNOWN,
  LINES,
  REFERENCES,
  SILENT,
  SPACES,
  STATEMENTS,
  STYLES,
  WRAPPERS,
} from './pseudocode-commands.ts';

/** A part of a line. */
export type Phrase =
  | { type: 'text' | 'keyword' | 'name' | 'code'; value: string; offset: number }
  | { type: 'math'; value: string; offset: number; end: number }
  | { type: 'strong' | 'emphasis' | 'comment'; children: Phrase[]; offset: number };

/** A problem, at UTF-16 offsets. */
export interface PseudocodeFault {
  reason: string;
  offset: number;
  length: number;
}

/** Where reading is in a text. */
export interface TextReading {
  source: string;
  at: number;
  /** How many braces are open. */
  depth: number;
  faults: PseudocodeFault[];
}

/** Deeper than any algorithm is, and shallow enough to end soon. */
const DEEPEST = 24;
/** Keeps what is wrong at a place. */
export function fault({ faults }: TextReading, reason: string, offset: number, length = 1): void {
  faults.push({ reason, offset, length });
}

/** Skips blanks and comments; false at the end. */
export function skipBlank(reading: TextReading): boolean {
  const blank = /\s*(?:%[^\n]*\n\s*)*(?:%[^\n]*$)?/y;
  blank.lastIndex = reading.at;
  reading.at += blank.exec(reading.source)?.[0].length ?? 0;
  return reading.at < reading.source.length;
}

/** Takes a command's name at this place, without its backslash. */
export function commandAt({ source, at }: TextReading): string | undefined {
  const command = /\\([A-Za-z]+)/y;
  command.lastIndex = at;
  return command.exec(source)?.[1];
}

/** Reads the content of braces after a command. */
export function braced(reading: TextReading, written: string): Phrase[] | undefined {
  const start = reading.at;
  if (!skipBlank(reading) || reading.source.charAt(reading.at) !== '{') {
    reading.at = start;
    fault(reading, `Expected “{…}” after “${written}”`, Math.max(0, start - written.length), written.length);
    return undefined;
  }
  reading.at += 1;
  return readPhrases(reading, 'brace');
}

/** Reads to the end of a line, which is the next command that begins one, or to the brace that closes. A statement may be `\Return x`. */
export function readPhrases(reading: TextReading, until: 'line' | 'statement' | 'brace'): Phrase[] {
  const phrases: Phrase[] = [];
  const start = reading.at;
  if (reading.depth >= DEEPEST) {
    fault(reading, 'Braces are nested too deeply', start);
    reading.at = reading.source.length;
    return phrases;
  }
  reading.depth += 1;
  while (reading.at < reading.source.length) {
    const character = reading.source.charAt(reading.at);
    const name = character === '\\' ? commandAt(reading)?.toLowerCase() : undefined;
    const isNewLine = name !== undefined && until !== 'brace' && beginsLine(name);
    if (
      isNewLine ||
      (until === 'line' && STATEMENTS.has(name ?? '')) ||
      (until === 'statement' && isSecond(name, phrases))
    )
      break;
    if (character === '}') {
      reading.at += 1;
      if (until === 'brace') break;
      fault(reading, 'Unexpected “}”: no “{” is open that it could close', reading.at - 1);
    } else if (character === '{') {
      reading.at += 1;
      phrases.push(...readPhrases(reading, 'brace'));
    } else if (character === '$') phrases.push(...readMath(reading));
    else if (name !== undefined) phrases.push(...readCommand(reading, name));
    else phrases.push(...readText(reading));
  }
  reading.depth -= 1;
  if (until === 'brace' && reading.source.charAt(reading.at - 1) !== '}')
    fault(reading, 'Expected “}” for the “{” here', Math.max(0, start - 1));
  return phrases;
}

function beginsLine(name: string): boolean {
  return LINES.has(name) || WRAPPERS.has(name) || name === 'caption' || name === 'label';
}

/** `\Return x` behind another statement has a line of its own. */
function isSecond(name: string | undefined, before: readonly Phrase[]): boolean {
  if (name === undefined || !STATEMENTS.has(name)) return false;
  return before.some((phrase) => phrase.type !== 'text' || phrase.value.trim() !== '');
}

function readMath(reading: TextReading): Phrase[] {
  const { source, at } = reading;
  const formula = /\$((?:[^$\\]|\\[^])*)\$/y;
  formula.lastIndex = at;
  const [whole, value = ''] = formula.exec(source) ?? [];
  if (whole === undefined) {
    reading.at = source.length;
    fault(reading, 'Expected “$” after the formula that begins here', at);
    return [];
  }
  reading.at += whole.length;
  return value.trim() === '' ? [] : [{ type: 'math', value, offset: at, end: reading.at }];
}

/** Text up to the next sign; line ends are blanks. */
function readText(reading: TextReading): Phrase[] {
  const { source, at } = reading;
  const text = /%[^\n]*\n?|\\[^A-Za-z]|\\$|[^\\{}$%]+/y;
  text.lastIndex = at;
  const [written = source.charAt(at)] = text.exec(source) ?? [];
  reading.at += written.length;
  if (written.startsWith('%')) return [];
  if (!written.startsWith('\\'))
    return [{ type: 'text', value: written.replaceAll('~', '\u00a0').replaceAll(/\s+/g, ' '), offset: at }];
  const sign = written.slice(1);
  return [{ type: 'text', value: /^[\s\\,;:!]$/.test(sign) ? ' ' : sign, offset: at }];
}

function readCommand(reading: TextReading, name: string): Phrase[] {
  const offset = reading.at;
  const written = `\\${commandAt(reading) ?? ''}`;
  reading.at += written.length;
  const keyword = KEYWORDS.get(name);
  if (keyword !== undefined) {
    // LaTeX takes the blanks behind a command away; a sign that ends a sentence had none.
    const blank: Phrase[] = /[\s\\${\w]/.test(reading.source.charAt(reading.at))
      ? [{ type: 'text', value: ' ', offset }]
      : [];
    return [{ type: 'text', value: ' ', offset }, { type: 'keyword', value: keyword, offset }, ...blank];
  }
  const style = STYLES.get(name);
  if (style !== undefined) return styled(braced(reading, written) ?? [], style, offset);
  if (name === 'comment') return [{ type: 'comment', children: braced(reading, written) ?? [], offset }];
  if (name === 'call') {
    const called = textOf(braced(reading, written) ?? []);
    const given = braced(reading, written) ?? [];
    return [
      { type: 'name', value: called, offset },
      { type: 'text', value: '(', offset },
      ...given,
      { type: 'text', value: ')', offset },
    ];
  }
  if (SPACES.has(name)) return [{ type: 'text', value: ' ', offset }];
  if (SILENT.has(name)) return [];
  if (REFERENCES.has(name)) {
    const label = textOf(braced(reading, written) ?? []);
    return [{ type: 'text', value: `${written}{${label}}`, offset }];
  }
  const near = nearestName(name, KNOWN);
  const advice = near ? `did you mean “\\${near}”?` : 'expected a command of algpseudocode, or $…$ around a formula';
  fault(reading, `Unexpected “${written}” in pseudocode; ${advice}`, offset, written.length);
  return [];
}

function styled(children: Phrase[], style: 'strong' | 'emphasis' | 'code' | 'name' | 'text', offset: number): Phrase[] {
  if (style === 'text') return children;
  if (style === 'strong' || style === 'emphasis') return [{ type: style, children, offset }];
  return [{ type: style, value: textOf(children), offset }];
}

/** Returns the text of phrases, without their styles. */
export function textOf(phrases: readonly Phrase[]): string {
  return phrases
    .map((phrase) => ('children' in phrase ? textOf(phrase.children) : phrase.value))
    .join('')
    .trim();
}
