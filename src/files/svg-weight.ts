import {
  atVertices,
  idOfLink,
  tooHeavy,
  usesInCss,
  verticesOf,
  type CssUses,
  type SvgContent,
  type SvgItem,
} from '../model/svg-weight.ts';
import { cssRules, mayMean } from './svg-rules.ts';

/** Tells why an SVG file takes more time and memory than there is, as the end of a message. */
export function heavySvgFile(svg: string): string | undefined {
  const content = readItems(svg);
  if (content) return tooHeavy(content);
  return 'XML entities with elements in them are not supported; save the image as plain SVG';
}

/** `undefined` where entities hide elements. */
function readItems(svg: string): SvgContent | undefined {
  const declared = entitiesOf(svg);
  if (!declared) return undefined;
  const plain = (value: string): string => (value.includes('&') ? decoded(value, declared) : value);
  const items: ReadItem[] = [];
  const ids = new Map<string, number>();
  const open: SvgItem[] = [];
  const styles: string[] = [];
  const hasMarkers = svg.includes('marker');
  for (const { tag, end } of tags(svg)) {
    if (tag.startsWith('/')) {
      const closed = open.pop();
      if (closed) closed.end = items.length;
      continue;
    }
    const item: ReadItem = { ...EMPTY, name: /^(?:[\w.-]+:)?([\w.-]*)/.exec(tag)?.[1] ?? '', refers: [] };
    if (hasMarkers) item.vertices = verticesOf(POINTS.exec(tag)?.[2]);
    const attributes = /[#&\\(]|\b(?:id|class)\s*=/.test(tag) ? tag.matchAll(ATTRIBUTE) : [];
    for (const [, name = '', , value = ''] of attributes) {
      if (name === 'class') item.classes = plain(value).split(/\s+/);
      else if (name === 'id') {
        item.id = plain(value);
        ids.set(item.id, items.length);
      } else if (/[#&\\(]/.test(value)) {
        const uses = usesOf(name, plain(value));
        add(item, /marker/.test(`${name}:${value}`) ? atVertices(uses, item.vertices) : uses);
      }
    }
    if (item.name === 'style') styles.push(plain(svg.slice(end, svg.indexOf('</', end))));
    items.push(item);
    if (tag.endsWith('/')) item.end = items.length;
    else open.push(item);
  }
  for (const item of open) item.end = items.length;
  for (const style of styles) addStyle(style, items);
  return { items, ids };
}

interface ReadItem extends SvgItem {
  id: string;
  classes: string[];
  /** Points that a marker may be drawn at. */
  vertices: number;
}

const EMPTY = { id: '', classes: [], end: Infinity, effects: 0, vertices: 1 };

const POINTS = /\s(?:d|points)\s*=\s*(["'])([^"']*)/;

const ATTRIBUTE = /(?<![\w:.-])([\w:.-]+)\s*=\s*(["'])([\s\S]*?)\2/g;

/** Reads the entities that a file declares; returns `undefined` where they contain elements. */
export function entitiesOf(svg: string): Map<string, string> | undefined {
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

/** The elements that an attribute makes the browser draw again. Links lead somewhere, and draw nothing. */
function usesOf(name: string, value: string): CssUses {
  return /(?:^|:)href$/.test(name) ? { refers: idOfLink(value), effects: 0 } : usesInCss(value);
}

function add(item: SvgItem, { refers, effects }: CssUses): void {
  item.refers.push(...refers);
  item.effects += effects;
}

const DRAWN = /^(?:g|path|rect|circle|ellipse|line|poly\w+|text|tspan|use|image|svg)$/;

function addStyle(css: string, items: readonly ReadItem[]): void {
  for (const { selector, body } of cssRules(css)) {
    const uses = usesInCss(body);
    if (uses.refers.length === 0 && uses.effects === 0) continue;
    const isMeant = mayMean(selector);
    const isMarker = body.includes('marker');
    for (const item of items) {
      if (DRAWN.test(item.name) && isMeant(item)) add(item, isMarker ? atVertices(uses, item.vertices) : uses);
    }
  }
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
