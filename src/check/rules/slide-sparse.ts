import type { Element } from 'hast';
import { isHeading } from '../../html/elements.ts';
import type { Slide } from '../../model/deck.ts';
import type { Layout } from '../../model/layouts.ts';
import { defineRule, type Rule } from '../rule.ts';
import { elementsOf, hasName, textOf } from '../slide-text.ts';
import { hasMoreThanTitle } from './slide-empty.ts';

/** Layouts whose content may end anywhere: it is where its author or its theme wants it. */
const PLACED = new Set<Layout>(['cover', 'section', 'center', 'statement', 'quote', 'image-full', 'agenda', 'end']);

export const slideSparse: Rule = defineRule({
  id: 'slide-sparse',
  severity: 'info',
  about: 'content that leaves the lower part of its slide empty',
  options: { least: 0.6 },
  check({ pages }, report, { least }) {
    for (const { slide, last, output, end, fit } of pages) {
      if (!last || output !== 'deck' || end >= least || fit.factor < 1 || !mayBeFuller(slide)) continue;
      const share = Math.floor(end * 100);
      report(`Content ends at ${share} % of the slide’s height; ${adviceFor(slide)}`, { slide });
    }
  },
});

/** Slides that were arranged by their few words, and those that go on, are as full as they can be; so are those with styles of their author's. */
function mayBeFuller(slide: Slide): boolean {
  const { settings, composed, continued } = slide;
  if (PLACED.has(settings.layout) || settings.background || settings.autoAnimate || continued) return false;
  if (composed === 'statement' || composed === 'quote' || !hasMoreThanTitle(slide)) return false;
  return elementsOf(slide, isStyled).length === 0;
}

function isStyled({ properties }: Element): boolean {
  return /(?:^|;)\s*[a-z]/i.test(String(properties['style'] ?? ''));
}

/** A kind of content, and what would show it better. */
interface Suggestion {
  suits: (slide: Slide) => boolean;
  advice: string;
}

const SUGGESTIONS: readonly Suggestion[] = [
  { suits: (slide) => listOf(slide, isDated), advice: 'dates and what happens then make a :::timeline' },
  { suits: (slide) => listOf(slide, isCounted), advice: 'figures and what they count make :::kpis' },
  { suits: (slide) => has(slide, 'ol'), advice: 'steps in an order make a :::process' },
  { suits: (slide) => groupsOf(slide) === 4, advice: 'four groups make a :::matrix' },
  { suits: (slide) => groupsOf(slide) === 2, advice: 'two groups make :::proscons, or the layout “compare”' },
  {
    suits: (slide) => has(slide, 'img'),
    advice: 'pictures make a :::gallery or :::logos, and one with words suits the layout “image-right”',
  },
  {
    suits: (slide) => has(slide, 'ul'),
    advice: 'points make :::cards, or say what each means behind bold words: “- **Lead** and more”',
  },
  {
    suits: (slide) => has(slide, 'pre'),
    advice: 'show code in the layout “code”, or say beside it what it does: “{layout=split}”',
  },
  {
    suits: (slide) => has(slide, 'table'),
    advice: 'say beside the table what it shows: “{layout=split}”, or make :::kpis of its main figures',
  },
  { suits: (slide) => has(slide, 'svg'), advice: 'say beside it what it shows, or let a diagram run downwards' },
];

function adviceFor(slide: Slide): string {
  const found = SUGGESTIONS.find(({ suits }) => suits(slide));
  return (
    found?.advice ?? 'one sentence suits the layout “statement”, and a picture beside words the layout “image-right”'
  );
}

function has(slide: Slide, name: string): boolean {
  return elementsOf(slide, ({ tagName }) => tagName === name).length > 0;
}

/** Counts groups of content: columns, cells, or parts below headings of their own. */
function groupsOf(slide: Slide): number {
  const boxes = elementsOf(slide, (node) => hasName(node, 'column', 'cell', 'slot'));
  return boxes.length > 0 ? boxes.length : elementsOf(slide, isHeading).slice(1).length;
}

/** Tells whether all items of a list of the slide are of one form. */
function listOf(slide: Slide, form: (item: Element) => boolean): boolean {
  const items = elementsOf(slide, ({ tagName }) => tagName === 'li');
  return items.length > 1 && items.every(form);
}

function isDated(item: Element): boolean {
  return /^(?:\p{L}+\.? )?(?:1[89]|20)\d\d\b/u.test(textOf(item).trim());
}

function isCounted(item: Element): boolean {
  return /^[^\p{L}]*\d/u.test(textOf(item).trim());
}
