import type { Run } from './measured.ts';
import { boxOn, letterColour, nodeOf, round, seenColour, zoomOf, type Page } from './page.ts';
import { paintOf } from './paint.ts';

/** Properties that runs inherit from the elements around them. */
interface Around {
  href: string | undefined;
  highlight: string | undefined;
  baseline: Run['baseline'];
  underline: boolean;
  strike: boolean;
  /** px that an element's padding adds for each of its letters. */
  spread: number;
}

const NOTHING: Around = {
  href: undefined,
  highlight: undefined,
  baseline: undefined,
  underline: false,
  strike: false,
  spread: 0,
};

/** Reads the text of nodes in a line as runs of one look each. */
export function runsOf(page: Page, nodes: readonly Node[]): Run[] {
  const parent = nodes[0]?.parentElement;
  const outer = parent ? within(page, parent, NOTHING, true) : NOTHING;
  return trimmed(joined(nodes.flatMap((node) => collect(page, node, outer))));
}

/** Reads text that keeps its blanks, such as code. */
export function keptRunsOf(page: Page, nodes: readonly Node[]): Run[] {
  return nodes.flatMap((node) => collect(page, node, NOTHING));
}

function collect(page: Page, node: Node, around: Around): Run[] {
  if (node instanceof Text) return textRun(page, node, around);
  if (!(node instanceof Element)) return [];
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return [];
  if (node.localName === 'br') return lineBreak(page, node);
  if (node instanceof HTMLInputElement && node.type === 'checkbox') {
    return [
      { ...lookOf(page, node.parentElement ?? node, around), text: node.checked ? '☑ ' : '☐ ', inset: undefined },
    ];
  }
  const inset = insetOf(page, node, around);
  if (inset) return [inset];
  const own = within(page, node, around, false);
  return [...node.childNodes].flatMap((child) => collect(page, child, own));
}

function within(page: Page, element: Element, around: Around, isOutermost: boolean): Around {
  const style = getComputedStyle(element);
  const link = element.closest('a[href]');
  const ground =
    isOutermost || !style.display.startsWith('inline') ? undefined : seenColour(page, style.backgroundColor);
  const { verticalAlign, textDecorationLine } = style;
  const isUnderlined =
    textDecorationLine.includes('underline') || (link === element && px(style.borderBottomWidth) > 0);
  return {
    href: link?.getAttribute('href') ?? undefined,
    highlight: ground ?? around.highlight,
    baseline:
      element.localName === 'sup' || verticalAlign === 'super'
        ? 'super'
        : element.localName === 'sub' || verticalAlign === 'sub'
          ? 'sub'
          : around.baseline,
    underline: around.underline || isUnderlined,
    strike: around.strike || textDecorationLine.includes('line-through'),
    spread: isOutermost ? 0 : around.spread + spreadOf(page, element, style),
  };
}

/** Letters further apart than this part of their size do not look like words. */
const SPREAD = 0.06;

/** Spreads the padding of a chip over its letters, so that lines with chips are as long as on a page. */
function spreadOf(page: Page, element: Element, style: CSSStyleDeclaration): number {
  const letters = element.textContent.trim().length;
  const padding =
    px(style.paddingLeft) + px(style.paddingRight) + px(style.borderLeftWidth) + px(style.borderRightWidth);
  if (!style.display.startsWith('inline') || padding === 0 || letters === 0) return 0;
  return Math.min(padding / letters, SPREAD * px(style.fontSize)) * zoomOf(page, element);
}

function px(length: string): number {
  return Number.parseFloat(length) || 0;
}

function insetOf(page: Page, node: Element, around: Around): Run | undefined {
  const kind = node.matches('.inline-math')
    ? 'formula'
    : node.localName === 'svg'
      ? 'drawing'
      : node.localName === 'img'
        ? 'picture'
        : isMark(page, node)
          ? 'drawing'
          : undefined;
  if (!kind) return undefined;
  const box = node.getBoundingClientRect();
  if (box.width === 0) return undefined;
  const text = kind === 'formula' ? (node.getAttribute('aria-label') ?? '') : '';
  return {
    ...lookOf(page, node, around),
    text,
    inset: { node: nodeOf(node), kind, box: boxOn(page, box) },
  };
}

/** Tells whether an element in a line is a painted mark without letters. */
export function isMark(page: Page, element: Element): boolean {
  if (element.childNodes.length > 0 || element.localName === 'input') return false;
  const style = getComputedStyle(element);
  return style.display === 'inline-block' && paintOf(page, element, style) !== undefined;
}

function lineBreak(page: Page, node: Element): Run[] {
  const parent = node.parentElement;
  return parent ? [{ ...lookOf(page, parent, NOTHING), text: '\n', inset: undefined }] : [];
}

