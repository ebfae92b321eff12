/** How a run of text looks. */
export interface Look {
  italic?: boolean;
  bold?: boolean;
  smallCaps?: boolean;
  underline?: boolean;
  raised?: 'sup' | 'sub' | 'baseline';
  /** Address that the text leads to. */
  href?: string;
  /** Key of the entry that the text cites. */
  cite?: string;
  /** Text whose letters keep their case. */
  fixedCase?: boolean;
}

/** A piece of formatted text. Punctuation is tidied where two of them meet. */
export interface Run extends Look {
  text: string;
}

/** Returns the letters of runs. */
export function plainRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Gives runs a look; what a run says of itself stays. */
export function withLook(runs: readonly Run[], look: Look): Run[] {
  return Object.keys(look).length === 0 ? [...runs] : runs.map((run) => ({ ...look, ...run }));
}

/** Joins what is not empty. */
export function joinRuns(parts: readonly (readonly Run[])[], delimiter: string): Run[] {
  const joined: Run[] = [];
  for (const part of parts) {
    if (plainRuns(part) === '') continue;
    if (joined.length > 0 && delimiter !== '') joined.push({ text: delimiter });
    for (const run of part) joined.push(run);
  }
  return joined;
}

const CLOSING = /[”’»“‘›]$/;
const ENDS = '.?!';

export interface TidyOptions {
  /** Full stops and commas are inside of closing quotation marks, as in American English. */
  punctuationInQuote: boolean;
}

/** Removes doubled punctuation and blanks where runs meet, and runs that are empty. */
export function tidyRuns(runs: readonly Run[], { punctuationInQuote }: TidyOptions): Run[] {
  const done: Run[] = [];
  let written = '';
  for (const run of runs) {
    let { text } = run;
    while (text !== '' && isDoubled(written, text.charAt(0))) text = text.slice(1);
    const mark = text.charAt(0);
    if (punctuationInQuote && (mark === '.' || mark === ',') && /[”’]$/.test(written)) {
      const quoted = withoutQuotes(written);
      if (mark === '.' ? /[.?!]$/.test(quoted) : quoted.endsWith(',')) text = text.slice(1);
      else {
        insertAt(done, quoted.length, mark);
        written = quoted + mark + written.slice(quoted.length);
        text = text.slice(1);
      }
    }
    if (text === '') continue;
    written += text;
    done.push({ ...run, text });
  }
  return done;
}

function withoutQuotes(text: string): string {
  let end = text.length;
  while (end > 0 && '”’'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Puts a mark behind so many letters. */
function insertAt(runs: readonly Run[], letters: number, mark: string): void {
  let left = letters;
  for (const run of runs) {
    if (left <= run.text.length) {
      run.text = run.text.slice(0, left) + mark + run.text.slice(left);
      return;
    }
    left -= run.text.length;
  }
}

function isDoubled(written: string, next: string): boolean {
  const last = written.at(-1) ?? '';
  if (next === ' ') return last === '' || /\s/.test(last);
  if ('.,;:'.includes(next) && last === next) return true;
  if (next !== '.') return false;
  if (last !== '' && ENDS.includes(last)) return true;
  const before = written.at(-2) ?? '';
  return CLOSING.test(last) && before !== '' && ENDS.includes(before);
}

const TAG = /<(\/?)(i|em|b|strong|sup|sub|sc|u|span)\b([^<>]*)>/gi;

/** Reads the markup that texts of CSL-JSON may hold; other tags are text. */
export function readMarkup(text: string): Run[] {
  if (!text.includes('<')) return text === '' ? [] : [{ text }];
  const runs: Run[] = [];
  const open: { tag: string; look: Look }[] = [];
  let from = 0;
  const add = (to: number): void => {
    if (to > from) runs.push(Object.assign({}, ...open.map(({ look }) => look), { text: text.slice(from, to) }) as Run);
  };
  for (const match of text.matchAll(TAG)) {
    const [whole, slash, name = '', attributes = ''] = match;
    const tag = name.toLowerCase();
    add(match.index);
    from = match.index + whole.length;
    if (slash) {
      const index = open.findLastIndex((one) => one.tag === tag);
      if (index >= 0) open.splice(index, 1);
    } else open.push({ tag, look: lookOf(tag, attributes) });
  }
  add(text.length);
  return runs;
}

function lookOf(tag: string, attributes: string): Look {
  if (tag === 'i' || tag === 'em') return { italic: true };
  if (tag === 'b' || tag === 'strong') return { bold: true };
  if (tag === 'sup' || tag === 'sub') return { raised: tag };
  if (tag === 'sc' || attributes.includes('small-caps')) return { smallCaps: true };
  if (tag === 'u') return { underline: true };
  return attributes.includes('nocase') ? { fixedCase: true } : {};
}
