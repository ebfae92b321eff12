import type { DialectSource } from '../../model/dialect.ts';
import type { SourceLine } from '../common/scan-lines.ts';
import { pandocAttributes } from './attributes.ts';

const FENCE = /^([ \t]{0,24}(?:> ?)?)(`{3,40}|~{3,40})([^`~].{0,2000})?$/;
/** Languages of cells that are diagrams here. */
const DIAGRAMS = /^(?:mermaid|dot)$/;

/** A block of code, from the line of its fence to that of its end. */
interface CodeBlock {
  lines: readonly SourceLine[];
  indent: string;
  ticks: string;
  info: string;
}

/** How the cells of a document are shown. */
export interface CellContext {
  source: DialectSource;
  echo: boolean;
  /** Cells without a label have been counted up to here. */
  unnamed: number;
  /** Tells whether the slide of a line has nothing else to show. */
  isAlone: (lines: readonly SourceLine[]) => boolean;
}

/** Turns blocks of code with attributes, raw blocks and cells into code of Lectern. */
export async function readCodeBlocks(lines: readonly SourceLine[], context: CellContext): Promise<void> {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line?.opensCode || line.isComment) continue;
    let end = at;
    while (end + 1 < lines.length && lines[end + 1]?.isCode && !lines[end + 1]?.opensCode) end += 1;
    const found = FENCE.exec(line.text);
    if (found) {
      const [, indent = '', ticks = '', info = ''] = found;
      await readBlock({ lines: lines.slice(at, end + 1), indent, ticks, info: info.trim() }, context);
    }
    at = end;
  }
}

