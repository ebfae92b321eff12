/** Elements that an image may become when all that it repeats is written out; browsers copy them one by one. */
const MOST_ELEMENTS = 100_000;
/** Filter effects that may be applied; each is worked out pixel by pixel on paper. */
const MOST_EFFECTS = 500;
/** Longest way from one reference to the next. Nobody draws that deep. */
const DEEPEST = 60;

/** An element of an SVG file, in the order of the file. */
export interface SvgItem {
  name: string;
  /** Index behind its last descendant. */
  end: number;
  /** Ids that its attributes refer to. */
  refers: string[];
  /** Filter effects that its attributes apply without a reference. */
  effects: number;
}

interface Weight {
  elements: number;
  effects: number;
}

/**
 * Tells why SVG takes more time and memory than there is: a kilobyte of elements that repeat each other becomes millions of
 * them in every browser.
 *
 * @returns the end of a message; `undefined` where it is fine.
 */
export function tooHeavy(content: SvgContent): string | undefined {
  const weight = weigh(content);
  if (!weight) return 'its elements repeat each other too often; save it without <use>';
  if (weight.elements > MOST_ELEMENTS && weight.elements > 2 * content.items.length) {
    return `its elements repeat each other and become ${rounded(weight.elements)}; use fewer, or save it as PNG`;
  }
  if (weight.effects > MOST_EFFECTS) {
    return `it applies ${rounded(weight.effects)} filter effects; use fewer, or save it as PNG`;
  }
  return undefined;
}

function rounded(count: number): string {
  return count < 1e6 ? String(Math.round(count)) : 'millions';
}

export interface SvgContent {
  items: SvgItem[];
  ids: Map<string, number>;
}

const EFFECT = /^fe[A-Z]/;

/** Computes the weight of the whole image; returns `undefined` where it cannot be determined. */
function weigh({ items, ids }: SvgContent): Weight | undefined {
  const known = new Map<number, Weight | 'open'>();
  let steps = 0;
  const weightOf = (start: number, end: number, depth: number): Weight | undefined => {
    const sum = { elements: 0, effects: 0 };
    for (let index = start; index < end; index++) {
      const item = items[index];
      steps += 1;
      if (!item || steps > 2_000_000) return undefined;
      sum.elements += 1;
      sum.effects += item.effects;
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
      weight.effects += chained(effects);
    }
    known.set(target, weight);
    return weight;
  };
  return weightOf(0, items.length, 0);
}

/** Counts the points of a path, at least: it has two figures for each, or one and a letter. */
export function verticesOf(points = ''): number {
  return Math.max(1, Math.min(10_000, Math.ceil((points.match(/[\d.]+/g)?.length ?? 0) / 2)));
}

/** Returns what a line draws that has a marker: it is drawn once for each point. */
export function atVertices({ refers, effects }: CssUses, vertices: number): CssUses {
  return { refers: Array.from({ length: vertices }, () => refers).flat(), effects };
}

/** Returns the id that a link refers to in the same drawing. Browsers trim and decode addresses. */
export function idOfLink(address: string): string[] {
  const trimmed = address.trim();
  if (!trimmed.startsWith('#')) return [];
  try {
    return [decodeURIComponent(trimmed.slice(1))];
  } catch {
    return [trimmed.slice(1)];
  }
}

/** References and filter effects in CSS. */
export type CssUses = Pick<SvgItem, 'refers' | 'effects'>;

/** Reads `url()` and filter functions, in whatever case and however escaped. */
export function usesInCss(css: string): CssUses {
  const plain = css.includes('\\') ? css.replace(/\\(?:([\da-f]{1,6})\s?|([^\n]))/gi, unescaped) : css;
  const refers = [...plain.matchAll(/url\(\s{0,9}["']?\s{0,9}(#[^"')\s]{1,200})/gi)].flatMap(([, address = '']) =>
    idOfLink(address),
  );
  return { refers, effects: chained(plain.match(/\b(?:blur|drop-shadow)\(/gi)?.length ?? 0) };
}

/** Multiplies the effects of a chain, since each works on the result of the one before. */
function chained(effects: number): number {
  return effects * Math.max(1, effects / 10);
}

function unescaped(_: string, code: string | undefined, character = ''): string {
  return code ? String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)) : character;
}
