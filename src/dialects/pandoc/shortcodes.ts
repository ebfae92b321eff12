import type { DialectSource, SourceRange } from '../../model/dialect.ts';

/** Values that shortcodes show. */
export interface ShortcodeValues {
  source: DialectSource;
  /** Values of the front matter. */
  meta: ReadonlyMap<string, unknown>;
}

/** Names of Font Awesome that are others in Lucide. */
const ICONS: ReadonlyMap<string, string> = new Map([
  ['water', 'waves'],
  ['sailboat', 'sailboat'],
  ['life-ring', 'life-buoy'],
  ['dice', 'dices'],
  ['home', 'house'],
  ['file-pdf', 'file-text'],
  ['envelope', 'mail'],
  ['briefcase', 'briefcase'],
  ['link', 'link'],
  ['dog', 'dog'],
  ['flask', 'flask-conical'],
  ['check', 'check'],
  ['user', 'user'],
  ['book', 'book'],
  ['rocket', 'rocket'],
  ['star', 'star'],
  ['heart', 'heart'],
  ['phone', 'phone'],
  ['globe', 'globe'],
  ['calendar', 'calendar'],
  ['clock', 'clock'],
  ['lightbulb', 'lightbulb'],
]);

/** Writes a shortcode of Quarto in Lectern. */
export function shortcode(written: string, range: SourceRange, { source, meta }: ShortcodeValues): string {
  const [name = '', ...words] = written.split(/\s+/);
  const values = words.filter((word) => !word.includes('='));
  const first = (values[0] ?? '').replaceAll(/^["']|["']$/g, '');
  if (name === 'kbd') return `:kbd[${values.join(' ')}]`;
  if (name === 'meta') return textOf(meta.get(first));
  if (name === 'include') return `::include{file="${first}"}`;
  if (name === 'video') return /^https?:/.test(first) ? `::embed{src="${first}"}` : `::video{src="${first}"}`;
  if (name === 'fa' || name === 'bi' || name === 'iconify') return icon(values);
  if (name === 'pagebreak') return '';
  source.report('lost', range, {
    what: `{{< ${name} >}}`,
    advice: 'Quarto extensions do not run here; write the text itself',
  });
  return '';
}

function icon(values: readonly string[]): string {
  const brand = ['brands', 'brand'].includes(values[0] ?? '') ? values[1] : undefined;
  if (brand !== undefined) return brand.slice(0, 1).toUpperCase() + brand.slice(1).replaceAll('-', ' ');
  const name = values.at(-1) ?? '';
  const known = ICONS.get(name);
  return known === undefined ? '' : `:icon[${known}]`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
