import type { Nodes } from 'mdast';
import { walk } from '../../model/walk.ts';
import type { DialectSource } from '../../model/dialect.ts';
import { rangeOf } from '../slides.ts';
import { textOf } from './directives.ts';
import { OWN_THEMES } from './themes.ts';
import { wholeLine, type MarpSlide } from './slides.ts';
import { moveStyles } from './styles.ts';

const STYLE = /<style([^>]{0,200})>([\s\S]*?)<\/style>/gi;

/** Takes the styles of a deck off its text and returns them as CSS for Lectern, with those of single slides confined to these. */
export function collectStyles(source: DialectSource, slides: readonly MarpSlide[]): string {
  const parts: string[] = [];
  const add = (css: string, place: { start: number; end: number }, scope?: string): void => {
    const moved = moveStyles(css, scope);
    if (moved.css !== '') parts.push(moved.css);
    for (const what of moved.lost)
      source.report('lost', place, { what, advice: 'save what it loads in the project, and name it in “style”' });
    source.report('changed', place, { what: scope ? '<style scoped>' : 'style', advice: 'a style sheet in “style”' });
  };
  const written = textOf(source.front.entries.get('style')?.value);
  if (written !== '') add(written, source.front.entries.get('style') ?? { start: 0, end: 0 });
  slides.forEach((slide, index) => {
    for (const found of slide.directives) {
      const own = textOf(found.get('style'));
      if (own !== '') add(own, slide);
    }
    for (const node of slide.nodes) {
      walk<Nodes>(node, (inner) => {
        if (inner.type !== 'html' || !/<style/i.test(inner.value)) return;
        const range = rangeOf(inner);
        for (const match of source.text.slice(range.start, range.end).matchAll(STYLE)) {
          const start = range.start + match.index;
          const place = { start, end: start + match[0].length };
          const isScoped = /\bscoped\b/.test(match[1] ?? '');
          const scope = isScoped ? `style-${index + 1}` : undefined;
          if (scope) slide.settings.classes.add(scope);
          add(match[2] ?? '', place, scope);
          source.remove(wholeLine(source.text, place));
        }
      });
    }
  });
  return parts.join('\n\n');
}

/** Returns the style sheet of a theme of the deck's own; `undefined` where it is not in a usual place. */
export async function themeStyles(source: DialectSource, name: string): Promise<string | undefined> {
  if (source.included || !/^[\w-]+$/.test(name) || OWN_THEMES.has(name)) return undefined;
  for (const folder of ['', 'themes/', 'theme/', '../', '../themes/', 'css/', 'styles/']) {
    const found = await source.files.text(`${folder}${name}.css`);
    if ('problem' in found) continue;
    const entry = source.front.entries.get('theme') ?? { start: 0, end: 0 };
    const { css, lost } = moveStyles(withFolder(String(found.value), folder));
    source.report('changed', entry, {
      what: `theme: ${name}`,
      advice: `the rules of ${folder}${name}.css, in “style”`,
    });
    for (const what of lost)
      source.report('lost', entry, { what, advice: 'save what it loads in the project, and name it in “style”' });
    return css;
  }
  return undefined;
}

/** Addresses are relative to the theme, and will be relative to the deck. */
function withFolder(css: string, folder: string): string {
  return css.replace(/url\(\s*(["']?)(?![\w+.-]{1,20}:|\/|#)/g, (start) => `${start}${folder}`);
}
