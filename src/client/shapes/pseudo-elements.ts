import { counterText } from './counters.ts';
import type { Box, Measured, Paragraph, Run } from './measured.ts';
import { around, nodeOf, round, seenColour, stepOf, zoomOf, type Page } from './page.ts';
import { paintOf } from './paint.ts';
import { familyOf } from './runs.ts';
import { rotationOf } from './styles.ts';

type Pseudo = '::before' | '::after';

/** Measures what a style sheet puts before or after an element's content. */
export function pseudoBlocks(page: Page, host: Element, pseudo: Pseudo): Measured[] {
  const style = getComputedStyle(host, pseudo);
  if (style.content === 'none' || style.content === 'normal' || style.display === 'none') return [];
  if (style.opacity === '0' || style.visibility === 'hidden') return [];
  const paint = paintOf(page, host, style);
  const text = counterText(host, style.content);
  if (!paint && text === '') return [];
  const box = style.position === 'absolute' ? absoluteBox(page, host, style) : undefined;
  if (!box || box.width < 0.5 || box.height < 0.5) return [];
  const paragraphs = text === '' ? [] : [paragraphIn(page, host, style, { box, text })];
  return [
    {
      kind: 'box',
      node: nodeOf(host),
      box,
      step: stepOf(host, page),
      opacity: Number(style.opacity),
      rotation: rotationOf(style),
      role: host === page.slide ? 'decoration' : 'ornament',
      paint,
      blocks: paragraphs.map((paragraph) => ({
        kind: 'text',
        node: undefined,
        box: paragraph.box,
        step: undefined,
        opacity: 1,
        rotation: 0,
        role: 'ornament',
        paragraphs: [paragraph],
      })),
    },
  ];
}

/** The used values of an absolute box are in its computed style. */
function absoluteBox(page: Page, host: Element, style: CSSStyleDeclaration): Box | undefined {
  const holder = containingBlock(page, host);
  const area = holder.getBoundingClientRect();
  const own = getComputedStyle(holder);
  const zoom = zoomOf(page, host);
  const px = (css: string): number => (Number.parseFloat(css) || 0) * zoom;
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
  return {
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
}

function containingBlock({ slide }: Page, host: Element): Element {
  for (let at: Element = host; at !== slide;) {
    const { position, transform, contain } = getComputedStyle(at);
    if (position !== 'static' || transform !== 'none' || /strict|content|layout|paint/.test(contain)) return at;
    if (!at.parentElement) break;
    at = at.parentElement;
  }
  return slide;
}

function paragraphIn(
  page: Page,
  host: Element,
  style: CSSStyleDeclaration,
  { box, text }: { box: Box; text: string },
): Paragraph {
  const zoom = zoomOf(page, host);
  const size = Number.parseFloat(style.fontSize) * zoom;
  const isCentred =
    style.textAlign === 'center' || /center/.test(`${style.placeItems} ${style.justifyContent} ${style.placeContent}`);
  const run: Run = {
    text,
    font: familyOf(page, style.fontFamily),
    size: round(size),
    weight: Number(style.fontWeight),
    italic: style.fontStyle !== 'normal',
    underline: false,
    strike: false,
    colour: seenColour(page, style.color) ?? '#00000000',
    highlight: undefined,
    baseline: undefined,
    href: undefined,
    lang: undefined,
    spacing: 0,
    caps: undefined,
    inset: undefined,
  };
  const leading = style.lineHeight === 'normal' ? size * 1.2 : Number.parseFloat(style.lineHeight) * zoom;
  const height = Math.min(box.height, Math.max(leading, size));
  const ink = { x: box.x, y: round(box.y + (box.height - height) / 2), width: box.width, height: round(height) };
  return {
    box: around([ink]),
    ink,
    lines: 1,
    runs: [run],
    align: isCentred ? 'center' : style.textAlign === 'right' || style.textAlign === 'end' ? 'right' : 'left',
    rtl: style.direction === 'rtl',
    leading: round(leading),
    natural: round(size * 1.2),
    level: 0,
    marker: undefined,
    tag: 'span',
    node: undefined,
    step: undefined,
  };
}
