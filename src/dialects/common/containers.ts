import type { DialectSource, SourceRange } from '../../model/dialect.ts';
import { htmlAttributes } from './html-attributes.ts';
import { scanLines } from './scan-lines.ts';
import { scanTags, type SourceTag } from './scan-tags.ts';

const OPEN = /^:{3,9}[ \t]{1,9}([\w-]{1,60})[ \t]{0,9}(\{[^{}]{0,300}\})?[ \t]{0,9}$/;
const CLOSE = /^:{3,9}[ \t]{0,9}$/;
const NAMED: ReadonlyMap<string, readonly [left: string, top: string]> = new Map([
  ['center', ['center', 'center']],
  ['top', ['center', 'start']],
  ['bottom', ['center', 'end']],
  ['left', ['start', 'center']],
  ['right', ['end', 'center']],
  ['topleft', ['start', 'start']],
  ['topright', ['end', 'start']],
  ['bottomleft', ['start', 'end']],
  ['bottomright', ['end', 'end']],
]);

/** Turns blocks between colons, grids and splits into parts of HTML. */
export function readContainers(range: SourceRange, source: DialectSource): void {
  for (const line of scanLines(source.text, range)) {
    if (line.isCode || line.isComment || !line.text.startsWith(':::')) continue;
    const found = OPEN.exec(line.text);
    if (found) {
      const attributes = htmlAttributes((found[2] ?? '').slice(1, -1));
      const style = attributes.get('style');
      const name = found[1] === 'block' ? '' : ` class="${found[1]}"`;
      source.replace(line, `<div${name}${style ? ` style="${style.replaceAll('"', "'")}"` : ''}>\n`);
    } else if (CLOSE.test(line.text)) source.replace(line, '\n</div>\n');
  }
  for (const tag of scanTags(source.text, range).tags) {
    const name = tag.name.toLowerCase();
    if (name !== 'grid' && name !== 'split') continue;
    if (tag.kind === 'close') source.replace(tag, '\n\n</div>\n\n');
    else if (tag.kind === 'open')
      source.replace(tag, `<div style="${name === 'grid' ? gridStyle(tag) : splitStyle(tag)}">\n\n`);
  }
}

/** `drag="60 55" drop="5 10"` is width and height, and the place of the upper left corner, in percent. */
function gridStyle({ attributes }: SourceTag): string {
  const values = htmlAttributes(attributes);
  const [width, height] = pair(values.get('drag') ?? values.get('dim') ?? '50 100');
  const parts = ['position:absolute', `width:${width}`, `height:${height}`];
  const place = values.get('drop') ?? values.get('pos') ?? '0 0';
  const named = NAMED.get(place.trim().toLowerCase());
  if (named) {
    parts.push('inset:0', 'margin:auto');
    const [left, top] = named;
    if (left !== 'center') parts.push(left === 'start' ? 'margin-left:0' : 'margin-right:0');
    if (top !== 'center') parts.push(top === 'start' ? 'margin-top:0' : 'margin-bottom:0');
  } else {
    const [x, y] = pair(place);
    parts.push(
      x.startsWith('-') ? `right:${x.slice(1)}` : `left:${x}`,
      y.startsWith('-') ? `bottom:${y.slice(1)}` : `top:${y}`,
    );
  }
  if (values.get('flow') === 'row') parts.push('display:flex', 'gap:1em', 'align-items:center');
  const background = values.get('bg');
  if (background && /^[\w#(),.% ]{1,60}$/.test(background)) parts.push(`background:${background}`);
  const style = values.get('style');
  if (style) parts.push(style.replaceAll('"', "'").replace(/;$/, ''));
  return parts.join(';');
}

function splitStyle({ attributes }: SourceTag): string {
  const values = htmlAttributes(attributes);
  const share = (side: string): number => Number(values.get(side)) || 1;
  const columns = values.has('left') || values.has('right') ? `${share('left')}fr ${share('right')}fr` : undefined;
  const gap = Number(values.get('gap')) || 1;
  if (columns) return `display:grid;grid-template-columns:${columns};gap:${gap}em`;
  return `display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:${gap}em`;
}

function pair(text: string): [string, string] {
  const [first = '0', second = first] = text
    .trim()
    .split(/\s+/)
    .map((part) => (/^-?[\d.]{1,9}$/.test(part) ? `${part}%` : part));
  return [
    /^-?[\d.]{1,9}(?:px|%|em)?$/.test(first) ? first : '0',
    /^-?[\d.]{1,9}(?:px|%|em)?$/.test(second) ? second : '0',
  ];
}
