/** Signs before and behind numbers that say what they count. */
const AROUND = /[\s\u00a0\u202f'’%‰€$£¥+~≈]|EUR|USD|GBP|CHF/g;
const NUMBER = /^-?(?:\d[\d.,]*|[.,]\d+)([kKMB]|Mio\.?|Mrd\.?|bn)?$/;
const POWERS: ReadonlyMap<string, number> = new Map(
  Object.entries({ k: 1e3, K: 1e3, M: 1e6, Mio: 1e6, B: 1e9, bn: 1e9, Mrd: 1e9 }),
);

/** Reads a number as people write it, as in `1,234.5`, `€ 1.234,50`, `−3 %` or `1.2M`; `undefined` for anything else. */
export function readNumber(text: string, lang: string): number | undefined {
  const plain = text.replace(AROUND, '').replace(/^[−–]/, '-');
  const [, power = ''] = NUMBER.exec(plain) ?? [];
  if (!NUMBER.test(plain)) return undefined;
  const digits = plain.replace(/[^\d.,-]/g, '').replace(/\.$/, '');
  const value = Number(withPoint(digits, lang));
  return Number.isFinite(value) ? value * (POWERS.get(power.replace('.', '')) ?? 1) : undefined;
}

/** Writes a number with a point before its decimals, and without marks between thousands. */
function withPoint(digits: string, lang: string): string {
  const [point, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')];
  if (point !== -1 && comma !== -1) return point > comma ? digits.replaceAll(',', '') : swapped(digits);
  const [mark, at] = point === -1 ? [',', comma] : ['.', point];
  if (at === -1) return digits;
  const groups = /^-?\d{1,3}(?:[.,]\d{3})+$/.test(digits);
  const many = digits.indexOf(mark) !== at;
  const decimal = hasComma(lang) ? ',' : '.';
  if (groups && (many || mark !== decimal)) return digits.replaceAll(mark, '');
  return mark === ',' ? swapped(digits) : digits;
}

function swapped(digits: string): string {
  return digits.replaceAll('.', '').replace(',', '.');
}

const commas = new Map<string, boolean>();

function hasComma(lang: string): boolean {
  const known = commas.get(lang);
  if (known !== undefined) return known;
  const found = new Intl.NumberFormat(lang).format(1.5).includes(',');
  commas.set(lang, found);
  return found;
}
