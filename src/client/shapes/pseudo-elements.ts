import { resized } from './common.ts';
import { withPictures } from './ground-pictures.ts';
import { layered } from './layers.ts';
import type { Box, Measured, MeasuredBox, Paragraph, Run } from './measured.ts';
import { around, boxOn, letterColour, nodeOf, paler, round, stepOf, zoomOf, type Page } from './page.ts';
import { heightOfLines } from './paragraphs.ts';
import type { PseudoName, TwinMeasure } from './pseudo.ts';
import { takePlace, twinOf } from './pseudo-twins.ts';
import { fontOf, seenWeight } from './runs.ts';
import { isInline, rotationOf, scaleOf } from './styles.ts';

/** Measures what a style sheet puts before or after an element's content. */
export function pseudoBlocks(page: Page, host: Element, name: PseudoName): Measured[] {
  const pseudo = page.pseudos.get(host)?.get(name);
  if (!pseudo?.measure) return [];
  const { style, text, paint, measure } = pseudo;
  const rotation = page.turned + rotationOf(style);
  const box = 'area' in measure ? twinBox(page, host, { measure, style, rotation }) : measure;
  if (box.width < 0.5 || box.height < 0.5) return [];
  const measured = 'area' in measure ? measure.paragraph && paled(page, measure.paragraph) : undefined;
  const paragraph =
    'area' in measure ? measured : text === '' ? undefined : paragraphIn(page, host, style, { box, text });
  const ornament: MeasuredBox = {
    kind: 'box',
    node: nodeOf(host),
    box,
    step: stepOf(host, page),
    opacity: Number(style.opacity),
    rotation,
    role: host === page.slide ? 'decoration' : 'ornament',
    paint,
    blocks: paragraph ? [textOf(paragraph)] : [],
  };
  return [layered(page, withPictures(page, ornament, style))];
}

function twinBox(
  page: Page,
  host: Element,
  { measure, style, rotation }: { measure: TwinMeasure; style: CSSStyleDeclaration; rotation: number },
): Box {
  const box = boxOn(page, measure.area);
  if (rotation % 180 === 0) return box;
  const zoom = zoomOf(page, host);
  const [across, down] = scaleOf(style);
  return resized(box, measure.width * zoom * across, measure.height * zoom * down);
}

/** Makes letters as pale as the elements around them do. */
function paled({ opacity }: Page, paragraph: Paragraph): Paragraph {
  const runs = paragraph.runs.map((run) => Object.assign({}, run, { colour: paler(run.colour, opacity) }));
  return { ...paragraph, runs };
}

/** Puts text that a style sheet adds to a line of words into that line. */
export function letPseudosFlow({ pseudos }: Page, host: Element): void {
  const own = pseudos.get(host);
  if (!own) return;
  for (const [name, pseudo] of own) {
    const { style, text } = pseudo;
    if (!style.display.startsWith('inline') || style.position === 'absolute') continue;
    const beside = name === '::before' ? host.firstChild : host.lastChild;
    const isLine = beside instanceof Text ? beside.data.trim() !== '' : beside instanceof Element && isInline(beside);
    if (text === '' || !isLine) continue;
    takePlace(twinOf(pseudo), host, name);
    own.delete(name);
  }
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
