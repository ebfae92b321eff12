import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { made, type Blocks, type Composed } from './compose-blocks.ts';
import { onEdge } from './compose-edge.ts';
import { croppedShape, filling, isScreen, isShown } from './compose-pictures.ts';
import { isBeside, isFormula } from './compose-sides.ts';
import { addClass, hasClass } from './elements.ts';
import { pair } from './layouts.ts';
import { shapeOf, shownIn } from './picture-rows.ts';
import { isWords, lettersOf } from './statement.ts';

/** Letters of words that fit beside something landscape and beside something upright. */
const [WORDS_BESIDE, WORDS_BESIDE_UPRIGHT] = [330, 520];
/** Letters that take as much room as a formula. */
const FORMULA = 60;
/** Letters of words beside an image that are set larger, and beside a photograph that is cropped. */
const [FEW_BESIDE, FEW_BY_PHOTO] = [75, 130];
/** Width by height from which on something is too wide to be beside words, and up to which it is upright. */
const [PANORAMA, UPRIGHT] = [2.1, 0.95];
/** The same on slides that are less wide than this share of 16:9. */
const [PANORAMA_NARROW, NARROW] = [1.55, 0.9];
/** The first of these where the words are a few points, which are small in what is left below an image. */
const PANORAMA_BY_POINTS = 1.9;
/** The share of the width of what is beside words, as a rule. */
const HALF = 0.5;
/** The share of the width that a screenshot has, whose own words are to be read, and letters of the sentences beside it. */
const [SCREEN, FEW_BY_SCREEN] = [0.64, 140];
/** Drawings that are wider than this in their own px have labels that would get too small in half of a slide. */
const WIDE_DRAWING = 470;

/** Arranges words with one image or drawing before or behind them. */
export function withPicture(blocks: Blocks): Composed | undefined {
  const { rest, chartShare } = blocks;
  const place = rest.findIndex(isShown);
  const shown = rest[place];
  const words = rest.filter((node) => node !== shown);
  const shape = shown && shapeOf(shown);
  if (!shown || !shape || words.length === 0 || !words.every((node) => isBeside(node, shape))) return undefined;
  if (place !== 0 && place !== rest.length - 1) return undefined;
  const letters =
    words.reduce((sum, node) => sum + lettersOf(toString(node)), 0) + FORMULA * words.filter(isFormula).length;
  const stacked = made(
    'stacked',
    blocks,
    rest.map((node) => (node === shown ? filling(node, blocks) : node)),
  );
  if (hasClass(shown, 'chart'))
    return chartShare !== undefined ? beside(blocks, shown, shape) : letters < 260 ? stacked : undefined;
  const edge = onEdge(blocks, shown);
  if (edge) return edge;
  const cropped =
    blocks.upright || letters > FEW_BY_PHOTO ? undefined : croppedShape(shown, blocks.photos, blocks.breadth);
  if (cropped) return beside(blocks, shown, cropped);
  const arePoints = letters <= FEW_BY_PHOTO && words.every(({ tagName }) => tagName === 'ul' || tagName === 'ol');
  const panorama = arePoints ? PANORAMA_BY_POINTS : PANORAMA_NARROW;
  if (
    shape >= (!blocks.upright && blocks.breadth < NARROW ? panorama : PANORAMA) ||
    (hasClass(shown, 'diagram') && isWide(shown, shape))
  )
    return letters < 260 ? stacked : undefined;
  return letters <= (shape <= UPRIGHT ? WORDS_BESIDE_UPRIGHT : WORDS_BESIDE) ? beside(blocks, shown, shape) : undefined;
}

function isWide(figure: Element, shape: number): boolean {
  const [, width = '0'] = /--drawing-width:([\d.]+)/.exec(String(shownIn(figure)?.properties['style'])) ?? [];
  return shape > UPRIGHT && Number(width) > WIDE_DRAWING;
}

function beside(blocks: Blocks, shown: Element, shape: number): Composed {
  const { rest } = blocks;
  const words = rest.filter((node) => node !== shown);
  const letters = words.reduce((sum, node) => sum + lettersOf(toString(node)), 0);
  const figure = filling(shown, blocks, undefined, shape === shapeOf(shown) ? undefined : shape);
  const screen = isScreen(shown, blocks);
  if (screen) addClass(figure, 'hairline');
  const sides = rest[0] === shown ? pair([figure], words) : pair(words, [figure]);
  const hasMost = screen && words.every(isWords) && letters <= FEW_BY_SCREEN;
  const share = hasMost ? SCREEN : hasClass(shown, 'chart') ? (blocks.chartShare ?? HALF) : HALF;
  sides.properties['style'] = `--shape:${shape}${share > HALF ? `;--beside:${share}` : ''}`;
  const side = rest[0] === shown ? 'start' : 'end';
  sides.properties['dataShown'] = side;
  // A line or two say more than running text would.
  if (words.every(isWords) && !hasMost && letters <= FEW_BESIDE) sides.properties['dataFew'] = '';
  return made('beside', blocks, [sides], 'split');
}
