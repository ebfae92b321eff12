import type { DialectSource } from '../../model/dialect.ts';
import type { SourceLine } from '../common/scan-lines.ts';

const PAUSE = /^[ \t]*\. \. \.[ \t]*$/;
const IMAGE = /^!\[([^\]\n]{1,300})\]\(([^()\s]{1,500})\)(\{[^{}\n]{0,600}\})?[ \t]*$/;
const RULE = /^[ ]{0,3}(?:(?:\*[ ]*){3,99}|(?:_[ ]*){3,99}|-{3,99}|(?:-[ ]){3,99}-?)[ ]*$/;
const FORMULA = /^\\begin\{(align|equation|gather|multline|eqnarray)(\*?)\}/;

/** An item counted by letters or small Roman numbers. Capitals with a full stop, as in names, need two spaces after it. */
const LETTERED = /^[ \t]{0,3}(?:\([a-zA-Z]\)|[a-zA-Z]\)|[a-z]\.|[ivx]{2,5}[.)]|[A-Z]\.(?=[ \t]{2}))[ \t]{1,4}\S/;

/** A command of TeX alone in its line, such as `\vspace{1em}`. */
const COMMAND =
  /^\\(?!begin|end)[a-zA-Z]{2,30}\*?(?:<[^<>]{0,40}>)?(?:\[[^[\]]{0,200}\]|\{[^{}]{0,300}\}){0,6}[ \t]{0,9}$/;

/** Turns single lines that begin blocks in pandoc into those of Lectern. */
export function readBlocks(lines: readonly SourceLine[], source: DialectSource): void {
  let example = 0;
  let isFormula = false;
  let isDisplay = false;
  for (const [index, line] of lines.entries()) {
    if (line.isCode || line.isComment) continue;
    const { text } = line;
    const [before, after] = [lines[index - 1], lines[index + 1]];
    if ((text.match(/\$\$/g)?.length ?? 0) % 2 === 1) isDisplay = !isDisplay;
    const isOpen = isBlank(before);
    if (PAUSE.test(text))
      source.replace(
        line,
        `${isOpen ? '' : '\n'}${text.slice(0, text.search(/\S/))}::pause${isBlank(after) ? '' : '\n'}`,
      );
    else if (isOpen && isBlank(after) && IMAGE.test(text)) addCaption(line, source);
    else if (/^\(@[\w-]*\)[ \t]/.test(text)) {
      example += 1;
      source.replace({ start: line.start, end: line.start + text.indexOf(')') + 1 }, `${example}.`);
    } else if (/^[ \t]*#\.[ \t]/.test(text)) {
      const at = line.start + text.indexOf('#');
      source.replace({ start: at, end: at + 2 }, '1.');
    } else if (LETTERED.test(text)) {
      // Markdown counts by numbers alone: the letters stay, each at the beginning of a line.
      const isIn = isOpen || LETTERED.test(before?.text ?? '');
      if (isIn && after && LETTERED.test(after.text)) source.insert(line.end, '\\');
    } else if (isLineBlock(lines, index)) lineBlock(line, after, source);
    else if (text.startsWith('\\')) {
      const found = FORMULA.exec(text);
      if (!isFormula && !isDisplay && COMMAND.test(text)) readCommand(line, source);
      if (found && !isFormula && !/^\s*\$\$/.test(before?.text ?? '')) {
        isFormula = true;
        source.insert(line.start, '$$\n');
      }
    } else if (RULE.test(text) && isOpen && /^ {0,3}[*_]|^ {0,3}- /.test(text)) source.replace(line, '---');
    if (
      isFormula &&
      text.includes('\\end{') &&
      FORMULA.test(`\\begin{${/\\end\{([a-z]+\*?)\}/.exec(text)?.[1] ?? ''}}`)
    ) {
      isFormula = false;
      source.insert(line.end, '\n$$');
    }
  }
}

/** Commands of TeX have no effect in slides of HTML, but for pauses. */
function readCommand(line: SourceLine, source: DialectSource): void {
  if (/^\\pause\b/.test(line.text)) {
    source.replace(line, '\n::pause\n');
    return;
  }
  source.remove(line);
  source.report('changed', line, { what: line.text.trim(), advice: 'it is for TeX' });
}

/** Lines of divs begin and end paragraphs as empty ones do. */
function isBlank(line: SourceLine | undefined): boolean {
  return line === undefined || line.text.trim() === '' || line.text.startsWith(':::');
}

/** An image alone in its paragraph has its words as a caption. */
function addCaption(line: SourceLine, source: DialectSource): void {
  const [, words = '', address = ''] = IMAGE.exec(line.text) ?? [];
  const at = line.start + line.text.indexOf(`](${address})`) + 2 + address.length;
  const plain = words.replaceAll(/[*_`\\]/g, '').replaceAll('"', '”');
  if (!/\$/.test(words)) source.insert(at, ` "${plain}"`);
}

/** Lines that begin with a bar and are not a table keep their ends. */
function isLineBlock(lines: readonly SourceLine[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (!text.startsWith('| ') || /\|[ \t]*$/.test(text)) return false;
  let first = index;
  while (first > 0 && lines[first - 1]?.text.startsWith('|')) first -= 1;
  const second = lines[first + 1]?.text ?? '';
  return !/^\|?[ :]{0,9}-{2,}/.test(second) && isBlank(lines[first - 1]);
}

function lineBlock(line: SourceLine, after: SourceLine | undefined, source: DialectSource): void {
  source.replace({ start: line.start, end: line.start + 2 }, '');
  if (after?.text.startsWith('| ')) source.insert(line.end, '\\');
}
