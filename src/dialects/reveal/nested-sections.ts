import type { DialectSource } from '../../model/dialect.ts';
import { scanTags } from '../common/scan-tags.ts';
import type { RevealSlide } from './separators.ts';

/** A slide, and the attributes of the `<section>` around its text, if it has one. */
export interface SectionSlide extends RevealSlide {
  attributes?: string;
}

/**
 * Cuts slides at the sections written in them: reveal.js shows `<section data-background="…">` in the Markdown of a slide as a
 * slide below it. The tags go; what they say is about their slide.
 */
export function cutSections(slides: readonly RevealSlide[], source: DialectSource): SectionSlide[] {
  if (!/<section[\s>]/.test(source.text)) return [...slides];
  return slides.flatMap((slide) => cutSlide(slide, source));
}

function cutSlide(slide: RevealSlide, { text, insert, replace }: DialectSource): SectionSlide[] {
  const tags = scanTags(text, slide).tags.filter(({ name }) => name.toLowerCase() === 'section');
  const parts: SectionSlide[] = [{ ...slide }];
  for (const tag of tags) {
    const last = parts.at(-1);
    if (tag.kind === 'open' && last?.attributes !== undefined) {
      parts.pop();
      parts.push({ ...last, end: tag.start, separator: { start: tag.start, end: tag.end } });
      parts.push({ ...slide, start: tag.end, attributes: tag.attributes });
      // Text right above a rule would be a heading.
      insert(tag.start, '\n\n');
      insert(tag.end, '\n\n');
      continue;
    }
    if (tag.kind === 'open' && last) last.attributes = tag.attributes;
    // Markdown begins after a blank line.
    replace(tag, tag.kind === 'close' ? '\n' : '\n\n');
  }
  return parts;
}
