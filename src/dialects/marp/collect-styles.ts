import type { Nodes } from 'mdast';
import { walk } from '../../model/walk.ts';
import type { DialectSource } from '../../model/dialect.ts';
import { rangeOf } from '../slides.ts';
import { textOf } from './directives.ts';
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
