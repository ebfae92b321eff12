import { resized } from './common.ts';
import { counterText } from './counters.ts';
import type { Box } from './measured.ts';
import { round, zoomOf, type Page } from './page.ts';
import { paintOf } from './paint.ts';
import type { Pseudo, PseudoName } from './pseudo.ts';
import { measureTwins, type Unmeasured } from './pseudo-twins.ts';
import { scaleOf } from './styles.ts';

const NAMES = ['::before', '::after'] as const;

/** Elements of which no part is measured. */
const LEAVES = 'svg, img, pre, video, audio, iframe, canvas, .math, .katex';

/** Measures what style sheets put before and after the content of elements of slides, for the pages of these. */
export function measurePseudos(pages: readonly Page[]): void {
  const unmeasured: Unmeasured[] = [];
  const upright = new Map<Element, boolean>();
  for (const page of pages) {
    upright.set(page.slide, true);
    for (const host of hostsIn(page.slide)) {
      for (const name of NAMES) {
        const pseudo = pseudoOf(page, host, { name, upright });
        if (!pseudo) continue;
        const own = page.pseudos.get(host) ?? new Map<PseudoName, Pseudo>();
        page.pseudos.set(host, own.set(name, pseudo));
        if (!pseudo.measure) unmeasured.push({ page, host, name, pseudo });
      }
    }
  }
  if (unmeasured.length > 0) measureTwins(unmeasured);
}

function* hostsIn(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (!child.matches(LEAVES)) yield* hostsIn(child);
}

/** Elements of which it is known whether they are turned or scaled. */
type Upright = Map<Element, boolean>;

function pseudoOf(
  page: Page,
  host: Element,
  { name, upright }: { name: PseudoName; upright: Upright },
): Pseudo | undefined {
  const style = getComputedStyle(host, name);
  if (style.content === 'none' || style.content === 'normal' || style.display === 'none') return undefined;
  if (style.opacity === '0' || style.visibility === 'hidden') return undefined;
  const paint = paintOf(page, host, style);
  const text = counterText(host, style.content);
  if (!paint && text === '') return undefined;
  const measure = isPlaced(host, { style, text, upright }) ? absoluteBox(page, host, style) : undefined;
  return { style, text, paint, measure };
}

/** Tells whether the computed style of a pseudo-element says where it is. */
function isPlaced(
  host: Element,
  { style, text, upright }: Pick<Pseudo, 'style' | 'text'> & { upright: Upright },
): boolean {
  if (style.position !== 'absolute') return false;
  if (host.matches('.print > .slide')) return true;
  if (text !== '' || !isStraight(style) || style.translate !== 'none') return false;
  const { position, display } = getComputedStyle(host);
  return position !== 'static' && /^(?:block|flow-root|list-item)$/.test(display) && isUpright(host, upright);
}

function isUpright(element: Element, upright: Upright): boolean {
  const known = upright.get(element);
  if (known !== undefined) return known;
  const parent = element.parentElement;
  const is = isStraight(getComputedStyle(element)) && (!parent || isUpright(parent, upright));
  upright.set(element, is);
  return is;
}

function isStraight({ transform, rotate, scale }: CSSStyleDeclaration): boolean {
  return transform === 'none' && rotate === 'none' && scale === 'none';
}

/** Pages are laid out in parts of a px, of which computed styles tell six digits. */
function snapped(length: number): number {
  return Math.round(length * 64) / 64;
}

/** The used values of an absolute box are in its computed style. */
function absoluteBox(page: Page, host: Element, style: CSSStyleDeclaration): Box {
  const area = host.getBoundingClientRect();
  const own = getComputedStyle(host);
  const zoom = zoomOf(page, host);
  const px = (css: string): number => snapped((Number.parseFloat(css) || 0) * zoom);
  const edges =
    style.boxSizing === 'border-box'
      ? [0, 0]
      : [
          px(style.paddingLeft) + px(style.paddingRight) + px(style.borderLeftWidth) + px(style.borderRightWidth),
          px(style.paddingTop) + px(style.paddingBottom) + px(style.borderTopWidth) + px(style.borderBottomWidth),
        ];
  const width = px(style.width) + (edges[0] ?? 0);
  const height = px(style.height) + (edges[1] ?? 0);
  const moved = style.transform === 'none' ? { e: 0, f: 0 } : new DOMMatrix(style.transform);
  const [shiftX = '0', shiftY = '0'] = style.translate === 'none' ? [] : style.translate.split(' ');
  const along = (css: string, whole: number): number =>
    css.endsWith('%') ? (Number.parseFloat(css) / 100) * whole : px(css);
  const box = {
    x: round(
      area.left -
        page.frame.left +
        px(own.borderLeftWidth) +
        px(style.left) +
        px(style.marginLeft) +
        moved.e * zoom +
        along(shiftX, width),
    ),
    y: round(
      area.top -
        page.frame.top +
        px(own.borderTopWidth) +
        px(style.top) +
        px(style.marginTop) +
        moved.f * zoom +
        along(shiftY, height),
    ),
    width: round(width),
    height: round(height),
  };
  const [across, down] = scaleOf(style);
  return resized(box, width * across, height * down);
}
