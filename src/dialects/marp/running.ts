import type { DialectSource } from '../../model/dialect.ts';
import { textOf, type Directives } from './directives.ts';
import { readImageWords } from './images.ts';
import type { OwnRules } from '../common/own-rules.ts';
import { runningHeader } from './running-header.ts';
import type { MarpSlide } from './slides.ts';

/** Makes one running footer of footers and page numbers, and puts headers at the top of their slides. */
export function moveRunning(
  slides: readonly (readonly [slide: MarpSlide, held: Directives])[],
  { front, report, insert }: DialectSource,
  rules: OwnRules,
): void {
  for (const key of ['paginate', 'header', 'footer']) {
    const entry = front.entries.get(key);
    if (entry) report('changed', entry, { what: `${key}: …`, advice: ADVICE.get(key) ?? '' });
    front.remove(key);
    front.remove(`_${key}`);
  }
  const isNumbered = ([, held]: readonly [MarpSlide, Directives]): boolean =>
    held.get('paginate') !== undefined && held.get('paginate') !== false && held.get('paginate') !== '';
  for (const [slide, held] of slides) {
    const header = runningHeader(textOf(held.get('header')), rules);
    if (header !== '') insert(slide.end, header);
  }
  const texts = slides.map(([, held]) => footerText(held));
  const usual = mostCommon(texts.filter((text) => text !== ''));
  const numbers = slides.some(isNumbered);
  if (numbers) front.set('numbers', true);
  if (usual !== '') front.set('footer', usual);
  slides.forEach((one, index) => {
    const [{ settings }] = one;
    const text = texts[index] ?? '';
    const hasNumber = isNumbered(one);
    if (text === '' && !hasNumber && (usual !== '' || numbers)) settings.values.set('numbers', 'false');
    else if (text !== usual) settings.values.set('footer', text === '' ? 'false' : plain(text));
    if (numbers && !hasNumber && text !== '') {
      settings.classes.add('no-number');
      rules.add('.slide.no-number .slide-count', 'visibility: hidden');
    }
  });
}

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['paginate', '“numbers: true”, and “numbers=false” on slides without a number'],
  ['header', 'HTML on each slide, “<header class="slide-header">”'],
  ['footer', 'the “footer”, and “footer=…” on slides with another one'],
]);

function footerText(held: Directives): string {
  return withImages(textOf(held.get('footer'))).replaceAll(/[{}]/g, '');
}

/** Sizes in the brackets of images become attributes, for the footer is Markdown without them. */
function withImages(text: string): string {
  return text.replace(/!\[([^\]]{0,200})\]\(([^()\s]{1,500})\)/g, (_, alt: string, address: string) => {
    const { words } = readImageWords(alt);
    return `![${words.join(' ')}](${address})`;
  });
}

/** The text of Markdown, for a setting of a slide. */
function plain(text: string): string {
  return text
    .replace(/!\[[^\]]{0,200}\]\([^()]{0,500}\)/g, '')
    .replace(/\[([^\]]{0,200})\]\([^()]{0,500}\)/g, '$1')
    .replace(/[*_`]/g, '')
    .trim();
}

function mostCommon(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}
