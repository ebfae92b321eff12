import { idOfLink, idsInCss, tooHeavy, type SvgContent, type SvgItem } from '../model/svg-weight.ts';

/** Tells why an SVG file takes more time and memory than there is, as the end of a message. */
export function heavySvgFile(svg: string): string | undefined {
  const content = readItems(svg);
  if (content) return tooHeavy(content);
  return 'XML entities with elements in them are not supported; save the picture as plain SVG';
}

/** The text of an SVG file, in the encoding that its first bytes tell. */
export function svgText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = (first === 0xfe && second === 0xff) || first === 0;
  const encoding = wide ? 'utf-16be' : first === 0xff || second === 0 ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** `undefined` where entities hide elements. */
function readItems(svg: string): SvgContent | undefined {
  const declared = entitiesOf(svg);
  if (!declared) return undefined;
  const plain = (value: string): string => (value.includes('&') ? decoded(value, declared) : value);
  const items: SvgItem[] = [];
  const ids = new Map<string, number>();
  const open: SvgItem[] = [];
  const styled: string[] = [];
  for (const { tag, end } of tags(svg)) {
    if (tag.startsWith('/')) {
      const closed = open.pop();
      if (closed) closed.end = items.length;
      continue;
    }
    const item: SvgItem = { name: /^(?:[\w.-]+:)?([\w.-]*)/.exec(tag)?.[1] ?? '', end: Infinity, refers: [] };
    const attributes = /[#&\\]|\bid\s*=/.test(tag) ? tag.matchAll(ATTRIBUTE) : [];
    for (const [, name = '', , value = ''] of attributes) {
      if (name === 'id') ids.set(plain(value), items.length);
      else if (/[#&\\]/.test(value)) item.refers.push(...referredTo(name, plain(value)));
    }
    if (item.name === 'style') styled.push(...referredTo('style', plain(svg.slice(end, svg.indexOf('</', end)))));
    items.push(item);
    if (tag.endsWith('/')) item.end = items.length;
    else open.push(item);
  }
  for (const item of open) item.end = items.length;
  addStyles(new Set(styled), items);
  return { items, ids };
}

const ATTRIBUTE = /(?<![\w:.-])([\w:.-]+)\s*=\s*(["'])([\s\S]*?)\2/g;

/** What the file declares by itself; `undefined` where that are elements. */
function entitiesOf(svg: string): Map<string, string> | undefined {
  const start = svg.indexOf('<!DOCTYPE');
  const declarations = start < 0 ? '' : svg.slice(start, svg.indexOf(']>', start));
  const entities = new Map<string, string>();
  for (const [, name = '', , value = ''] of declarations.matchAll(/<!ENTITY\s+([\w:.-]+)\s+(["'])([^"']*)\2/g)) {
    if (/[<&]/.test(value)) return undefined;
    entities.set(name, value);
  }
  return entities;
}

function decoded(value: string, entities: ReadonlyMap<string, string>): string {
  return value.replace(/&(?:#(x?)([\da-f]{1,6})|([\w:.-]{1,200}));/gi, (_, hex: string, code: string, name: string) =>
    name ? (entities.get(name) ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, hex ? 16 : 10), 0x10ffff)),
  );
}

/** Ids in an attribute that make the browser draw something again. Links lead somewhere, and draw nothing. */
function referredTo(name: string, value: string): string[] {
  return /(?:^|:)href$/.test(name) ? idOfLink(value) : idsInCss(value);
}

const DRAWN = /^(?:g|path|rect|circle|ellipse|line|poly\w+|text|tspan|use|image|svg)$/;

/** Rules of style sheets count for every element: which ones they mean is not looked into. */
function addStyles(refers: ReadonlySet<string>, items: readonly SvgItem[]): void {
  if (refers.size === 0) return;
  for (const item of items) if (DRAWN.test(item.name)) item.refers.push(...refers);
}

/** Insides of tags, without angle brackets, and where each tag ends. */
function* tags(svg: string): Generator<{ tag: string; end: number }> {
  let at = svg.indexOf('<');
  while (at >= 0) {
    const closing = svg.startsWith('<!--', at) ? '-->' : svg.startsWith('<![CDATA[', at) ? ']]>' : undefined;
    const end = closing ? svg.indexOf(closing, at) : endOfTag(svg, at + 1);
    if (end < 0) return;
    const tag = closing ? '!' : svg.slice(at + 1, end).trim();
    if (!/^[!?]/.test(tag)) yield { tag, end: end + 1 };
    at = svg.indexOf('<', end);
  }
}

/** The next `>` outside of quotation marks, or -1. */
function endOfTag(svg: string, start: number): number {
  let quote = '';
  for (let index = start; index < svg.length; index++) {
    const character = svg.charAt(index);
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return index;
  }
  return -1;
}
