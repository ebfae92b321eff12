import { styleText } from 'node:util';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { severityOf, type Severity } from '../model/check-settings.ts';
import { showsColours } from './environment.ts';
import { byPosition, ruleOf } from '../model/messages.ts';
import { rulePage } from '../model/rule-ids.ts';
import { onceEach } from './once-each.ts';
import { printable } from './terminal.ts';

const COLOURS = { error: 'red', warning: 'yellow', info: 'cyan' } as const;
const INDENT = '  ';
/** Lines longer than this are hard to read, however wide a terminal is. */
const WIDEST = 100;

/**
 * Formats messages for people. On a terminal each has a head that can be clicked and lines as wide as the window;
 * elsewhere it is one line that can be searched: `talk.md:12:1 warning … rule`.
 *
 * @param decks - files, or for each deck its files: repeated messages of a deck are printed once.
 */
export function formatMessages(decks: readonly (VFile | readonly VFile[])[], stream: NodeJS.WriteStream): string {
  const coloured = showsColours(stream, { bits: 4 });
  const width = stream.isTTY ? Math.min(stream.columns || WIDEST, WIDEST) : undefined;
  const lines = decks.flatMap((deck) => {
    const files = [deck].flat();
    const placed = files.flatMap((file) => file.messages.toSorted(byPosition).map((message) => ({ message, file })));
    const once = onceEach(placed);
    return files.flatMap((file) => {
      if (file.messages.length === 0) return [`${printable(file.path)}: no problems found`];
      const own = once.filter((one) => one.file === file);
      return own.map(({ message, more }) => formatMessage(message, file, { width, coloured, more }));
    });
  });
  const counts = summary(decks.flat());
  const help = width === undefined ? [] : explanation(decks.flat());
  return [...lines, ...(counts ? ['', counts, ...help] : [])].join('\n');
}

/** Names the page about the worst message. */
function explanation(files: readonly VFile[]): string[] {
  const rules = files.flatMap(({ messages }) => messages.map((message) => ({ message, id: ruleOf(message) })));
  const known = rules.filter(({ id }) => rulePage(id) !== null);
  const severities: Severity[] = ['error', 'warning', 'info'];
  const [worst] = severities.flatMap((one) => known.find(({ message: { fatal } }) => severityOf(fatal) === one) ?? []);
  return worst ? [`“lectern docs ${worst.id}” explains a rule.`] : [];
}

function formatMessage(
  message: VFileMessage,
  file: VFile,
  { width, coloured, more }: { width: number | undefined; coloured: boolean; more: string },
): string {
  const { reason, line, column, fatal } = message;
  const severity = severityOf(fatal);
  const place = [file.path, line, column]
    .filter((part) => part !== undefined)
    .map(printable)
    .join(':');
  const text = printable(reason + more);
  const shown = coloured ? styleText(COLOURS[severity], severity, { validateStream: false }) : severity;
  const rule = printable(ruleOf(message) ?? '');
  if (width === undefined) return `${place} ${shown} ${text} ${rule}`.trimEnd();
  const name = coloured ? styleText('dim', rule, { validateStream: false }) : rule;
  return [`${place} ${shown} ${name}`, ...wrapped(text, width - INDENT.length).map((text) => INDENT + text)].join('\n');
}

function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

/** `2 errors, 3 warnings, 1 info`; empty where there is nothing to count. */
function summary(files: readonly VFile[]): string {
  const severities = files.flatMap(({ messages }) => messages.map(({ fatal }) => severityOf(fatal)));
  const count = (severity: Severity): number => severities.filter((found) => found === severity).length;
  const plural = (number: number, word: string): string[] =>
    number > 0 ? [`${number} ${word}${number === 1 ? '' : 's'}`] : [];
  const info = count('info') > 0 ? [`${count('info')} info`] : [];
  return [...plural(count('error'), 'error'), ...plural(count('warning'), 'warning'), ...info].join(', ');
}
