import type { DialectSource, FrontEntry } from '../../model/dialect.ts';
import { OWN_KEYS } from '../common/own-keys.ts';
import { plainWords } from '../common/plain-words.ts';
import { mapTheme } from '../common/themes.ts';
import { PLACED_RULES } from './attributes.ts';

type Values = ReadonlyMap<string, unknown>;

/** Options of a document that change how its slides are read. */
export interface PandocOptions {
  level: number | undefined;
  /** Cells show their code. */
  echo: boolean;
  /** Style sheets of the theme, and where they are named. */
  sheets: readonly string[];
  themeEntry: FrontEntry | undefined;
  /** CSS for what is at a place of its own. */
  style: string;
}

/** Keys of pandoc and Quarto that change nothing on a slide. */
const SILENT =
  /^(?:format|execute|engine|knitr|jupyter|editor|filters|resources|code-|fig-|tbl-|embed-resources|self-contained|standalone|toc|number-|link-|date-format|date-modified|output|params|categories|image|draft|lightbox|title-slide-attributes|header-includes|include-|css|html-math-method|slide-level|slideNumber|slide-number|width|height|margin|history|controls|progress|hash|center|auto-stretch|transition|background|theme|incremental|highlight-style|variant|fontsize|mainfont|from|to|revealjs-url|affiliations?|institute|published-title|license|copyright|crossref|webr|kernel|monofont|linestretch|aliases|listing|comments|page-layout|bibliography|csl|reference|cite|citation|link-citations|nocite|suppress-|notes|slideshow|documentclass|classoption|colorlinks|author-title|author-meta|parallax.*|view|scroll.*|abstract.*|lang|dir|rtl|keywords|subject|numbersections|backgroundTransition)/i;

