import { fontStack, TEXT_FONTS, type FontFace, type StyleSheet } from './theme.ts';

/** Blanks, in the `unicode-range` of CSS. */
const BLANKS = 'U+20,U+A0';
const BLANK_RANGES: [number, number][] = [
  [0x20, 0x20],
  [0xa0, 0xa0],
];
/** Hebrew to Arabic Extended-A: letters from right to left. */
const RIGHT_TO_LEFT = [0x590, 0x8ff] as const;
/** The first letter of Hebrew. */
const ALEF = [0x5d0, 0x5d0] as const;
const BLANK = [0x20, 0x20] as const;

export interface WithBlanks {
  sheets: StyleSheet[];
  families: BlankFamily[];
}

/** A family to name first where text is from right to left. */
export interface BlankFamily {
  name: string;
  isHebrew: boolean;
}

/**
 * Gives fonts for scripts from right to left the blanks between their words, under names of their own. A blank from
 * another font cuts a line into words, and these are in a PDF from left to right: readers that turn round no more than
 * what is of one font, as Firefox does, find and copy them in the wrong order.
 *
 * @param isNamed - whether something besides font faces names a family. The font is there under its own name as well then.
 */
export function withBlanks(sheets: readonly StyleSheet[], isNamed: (family: string) => boolean): WithBlanks {
  const families = new Map<string, BlankFamily>();
  const changed = sheets.map((sheet) => {
    let { css } = sheet;
    const fonts = sheet.fonts.flatMap((face) => {
      const other = blankFace(face);
      if (!other) return [face];
      families.set(other.family, { name: other.family, isHebrew: reaches(other.ranges, ALEF) });
      const kept = isNamed(face.family);
      css = css.replace(face.rule, () => (kept ? face.rule : '') + other.rule);
      return kept ? [face, other] : [other];
    });
    return css === sheet.css ? sheet : { ...sheet, css, fonts };
  });
  return { sheets: changed, families: [...families.values()] };
}

function reaches(ranges: FontFace['ranges'], [from, to]: readonly [number, number]): boolean {
  return ranges.some(([first, last]) => first <= to && last >= from);
}

function blankFace(face: FontFace): FontFace | undefined {
  const { ranges, family } = face;
  if (!reaches(ranges, RIGHT_TO_LEFT) || reaches(ranges, BLANK)) return undefined;
  const name = `${family} from right to left`;
  const renamed = (rule: string): string =>
    rule
      .replace(/(font-family:\s*)(?:"[^"]*"|'[^']*'|[^;}]*)/, `$1"${name}"`)
      .replace(/unicode-range:\s*/, `$&${BLANKS},`);
  return {
    ...face,
    family: name,
    rule: renamed(face.rule),
    embeddable: renamed(face.embeddable),
    ranges: [...BLANK_RANGES, ...ranges],
  };
}

/**
 * Names these families first, those with the letters of its language before others, and behind the first one for code and
 * in parts that are from left to right.
 *
 * @param css - all that says which families text has.
 */
export function blankTokens(css: string, families: readonly BlankFamily[]): string {
  if (families.length === 0) return '';
  const stacks = TEXT_FONTS.map((token) => [token, fontStack(css, token) ?? 'sans-serif'] as const);
  const rule = (selector: string, order: readonly BlankFamily[], isFirst: boolean): string => {
    const names = order.map(({ name }) => `"${name}"`);
    const declarations = stacks.map(([token, stack]) => {
      const [first = '', ...rest] = stack.split(',');
      const all = isFirst && token !== 'r-code-font' ? [...names, first, ...rest] : [first, ...names, ...rest];
      return `--${token}:${all.join()}`;
    });
    return `${selector}{${declarations.join(';')}}`;
  };
  const hebrew = families.filter(({ isHebrew }) => isHebrew);
  const others = families.filter(({ isHebrew }) => !isHebrew);
  const mixed = hebrew.length > 0 && others.length > 0 ? rule(HEBREW, [...hebrew, ...others], true) : '';
  return `@layer deck{${rule('[lang]', [...others, ...hebrew], true)}${mixed}${rule('[dir=ltr]', families, false)}}`;
}

const HEBREW = '[lang|=he],[lang|=yi]';
