import { resized, uprightBox } from './common.ts';
import { counterText } from './counters.ts';
import { withPictures } from './ground-pictures.ts';
import { layered } from './layers.ts';
import type { Box, Measured, MeasuredBox, Paragraph, Run } from './measured.ts';
import { around, letterColour, nodeOf, round, stepOf, zoomOf, type Page } from './page.ts';
import { heightOfLines, paragraphOf } from './paragraphs.ts';
import { paintOf } from './paint.ts';
import { fontOf, seenWeight } from './runs.ts';
import { isInline, rotationOf, scaleOf } from './styles.ts';

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
  const ornament: MeasuredBox = {
    kind: 'box',
    node: nodeOf(host),
    box,
    step: stepOf(host, page),
    opacity: Number(style.opacity),
    rotation: page.turned + rotationOf(style),
    role: host === page.slide ? 'decoration' : 'ornament',
    paint,
    blocks: paragraphs.map(textOf),
  };
  return [layered(page, withPictures(page, ornament, style))];
}

/** Puts text that a style sheet adds to a line of words into that line. */
export function letPseudosFlow(host: Element): void {
  for (const pseudo of ['::before', '::after'] as const) {
    const style = getComputedStyle(host, pseudo);
    // Most elements have none.
    if (!/["(-]/.test(style.content)) continue;
    if (!style.display.startsWith('inline') || style.position === 'absolute') continue;
    const text = counterText(host, style.content);
    const [first, last] = [host.firstChild, host.lastChild];
    const beside = pseudo === '::before' ? first : last;
    const isLine = beside instanceof Text ? beside.data.trim() !== '' : beside instanceof Element && isInline(beside);
    if (text === '' || !isLine) continue;
    const twin = twinOf(style, text);
    hidePseudo(host, pseudo);
    if (pseudo === '::before') host.prepend(twin);
    else host.append(twin);
  }
}

function twinOf(style: CSSStyleDeclaration, text: string): HTMLElement {
  const twin = document.createElement('span');
  for (const name of style) twin.style.setProperty(name, style.getPropertyValue(name));
  twin.style.setProperty('content', 'normal');
  twin.append(document.createTextNode(text));
  return twin;
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
  const twin = twinOf(style, text);
  // The style of a pseudo-element that is away says nothing about how it was turned.
  const rotation = page.turned + rotationOf(style);
  const away = host.getAttribute(AWAY);
  hidePseudo(host, pseudo);
  if (pseudo === '::before') host.prepend(twin);
  else host.append(twin);
  const box = uprightBox(page, twin, rotation);
  const paragraph = text === '' ? undefined : paragraphOf(page, twin, [...twin.childNodes]);
  twin.remove();
  if (away === null) host.removeAttribute(AWAY);
  else host.setAttribute(AWAY, away);
  return { box, paragraphs: paragraph ? [paragraph] : [] };
}

function hidePseudo(host: Element, pseudo: Pseudo): void {
  const id = 'away-pseudo';
  if (!document.getElementById(id)) {
    const sheet = document.createElement('style');
    sheet.id = id;
    sheet.textContent = ['::before', '::after']
      .map((one) => `[${AWAY}~="${one}"]${one}{content:none!important}`)
      .join('');
    document.head.append(sheet);
  }
  host.setAttribute(AWAY, `${host.getAttribute(AWAY) ?? ''} ${pseudo}`);
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
    font: fontOf(page, style.fontFamily),
    size: round(size),
    weight: seenWeight(page, style),
    italic: style.fontStyle !== 'normal',
    underline: false,
    strike: false,
    colour: letterColour({ ...page, opacity: page.opacity * Number(style.opacity) }, style.color),
    highlight: undefined,
    baseline: undefined,
    href: undefined,
    lang: undefined,
    spacing: 0,
    caps: undefined,
    inset: undefined,
  };
  const { natural, ascent } = heightOfLines(page, style, zoom);
  const leading = style.lineHeight === 'normal' ? natural : Number.parseFloat(style.lineHeight) * zoom;
  const height = Math.max(leading, Math.min(box.height, size));
  const ink = { x: box.x, y: round(box.y + (box.height - height) / 2), width: box.width, height: round(height) };
  return {
    box: around([ink]),
    ink,
    lines: 1,
    lineRoom: undefined,
    runs: [run],
    align: isCentred ? 'center' : style.textAlign === 'right' || style.textAlign === 'end' ? 'right' : 'left',
    rtl: style.direction === 'rtl',
    leading: round(leading),
    natural: round(natural),
    ascent: round(ascent),
    level: 0,
    marker: undefined,
    tag: 'span',
    node: undefined,
    step: undefined,
  };
}
