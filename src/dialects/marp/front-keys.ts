import type { DialectSource } from '../../model/dialect.ts';
import { builtInThemes } from '../../styles/find-theme.ts';
import { textOf } from './directives.ts';
import { NEAREST_THEME, OWN_THEMES } from './themes.ts';

/** Keys that say nothing about slides. */
const SILENT = ['marp', 'inlineSVG', 'auto-scaling', 'url', 'image', 'html'];
const SIZES = new Set(['16:9', '4:3', '16:10', 'A4']);

/** Turns the front matter into that of Lectern, but for what single slides say as well. */
export function moveFront(
  { front, report }: DialectSource,
  directives: ReadonlyMap<string, unknown>,
  hasTheme: boolean,
): void {
  for (const key of SILENT) front.remove(key);
  const entry = (key: string): { start: number; end: number } => front.entries.get(key) ?? { start: 0, end: 0 };
  if (front.entries.has('math')) {
    front.remove('math');
    report('kept', entry('math'), {
      what: `math: ${textOf(directives.get('math'))}`,
      advice: 'formulas need no setting',
    });
  }
  const size = textOf(directives.get('size'));
  if (front.entries.has('size') && !SIZES.has(size)) {
    const known = /^\d{3,4}[x×]\d{3,4}$/.test(size);
    if (!known) front.remove('size');
    if (!known)
      report('lost', entry('size'), { what: `size: ${size}`, advice: 'write the size as in “size: 1280x720”' });
  }
  moveTheme({ front, report }, textOf(directives.get('theme')), hasTheme);
  if (front.entries.has('title')) front.set('cover', false);
}

function moveTheme({ front, report }: Pick<DialectSource, 'front' | 'report'>, name: string, hasTheme: boolean): void {
  const entry = front.entries.get('theme');
  if (builtInThemes().includes(name) || name.includes('/')) return;
  front.set('theme', NEAREST_THEME);
  if (!entry) return;
  const isOwn = OWN_THEMES.has(name);
  if (!isOwn && hasTheme) return;
  report(isOwn ? 'changed' : 'lost', entry, {
    what: `theme: ${name}`,
    advice: isOwn
      ? `“theme: ${NEAREST_THEME}” is the nearest one`
      : `no file ${name}.css was found; put it next to the deck, or choose a theme of Lectern`,
  });
}

/** Returns the depths of headings that begin slides. */
export function headingDivider(value: unknown): number[] {
  if (Array.isArray(value)) return value.filter((depth): depth is number => typeof depth === 'number');
  return typeof value === 'number' ? [1, 2, 3, 4, 5, 6].filter((depth) => depth <= value) : [];
}
