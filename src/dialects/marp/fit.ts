import type { Heading, RootContent } from 'mdast';
import type { DialectSource } from '../../model/dialect.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { rangeOf } from '../slides.ts';
import type { DeckLook } from '../common/deck-look.ts';
import type { MarpSlide } from './slides.ts';

/** Px that a line of a slide has. */
const LINE = 1120;
const LARGEST = 150;

/** Makes headings with `<!-- fit -->` as large as their line. */
export function moveFit(slide: MarpSlide, source: DialectSource, look: DeckLook): void {
  const opening = slide.nodes.find(({ type }) => type !== 'html');
  for (const node of slide.nodes) {
    const comment = node.type === 'heading' ? node.children.find(isFit) : undefined;
    if (node.type !== 'heading' || !comment) continue;
    const range = rangeOf(comment);
    const after = source.text.charAt(range.end) === ' ' ? 1 : 0;
    const isLast = node.children.at(-1) === comment;
    const before = isLast && source.text.charAt(range.start - 1) === ' ' ? 1 : 0;
    source.remove({ start: range.start - before, end: range.end + after });
    source.report('changed', rangeOf(node), { what: '<!-- fit -->', advice: 'the size of the heading, in “style”' });
    const size = fitSize(node);
    const name = `fit-${size}`;
    const isOpening = opening === node;
    if (isOpening) slide.settings.classes.add(name);
    else source.insert(rangeOf(node.children.at(-1) ?? node).end, ` {.${name}}`);
    const selector = isOpening ? `.slide.${name} > .slide-body > :is(h1, h2, h3):first-child` : `.slide .${name}`;
    look.rules.add(selector, `font-size: ${size}px; line-height: 1.15`);
  }
}

function isFit(node: RootContent): boolean {
  return node.type === 'html' && /^<!--\s*fit\s*-->$/.test(node.value);
}

/** A size at which the words take their line, in steps of 10 px. */
function fitSize(heading: Heading): number {
  const letters = [...plainText(heading).trim()].reduce(
    (sum, letter) => sum + (/[\u1100-\uFFFF]/.test(letter) ? 1 : 0.56),
    0,
  );
  return Math.max(40, Math.min(LARGEST, Math.floor(LINE / Math.max(letters, 1) / 10) * 10));
}
