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
  about: 'a slide whose lower part is empty',
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
  { suits: (slide) => listOf(slide, isDated), advice: 'show dates and events as a :::timeline' },
  { suits: (slide) => listOf(slide, isCounted), advice: 'show figures as :::kpis' },
  { suits: (slide) => has(slide, 'ol'), advice: 'show steps as a :::process' },
  { suits: (slide) => groupsOf(slide) === 4, advice: 'show four groups as a :::matrix' },
  { suits: (slide) => groupsOf(slide) === 2, advice: 'show two groups as :::proscons, or with layout=compare' },
  {
    suits: (slide) => has(slide, 'img'),
    advice: 'show images as a :::gallery or :::logos, or one image next to text with layout=image-right',
  },
  {
    suits: (slide) => has(slide, 'ul'),
    advice: 'show points as :::cards, or explain each after a bold lead: “- **Lead** and more”',
  },
  {
    suits: (slide) => has(slide, 'pre'),
    advice: 'show code with layout=code, or explain it on the other side with layout=split',
  },
  {
    suits: (slide) => has(slide, 'table'),
    advice: 'explain the table on the other side with layout=split, or show its main figures as :::kpis',
  },
  { suits: (slide) => has(slide, 'svg'), advice: 'explain the drawing next to it, or let a diagram run downwards' },
];

function adviceFor(slide: Slide): string {
  const found = SUGGESTIONS.find(({ suits }) => suits(slide));
  return (
    found?.advice ?? 'use layout=statement for one sentence, or put an image next to the text with layout=image-right'
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
