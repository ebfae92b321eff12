import type { DialectSource } from '../../model/dialect.ts';
import { THEOREM_KINDS } from '../../model/lecture-words.ts';
import { htmlText, placement } from './attributes.ts';
import type { PandocDiv } from './find-divs.ts';

/** The opening and the closing line of a div, where it is not removed. */
interface Marks {
  open: string;
  close: string;
}

const CALLOUTS: ReadonlyMap<string, string> = new Map([
  ['callout-note', 'NOTE'],
  ['callout-tip', 'TIP'],
  ['callout-important', 'IMPORTANT'],
  ['callout-warning', 'WARNING'],
  ['callout-caution', 'CAUTION'],
]);

/** Theorems of Quarto, by the beginning of their id. */
const THEOREMS: ReadonlyMap<string, string> = new Map([
  ['thm', 'theorem'],
  ['lem', 'lemma'],
  ['cor', 'corollary'],
  ['prp', 'proposition'],
  ['cnj', 'conjecture'],
  ['def', 'definition'],
  ['exm', 'example'],
  ['exr', 'exercise'],
  ['sol', 'solution'],
]);

/** Writes divs as directives of Lectern, or as HTML. */
export function writeDivs(divs: readonly PandocDiv[], source: DialectSource): void {
  for (const div of divs) {
    writeDivs(div.children, source);
    writeDiv(div, source);
  }
}

function writeDiv(div: PandocDiv, source: DialectSource): void {
  const { classes, values } = div.attributes;
  if (isHidden(div)) {
    source.remove({ start: div.open.start, end: div.close?.end ?? div.open.end });
    source.report('changed', div.open, { what: div.open.text.trim(), advice: 'it is for other output formats' });
    return;
  }
  const callout = classes.map((name) => CALLOUTS.get(name)).find((name) => name !== undefined);
  if (callout !== undefined) {
    writeCallout(div, `[!${callout}]${titleOf(values.get('title') ?? '')}`, source);
    return;
  }
  const { open, close } = marksOf(div, source);
  source.replace(div.open, open);
  if (div.close) source.replace(div.close, close);
  else if (close !== '') source.insert(source.text.length, `\n${close}\n`);
}

function marksOf(div: PandocDiv, source: DialectSource): Marks {
  const { attributes } = div;
  const { classes, values } = attributes;
  const has = (name: string): boolean => classes.includes(name);
  if (has('notes')) return directive(div, 'notes');
  if (has('columns')) return directive(div, 'columns');
  if (has('column')) return directive(div, `column${shareOf(values.get('width'))}`);
  if (has('incremental')) return directive(div, 'steps');
  if (has('r-stack')) return directive(div, 'stack');
  if (has('panel-tabset')) {
    source.report('changed', div.open, { what: 'panel-tabset', advice: 'the tabs are columns' });
    return directive(div, 'columns');
  }
  const columns = values.get('layout-ncol');
  if (columns !== undefined && /^\d$/.test(columns)) return directive(div, `grid{columns=${columns}}`);
  if (classes.every((name) => name === 'nonincremental' || name === 'footer') && classes.length > 0)
    return { open: '', close: '' };
  const theorem = THEOREM_KINDS.find(has) ?? THEOREMS.get(attributes.id.split('-')[0] ?? '');
  if (theorem !== undefined) return directive(div, `${theorem}${attributes.id === '' ? '' : `{#${attributes.id}}`}`);
  const style = [layoutStyle(div), placement(attributes)].filter((part) => part !== '').join(';');
  return { open: `<div${htmlText(attributes, style)}>\n`, close: '\n</div>\n' };
}

/** Content of a div that another format shows. */
function isHidden({ attributes: { classes, values } }: PandocDiv): boolean {
  const format = values.get('when-format') ?? '';
  const isOurs = /^(?:html|revealjs|html:js)$/.test(format);
  if (classes.includes('hidden')) return true;
  if (classes.includes('content-visible')) return format !== '' && !isOurs;
  const not = values.get('unless-format') ?? '';
  return classes.includes('content-hidden') && (isOurs || (not !== '' && !/^(?:html|revealjs)/.test(not)));
}

/** Writes a directive with more colons than those within it. */
function directive(div: PandocDiv, name: string): Marks {
  const colons = ':'.repeat(colonsOf(div));
  return { open: `${colons}${name}`, close: colons };
}

/** Colons in code would end a directive, too. */
function colonsOf({ children, inner }: PandocDiv): number {
  const code = inner.map(({ text, isCode }) => (isCode ? (/^[ \t]*(:{3,})/.exec(text)?.[1]?.length ?? 0) : 0));
  return 1 + Math.max(2, ...children.map(colonsOf), ...code);
}

function shareOf(width: string | undefined): string {
  const share = /^([\d.]{1,6})%?$/.exec(width ?? '')?.[1];
  return share === undefined || Number(share) === 0 ? '' : `{width=${share}}`;
}

function titleOf(title: string): string {
  return title === '' ? '' : ` ${title}`;
}

function layoutStyle({ attributes: { classes, values } }: PandocDiv): string {
  if (classes.includes('r-hstack')) return 'display:flex;align-items:center;justify-content:center;gap:1em';
  if (classes.includes('grid')) return 'display:grid;grid-template-columns:repeat(12,1fr);gap:1em';
  const column = classes.map((name) => /^g-col-(\d{1,2})$/.exec(name)?.[1]).find(Boolean);
  if (column) return `grid-column:span ${column}`;
  if (classes.includes('aside')) return 'font-size:0.7em';
  const layout = /^\[([\d., -]{1,60})\]$/.exec(values.get('layout') ?? '')?.[1];
  if (layout === undefined) return '';
  const shares = layout.split(',').map((share) => Math.abs(Number(share)));
  return `display:grid;grid-template-columns:${shares.map((share) => `${share}fr`).join(' ')};gap:1em;align-items:center`;
}

/** A call-out is a quotation with a mark in Lectern: each of its lines begins with `>`. */
function writeCallout(div: PandocDiv, mark: string, source: DialectSource): void {
  const { text } = source;
  const end = div.close?.start ?? text.length;
  let isFirst = true;
  source.replace(div.open, `> ${mark}`);
  for (let at = div.open.next; at < end;) {
    const newline = text.indexOf('\n', at);
    const next = newline === -1 ? end : newline + 1;
    const line = text.slice(at, next);
    const heading = isFirst && line.trim() !== '' ? /^#{1,6}[ \t]+(.{1,300})/.exec(line) : undefined;
    if (heading) source.replace({ start: at, end: at + line.trimEnd().length }, `> **${heading[1]?.trim()}**`);
    else source.insert(at, '> ');
    if (line.trim() !== '') isFirst = false;
    at = next;
  }
  if (div.close) source.replace(div.close, '');
}