async function readBlock(block: CodeBlock, context: CellContext): Promise<void> {
  const { info } = block;
  const raw = /^\{=([\w-]+)\}$/.exec(info)?.[1];
  if (raw !== undefined) readRaw(block, raw, context.source);
  else if (/^\{[\w-]{1,40}(?:[ ,][^}]{0,1000})?\}$/.test(info) && !/^\{(?:\w+=|[.#])/.test(info))
    await readCell(block, context);
  else if (info.includes('{')) readAttributes(block, context.source);
}

/** `{=html}` is HTML, `{=tex}` may be a formula, and other raw text is for other formats. */
function readRaw({ lines }: CodeBlock, format: string, source: DialectSource): void {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return;
  const body = source.text.slice(first.next, last.start);
  const isFormula =
    /^(?:tex|latex)$/.test(format) &&
    /^\s*\\begin\{(?:align|equation|gather|multline|eqnarray|aligned)\*?\}/.test(body);
  const text = /^html\d?$/.test(format) ? `\n${body.trim()}\n` : isFormula ? `$$\n${body.trim()}\n$$` : '';
  source.replace({ start: first.start, end: last.end }, text);
  if (text === '') source.report('changed', first, { what: `{=${format}}`, advice: 'it is for other output formats' });
}

/** `{.python .numberLines startFrom="10" filename="a.py" code-line-numbers="1|2-3"}` */
function readAttributes({ lines, indent, ticks, info }: CodeBlock, source: DialectSource): void {
  const first = lines[0];
  const found = /^([^\s{]*)[ \t]*\{([^{}]{0,1000})\}/.exec(info);
  if (!first || !found) return;
  const { id, classes, values } = pandocAttributes(found[2] ?? '');
  const name = classes.find((one) => !/^(?:numberLines|number-lines|cell-code|fragment)$/.test(one));
  const language = found[1] || (name ?? '');
  const words = [`${indent}${ticks}${/^(?:default|unnumbered)$/.test(language) ? 'text' : language}`];
  const steps = (values.get('code-line-numbers') ?? '').replaceAll(/\s/g, '');
  if (/^[\d|,-]+$/.test(steps)) words.push(`{${steps.replace(/^\|/, 'all|')}}`);
  const title = values.get('filename');
  if (title !== undefined) words.push(`title="${title.replaceAll('"', "'")}"`);
  if (classes.some((name) => /^number-?lines$/i.test(name))) words.push('numbers');
  const from = values.get('startFrom') ?? values.get('start-from');
  if (from !== undefined && /^\d{1,6}$/.test(from)) words.push(`from=${from}`);
  if (id !== '' && language === '') words[0] = `${indent}${ticks}text`;
  source.replace(first, words.join(' '));
}

/** Options of a cell: in its first line as in knitr, and in comments with a bar. */
function cellOptions({ lines, info }: CodeBlock): {
  language: string;
  options: Map<string, string>;
  code: SourceLine[];
} {
  const head = /^\{([\w-]{1,40})((?:[ ,][^}]{0,1000})?)\}$/.exec(info);
  const options = new Map<string, string>();
  for (const [index, part] of (head?.[2] ?? '').split(',').entries()) {
    const [key = '', ...value] = part.split('=');
    if (value.length > 0)
      options.set(
        key.trim().replaceAll('.', '-'),
        value
          .join('=')
          .trim()
          .replaceAll(/^["']|["']$/g, '')
          .toLowerCase(),
      );
    else if (index === 0 && key.trim() !== '') options.set('label', key.trim());
  }
  const inner = lines.slice(1, -1);
  const code = inner.filter(({ text }) => {
    const found = /^(?:#|\/\/|%%|--)\|[ \t]{0,9}([\w.-]{1,60}):(.{0,2000})$/.exec(text.trim());
    if (found)
      options.set(
        (found[1] ?? '').replaceAll('.', '-'),
        (found[2] ?? '')
          .trim()
          .replaceAll(/^["']|["']$/g, '')
          .trim(),
      );
    return !/^[ \t]*(?:#|\/\/|%%|--)\|/.test(text);
  });
  return { language: head?.[1] ?? '', options, code };
}

async function readCell(block: CodeBlock, context: CellContext): Promise<void> {
  const { source } = context;
  const [first, last] = [block.lines[0], block.lines.at(-1)];
  if (!first || !last) return;
  const range = { start: first.start, end: last.end };
  const { language, options, code } = cellOptions(block);
  const body = code
    .map(({ text }) => text)
    .join('\n')
    .trim();
  const label = options.get('label');
  if (label === undefined) context.unnamed += 1;
  const caption = options.get('fig-cap') ?? '';
  if (DIAGRAMS.test(language)) {
    const title = caption === '' ? '' : ` title="${caption.replaceAll('"', "'")}"`;
    source.replace(range, `${block.indent}${block.ticks}${language}${title}\n${body}\n${block.indent}${block.ticks}`);
    return;
  }
  const isOff = options.get('include') === 'false' || label === 'setup' || body === '';
  if (isOff) {
    source.remove(range);
    return;
  }
  const echo = options.get('echo') ?? (context.echo ? 'true' : 'false');
  const shownCode = `${block.indent}${block.ticks}${language}${lineSteps(options)}\n${code.map(({ text }) => text).join('\n')}\n${block.indent}${block.ticks}`;
  const figure = await figureOf(label ?? `unnamed-chunk-${context.unnamed}`, context);
  const image = figure === undefined ? '' : `${block.indent}![${caption.replaceAll(/[[\]]/g, '')}](${figure})`;
  const isShown = echo !== 'false' || (image === '' && context.isAlone(block.lines));
  source.replace(range, [isShown ? shownCode : '', image].filter((part) => part !== '').join('\n\n'));
  const isRun =
    options.get('eval') !== 'false' && options.get('results') !== 'hide' && options.get('output') !== 'false';
  if (isRun && image === '') {
    const advice = 'Lectern runs no code; render the document with “keep-md: true” and read that, or write the result';
    source.report('lost', first, { what: `the result of a cell in ${language}`, advice });
  }
}

function lineSteps(options: ReadonlyMap<string, string>): string {
  const steps = (options.get('code-line-numbers') ?? '').replaceAll(/\s/g, '');
  return /^[\d|,-]+$/.test(steps) ? ` {${steps.replace(/^\|/, 'all|')}}` : '';
}

/** Finds the image that a cell made when the document was rendered. */
async function figureOf(label: string, { source }: CellContext): Promise<string | undefined> {
  const name = source.path.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
  for (const folder of [`${name}_files/figure-revealjs`, `${name}_files/figure-html`]) {
    for (const file of [`${folder}/${label}-1.png`, `${folder}/${label}-output-1.png`]) {
      if (!/^[\w./ -]{1,200}$/.test(file)) continue;
      const found = await source.files.load(file);
      if (!('problem' in found)) return file.includes(' ') ? `<${file}>` : file;
    }
  }
  return undefined;
}
