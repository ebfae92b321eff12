import { counterText } from './counters.ts';
import type { Box, Measured, Paragraph, Run } from './measured.ts';
import { around, boxOn, nodeOf, round, seenColour, stepOf, zoomOf, type Page } from './page.ts';
import { paragraphOf } from './paragraphs.ts';
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
  // Where a slide is the container, the computed style says all, and many slides have one.
  const isSimple = style.position === 'absolute' && host === page.slide;
  const measured = isSimple ? undefined : asElement(page, host, { pseudo, style, text });
  const box = measured ? measured.box : absoluteBox(page, host, style);
  if (!box || box.width < 0.5 || box.height < 0.5) return [];
  const paragraphs = measured?.paragraphs ?? (text === '' ? [] : [paragraphIn(page, host, style, { box, text })]);
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
      blocks: paragraphs.map(textOf),
    },
  ];
}

function textOf(paragraph: Paragraph): Measured {
  return {
    kind: 'text',
    node: undefined,
    box: paragraph.box,
    step: undefined,
    opacity: 1,
    rotation: 0,
    role: 'ornament',
    paragraphs: [paragraph],
  };
}

interface Pseudostyle {
  pseudo: Pseudo;
  style: CSSStyleDeclaration;
  text: string;
}

const AWAY = 'data-away-pseudo';

/**
 * Measures a pseudo-element: an element with the same styles takes its place meanwhile.
 */
function asElement(
  page: Page,
  host: Element,
  { pseudo, style, text }: Pseudostyle,
): { box: Box; paragraphs: Paragraph[] } {
  const twin = document.createElement('span');
  for (const name of style) twin.style.setProperty(name, style.getPropertyValue(name));
  twin.style.setProperty('content', 'normal');
  const letters = document.createTextNode(text);
  twin.append(letters);
  hidePseudo(host, pseudo);
  if (pseudo === '::before') host.prepend(twin);
  else host.append(twin);
  const box = boxOn(page, twin.getBoundingClientRect());
  const paragraph = text === '' ? undefined : paragraphOf(page, twin, [letters]);
  twin.remove();
  host.removeAttribute(AWAY);
  return { box, paragraphs: paragraph ? [paragraph] : [] };
}

function hidePseudo(host: Element, pseudo: Pseudo): void {
  const id = 'away-pseudo';
  if (!document.getElementById(id)) {
    const sheet = document.createElement('style');
    sheet.id = id;
    sheet.textContent = ['::before', '::after']
      .map((one) => `[${AWAY}="${one}"]${one}{content:none!important}`)
      .join('');
    document.head.append(sheet);
  }
  host.setAttribute(AWAY, pseudo);
}

/** The used values of an absolute box are in its computed style. */
function absoluteBox(page: Page, host: Element, style: CSSStyleDeclaration): Box | undefined {
  const area = host.getBoundingClientRect();
  const own = getComputedStyle(host);
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