/** Turns the front matter of a document into one of Lectern. */
export function readFront(source: DialectSource, { isQuarto }: { isQuarto: boolean }): PandocOptions {
  const { front, report, included } = source;
  const format = asMap(front.entries.get('format')?.value);
  const own = new Map([
    ...asMap(format.get('revealjs') ?? front.entries.get('format')?.value),
    ...asMap(front.entries.get('revealjs')?.value),
  ]);
  const execute = asMap(front.entries.get('execute')?.value);
  const value = (...keys: string[]): unknown =>
    keys.map((key) => own.get(key) ?? front.entries.get(key)?.value).find((found) => found !== undefined);
  const options: PandocOptions = {
    sheets: [],
    themeEntry: undefined,
    style: '',
    level: levelOf(value('slide-level')) ?? (isQuarto ? 2 : undefined),
    echo:
      (execute.get('echo') ?? value('echo')) !== false &&
      (!isQuarto || (execute.get('echo') ?? value('echo')) !== undefined),
  };
  if (included) return options;
  const theme = front.entries.get('theme');
  setValues(value, source);
  lose(source);
  if (/\{[^{}\n]{0,200}\.absolute\b/.test(source.text)) {
    placeOnSlide(value, source.front);
    options.style = PLACED_RULES;
  }
  const written = own.get('theme') ?? theme?.value;
  const entry = theme ?? front.entries.get('format');
  options.themeEntry = entry;
  if (written !== undefined && entry) options.sheets = useTheme(entry, written, { front, report });
  return options;
}

function lose({ front, report }: DialectSource): void {
  for (const entry of front.entries.values()) {
    const isKept =
      OWN_KEYS.has(entry.key) &&
      !['format', 'theme', 'transition', 'author', 'date', 'logo', 'footer', 'keywords', 'html'].includes(entry.key);
    if (isKept) continue;
    if (['author', 'date', 'logo', 'footer', 'transition'].includes(entry.key)) continue;
    front.remove(entry.key);
    if (!SILENT.test(entry.key)) {
      report('lost', entry, { what: entry.key, advice: 'Lectern has no such setting' });
    }
  }
}

function setValues(value: (...keys: string[]) => unknown, { front, report }: DialectSource): void {
  const authors = namesOf(value('author', 'authors'));
  if (authors.length > 0) front.set('author', authors.length === 1 ? authors[0] : authors);
  else if (front.entries.has('author')) front.remove('author');
  const institutions = namesOf(value('institute', 'institution', 'affiliation'));
  if (institutions.length > 0 && !front.has('institution'))
    front.set('institution', institutions.length === 1 ? institutions[0] : institutions);
  const date = front.entries.get('date');
  if (date && /^(?:today|now|last-modified)$|`r /.test(String(date.value))) {
    front.remove('date');
    report('lost', date, { what: `date: ${String(date.value)}`, advice: 'write the date of the talk' });
  }
  const footer = value('footer');
  if (typeof footer === 'string') front.set('footer', plainFooter(footer));
  const logo = value('logo');
  if (typeof logo === 'string' && !/^https?:/.test(logo)) front.set('logo', logo);
  else front.remove('logo');
  const numbers = value('slide-number', 'slideNumber');
  if (numbers !== undefined && numbers !== false && numbers !== 'false') front.set('numbers', true);
  if (value('incremental') === true) front.set('incremental', true);
  const transition = String(value('transition') ?? '');
  if (/^(?:none|fade|slide|convex|concave|zoom)$/.test(transition)) front.set('transition', transition);
  else front.remove('transition');
  if (value('rtl') === true) front.set('dir', 'rtl');
  if (!front.has('typography') && value('smart') !== false) front.set('typography', true);
  if (front.has('title')) front.set('cover', coverOf(value));
  for (const key of ['title', 'subtitle']) {
    const written = front.entries.get(key)?.value;
    if (typeof written === 'string' && plainWords(written) !== written.trim()) front.set(key, plainWords(written));
  }
}

/** Elements at a place need slides of the size that their places are written for. */
function placeOnSlide(value: (...keys: string[]) => unknown, front: DialectSource['front']): void {
  const [width, height] = [Number(value('width') ?? 1050), Number(value('height') ?? 700)];
  if (width >= 400 && height >= 300 && width <= 4000 && height <= 4000) front.set('size', `${width}x${height}`);
}

/** The title slide, with the image behind it. */
function coverOf(value: (...keys: string[]) => unknown): boolean | string {
  const attributes = asMap(value('title-slide-attributes'));
  const image = attributes.get('data-background-image') ?? attributes.get('background-image');
  return typeof image === 'string' && !/^https?:/.test(image) ? image.replace(/^\.\//, '') : true;
}

/** Puts the nearest theme into the place of a name. Returns the style sheets among the names. */
function useTheme(entry: FrontEntry, written: unknown, target: Pick<DialectSource, 'front' | 'report'>): string[] {
  const names = (Array.isArray(written) ? written : [written]).filter(
    (name): name is string => typeof name === 'string',
  );
  const sheets = names.filter((name) => name.includes('.'));
  const name = names.find((one) => !one.includes('.'));
  if (name !== undefined) mapTheme(target, { ...entry, key: 'theme' }, name);
  else target.front.remove('theme');
  return sheets;
}

function plainFooter(footer: string): string {
  return footer
    .replaceAll(/\{\{<[^>]{0,200}>\}\}/g, '')
    .replaceAll(/<[^>]{0,300}>/g, '')
    .trim();
}

function levelOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 6 ? value : undefined;
}

/** Names of authors or institutions: text, maps with `name`, or a list of these. */
function namesOf(value: unknown): string[] {
  if (typeof value === 'string') return [String(plainWords(value))].filter(Boolean);
  if (Array.isArray(value)) return value.flatMap((one: unknown) => namesOf(one));
  const map = asMap(value);
  const name = map.get('name') ?? map.get('literal');
  const parts = asMap(name);
  if (parts.size > 0)
    return [[parts.get('given'), parts.get('family')].filter((part) => typeof part === 'string').join(' ')];
  return typeof name === 'string' ? [name] : [];
}

function asMap(value: unknown): Values {
  return new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
}
