/** Quotation marks of a language: outer and inner ones. */
export interface QuotationStyle {
  double: readonly [open: string, close: string];
  single: readonly [open: string, close: string];
}

const NO_BREAK = '\u00a0';

/** Outer and inner marks after CLDR, by the languages that have them; a blank stands for one that does not break. */
const STYLES: readonly (readonly [languages: string, double: string, single: string])[] = [
  ['en ga cy mt ms id sw tl vi tr ko pt gl eu lv af zu da', '“|”', '‘|’'],
  ['nl', '“|”', '‘|’'],
  ['de cs sk sl is lt et bg sq hsb dsb lb ka', '„|“', '‚|‘'],
  ['hr ro pl', '„|”', '‚|’'],
  ['sr mk bs', '„|”', '‘|’'],
  ['hu', '„|”', '»|«'],
  ['sv fi', '”|”', '’|’'],
  ['no nb nn', '«|»', '‘|’'],
  ['es ca it pt-pt el hy', '«|»', '“|”'],
  ['fr br', '« | »', '“|”'],
  ['ru uk be kk', '«|»', '„|“'],
  ['de-ch de-li fr-ch it-ch rm', '«|»', '‹|›'],
];

const BY_LANGUAGE: ReadonlyMap<string, QuotationStyle> = new Map(
  STYLES.flatMap(([languages, double, single]) =>
    languages
      .split(' ')
      .map((language): [string, QuotationStyle] => [language, { double: pairOf(double), single: pairOf(single) }]),
  ),
);

/** Languages whose marks are known, as `de` and `de-ch`. */
export const QUOTED_LANGUAGES: readonly string[] = [...BY_LANGUAGE.keys()];

function pairOf(marks: string): [open: string, close: string] {
  const [open = '', close = ''] = marks.replaceAll(' ', NO_BREAK).split('|');
  return [open, close];
}

/** Returns the quotation marks of a language; `undefined` where straight ones cannot be distinguished safely. */
export function quotationStyle(lang: string): QuotationStyle | undefined {
  const tag = lang.toLowerCase();
  const [base = '', ...parts] = tag.split('-');
  const region = parts.find((part) => part.length === 2);
  return BY_LANGUAGE.get(`${base}-${region}`) ?? BY_LANGUAGE.get(base);
}
