import { parse } from 'yaml';

/** Directives of a slide, which hold for the slides after it as well; with `_` before them, for that slide alone. */
const LOCAL = [
  'class',
  'paginate',
  'header',
  'footer',
  'backgroundColor',
  'backgroundImage',
  'backgroundPosition',
  'backgroundRepeat',
  'backgroundSize',
  'color',
  'transition',
] as const;

/** Directives of a deck. */
const GLOBAL = new Set([
  'theme',
  'style',
  'headingDivider',
  'size',
  'math',
  'lang',
  'marp',
  'inlineSVG',
  'auto-scaling',
]);

export type LocalDirective = (typeof LOCAL)[number];

/** Directives that hold for a slide, as they are written. */
export type Directives = ReadonlyMap<LocalDirective, unknown>;

/** Reads directives as Marp does: `#fff`, and text with a colon and a space, need no quotes. */
export function readDirectives(yaml: string): Map<string, unknown> {
  const loose = yaml
    .trim()
    .replace(
      /^([ \t]*_?[A-Za-z-]+[ \t]*:[ \t]+)([^\s"'[{|>!%@`&*-][^\n]*|-[^\s-][^\n]*)$/gm,
      (line, key: string, value: string) =>
        value.startsWith('#') || /:\s|\s#/.test(value) ? `${key}${JSON.stringify(value.trim())}` : line,
    );
  try {
    const value: unknown = parse(loose, { uniqueKeys: false, logLevel: 'silent' });
    return new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}

/** Tells whether any of the keys is a directive: a comment without one is a note. */
export function hasDirectives(found: ReadonlyMap<string, unknown>): boolean {
  return [...found.keys()].some((key) => isLocal(key.replace(/^_/, '')) || isGlobal(key));
}

export function isGlobal(key: string): boolean {
  return GLOBAL.has(key.replace(/^\$/, ''));
}

function isLocal(key: string): key is LocalDirective {
  return LOCAL.some((name) => name === key);
}

/** Follows directives from slide to slide. */
export class DirectiveState {
  readonly #lasting = new Map<LocalDirective, unknown>();
  #once = new Map<LocalDirective, unknown>();

  add(found: ReadonlyMap<string, unknown>): void {
    for (const [key, value] of found) {
      const name = key.replace(/^_/, '');
      if (!isLocal(name)) continue;
      if (key === name) this.#lasting.set(name, value);
      else this.#once.set(name, value);
    }
  }

  /** Returns what holds for the slide that ends here. */
  endSlide(): Directives {
    const all = new Map([...this.#lasting, ...this.#once]);
    this.#once = new Map();
    return all;
  }
}

/** Returns the names of classes in a directive: a list, or text with spaces. */
export function classNames(value: unknown): string[] {
  const names: unknown[] = Array.isArray(value) ? value : [value];
  return names.flatMap((name) => (typeof name === 'string' ? name.split(/\s+/).filter(Boolean) : []));
}

/** Returns the text of a directive; empty for none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
