/** Elements that a picture may become when all that it repeats is written out; browsers copy them one by one. */
const MOST_ELEMENTS = 100_000;
/** Filter effects that may be applied; each is worked out pixel by pixel on paper. */
const MOST_EFFECTS = 500;
/** Longest way from one reference to the next. Nobody draws that deep. */
const DEEPEST = 60;

/** An element of an SVG file, in the order of the file. */
interface Item {
  name: string;
  /** Index behind its last descendant. */
  end: number;
  /** Ids that its attributes refer to. */
  refers: string[];
}

interface Weight {
  elements: number;
  effects: number;
}

/**
 * Tells why an SVG picture takes more time and memory than there is: a kilobyte of elements that repeat each other becomes
 * millions of them in every browser.
 *
 * @returns the end of a message; `undefined` where the picture is fine.
 */
export function tooHeavy(svg: string): string | undefined {
  const file = readItems(svg);
  if (file === 'entities') return 'XML entities with elements in them are not supported; save the picture as plain SVG';
  const weight = weigh(file);
  if (!weight) return 'its elements repeat each other too often; save it without <use>';
  if (weight.elements > MOST_ELEMENTS && weight.elements > 2 * file.items.length) {
    return `its elements repeat each other: written out, there are ${rounded(weight.elements)} of them`;
  }
  if (weight.effects > MOST_EFFECTS) {
    return `it applies ${rounded(weight.effects)} filter effects; use fewer, or save it as PNG`;
  }
  return undefined;
}

/** The text of an SVG file, in the encoding that its first bytes tell. */
export function svgText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = (first === 0xfe && second === 0xff) || first === 0;
  const encoding = wide ? 'utf-16be' : first === 0xff || second === 0 ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function rounded(count: number): string {
  return count < 1e6 ? String(Math.round(count)) : 'millions';
}

interface SvgFile {
  items: Item[];
  ids: Map<string, number>;
}

const EFFECT = /^fe[A-Z]/;

/** What the whole picture comes to; `undefined` where that is not to be found out. */
function weigh({ items, ids }: SvgFile): Weight | undefined {
  const known = new Map<number, Weight | 'open'>();
  let steps = 0;
  const weightOf = (start: number, end: number, depth: number): Weight | undefined => {
    const sum = { elements: 0, effects: 0 };
    for (let index = start; index < end; index++) {
      const item = items[index];
      steps += 1;
      if (!item || steps > 2_000_000) return undefined;
      sum.elements += 1;
      for (const id of item.refers) {
        const target = ids.get(id);
        // What refers to itself is not drawn.
        if (target === undefined || known.get(target) === 'open') continue;
        const found = known.get(target) ?? enter(target, depth + 1);
        if (!found || found === 'open') return undefined;
        sum.elements += found.elements;
        sum.effects += found.effects;
      }
    }
    return sum;
  };
  const enter = (target: number, depth: number): Weight | undefined => {
    const item = items[target];
    if (!item || depth > DEEPEST) return undefined;
    known.set(target, 'open');
    const weight = weightOf(target, item.end, depth);
    if (!weight) return undefined;
    if (item.name === 'filter') {
      const effects = items.slice(target, item.end).filter(({ name }) => EFFECT.test(name)).length;
      // Each effect of a chain makes what the next one works on larger.
      weight.effects += effects * Math.max(1, effects / 10);
    }
    known.set(target, weight);
    return weight;
  };
  return weightOf(0, items.length, 0);
}

function readItems(svg: string): SvgFile | 'entities' {
  const declared = entitiesOf(svg);
  if (!declared) return 'entities';
  const plain = (value: string): string => (value.includes('&') ? decoded(value, declared) : value);
  const items: Item[] = [];
  const ids = new Map<string, number>();
  const open: Item[] = [];
  const styled: string[] = [];
  for (const { tag, end } of tags(svg)) {
    if (tag.startsWith('/')) {
      const closed = open.pop();
      if (closed) closed.end = items.length;
      continue;
    }
    const item: Item = { name: /^(?:[\w.-]+:)?([\w.-]*)/.exec(tag)?.[1] ?? '', end: Infinity, refers: [] };
    const attributes = /[#&]|\bid\s*=/.test(tag) ? tag.matchAll(ATTRIBUTE) : [];
    for (const [, name = '', , value = ''] of attributes) {
      if (name === 'id') ids.set(plain(value), items.length);
      else if (value.includes('#') || value.includes('&')) item.refers.push(...referredTo(name, plain(value)));
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
  if (/(?:^|:)href$/.test(name)) return value.startsWith('#') ? [value.slice(1)] : [];
  return [...value.matchAll(/url\(\s{0,9}["']?#([^"')\s]{1,200})/g)].map(([, id = '']) => id);
}

const DRAWN = /^(?:g|path|rect|circle|ellipse|line|poly\w+|text|tspan|use|image|svg)$/;

/** Rules of style sheets count for every element: which ones they mean is not looked into. */
function addStyles(refers: ReadonlySet<string>, items: readonly Item[]): void {
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