function textRun(page: Page, node: Text, around: Around): Run[] {
  const parent = node.parentElement;
  if (!parent) return [];
  const { whiteSpaceCollapse } = getComputedStyle(parent);
  const keeps = whiteSpaceCollapse !== 'collapse';
  // Places where a word may be broken are for the page's own lines.
  const text = node.data.replaceAll('\u00AD', '').replaceAll('\u200B', '');
  const look = { ...lookOf(page, parent, around), inset: undefined };
  if (!keeps) return [{ ...look, text: text.replaceAll(/[\t\n\r ]+/g, ' ') }];
  return text.split(/(\n)/).flatMap((part) => (part === '' ? [] : [{ ...look, text: part }]));
}

function lookOf(page: Page, element: Element, around: Around): Omit<Run, 'text' | 'inset'> {
  const style = getComputedStyle(element);
  const zoom = zoomOf(page, element);
  const size = Number.parseFloat(style.fontSize) * zoom;
  const spacing = Number.parseFloat(style.letterSpacing) * zoom;
  const { spread, ...own } = around;
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? undefined;
  return {
    font: fontOf(page, style.fontFamily),
    size: round(size),
    weight: seenWeight(page, style),
    italic: style.fontStyle !== 'normal',
    colour: letterColour(page, style.color),
    lang: lang === page.lang ? undefined : lang,
    caps: style.textTransform === 'uppercase' ? 'all' : style.fontVariantCaps === 'small-caps' ? 'small' : undefined,
    ...own,
    spacing: round((Number.isFinite(spacing) ? spacing : 0) + spread),
  };
}

/** Returns the name that other programs know a font by: themes of single slides have their name behind those of fonts. */
export function fontOf(page: Page, css: string): string {
  const family = familyOf(page, css);
  const theme = page.slide.dataset['theme'];
  return theme && family.endsWith(` ${theme}`) ? family.slice(0, -theme.length - 1) : family;
}

/** Returns the first family of a list that the document has a file of. */
export function familyOf({ families }: Page, css: string): string {
  const names = css.split(',').map((name) => name.trim().replaceAll(/["']/g, ''));
  return names.find((name) => families.has(name) && !name.startsWith('Lectern')) ?? names[0] ?? '';
}

/** Returns the weight of the file that letters are taken from, as CSS finds it: a font may lack the one that is asked for. */
export function seenWeight(page: Page, { fontFamily, fontWeight }: CSSStyleDeclaration): number {
  const wanted = Number(fontWeight);
  const files = page.families.get(familyOf(page, fontFamily)) ?? [];
  if (files.length === 0 || files.some(({ least, most }) => least <= wanted && wanted <= most)) return wanted;
  const lighter = Math.max(...files.map(({ most }) => most).filter((most) => most < wanted));
  const heavier = Math.min(...files.map(({ least }) => least).filter((least) => least > wanted));
  if (wanted >= 400 && wanted <= 500 && heavier <= 500) return heavier;
  const [first, second] = wanted > 500 ? [heavier, lighter] : [lighter, heavier];
  return Number.isFinite(first) ? first : second;
}

/** Joins runs that look the same, and keeps one blank where several meet. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const before = all.at(-1);
    const text =
      before && /[ \n]$/.test(before.text) && !before.inset && run.text.startsWith(' ') ? run.text.slice(1) : run.text;
    if (text === '' && !run.inset) continue;
    if (before && text !== '\n' && before.text !== '\n' && looksLike(before, run)) before.text += text;
    else all.push({ ...run, text });
  }
  return all;
}

const LOOK = [
  'font',
  'size',
  'weight',
  'italic',
  'underline',
  'strike',
  'colour',
  'highlight',
  'baseline',
  'href',
  'lang',
  'spacing',
  'caps',
] as const;

function looksLike(one: Run, other: Run): boolean {
  return !one.inset && !other.inset && LOOK.every((key) => one[key] === other[key]);
}

/** Lines neither begin nor end with blanks. */
function trimmed(runs: Run[]): Run[] {
  runs.forEach((run, index) => {
    if (run.inset) return;
    if (index === 0 || runs[index - 1]?.text === '\n') run.text = run.text.replace(/^ +/, '');
    if (index === runs.length - 1 || runs[index + 1]?.text === '\n') run.text = run.text.replace(/ +$/, '');
  });
  const kept = runs.filter(({ text, inset }) => text !== '' || inset);
  while (kept.at(-1)?.text === '\n') kept.pop();
  while (kept[0]?.text === '\n') kept.shift();
  return kept;
}
