/** A person or an institution. */
export interface CslName {
  family?: string;
  given?: string;
  'dropping-particle'?: string;
  'non-dropping-particle'?: string;
  suffix?: string;
  /** A name that has no parts, as of an institution. */
  literal?: string;
}

/** Year, month and day, as far as they are known. */
export type DateParts = readonly [year: number, month?: number, day?: number];

/** A day, or the first and the last one. */
export interface CslDate {
  parts: readonly DateParts[];
  /** 1 to 4, from spring on. */
  season?: number;
  circa: boolean;
  /** Text that stands for a date. */
  literal?: string;
}

/** A bibliography entry, with the variables of CSL. */
export interface CslItem {
  key: string;
  type: string;
  /** Texts may hold the markup of CSL: `<i>`, `<b>`, `<sup>`, `<sub>`, `<span class="nocase">`. */
  texts: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, readonly CslName[]>;
  dates: ReadonlyMap<string, CslDate>;
}

/** Variables of CSL 1.0.2 that hold names. */
const NAMES = new Set([
  'author',
  'chair',
  'collection-editor',
  'compiler',
  'composer',
  'container-author',
  'contributor',
  'curator',
  'director',
  'editor',
  'editor-translator',
  'editorial-director',
  'executive-producer',
  'guest',
  'host',
  'illustrator',
  'interviewer',
  'narrator',
  'organizer',
  'original-author',
  'performer',
  'producer',
  'recipient',
  'reviewed-author',
  'script-writer',
  'series-creator',
  'translator',
]);

/** Variables of CSL 1.0.2 that hold dates. */
const DATES = new Set(['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted']);

/** Tells whether a variable holds names. */
export function isNameVariable(variable: string): boolean {
  return NAMES.has(variable);
}

/** Tells whether a variable holds a date. */
export function isDateVariable(variable: string): boolean {
  return DATES.has(variable);
}

/** Reads an entry of CSL-JSON; what is not of the expected form is left out. */
export function readItem(key: string, entry: Readonly<Record<string, unknown>>): CslItem {
  const texts = new Map<string, string>();
  const names = new Map<string, CslName[]>();
  const dates = new Map<string, CslDate>();
  for (const [variable, value] of Object.entries(entry)) {
    if (variable === 'id' || variable === 'type') continue;
    if (isNameVariable(variable)) {
      const found = Array.isArray(value) ? value.flatMap(readName) : [];
      if (found.length > 0) names.set(variable, found);
    } else if (isDateVariable(variable)) {
      const date = readDate(value);
      if (date) dates.set(variable, date);
    } else if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number') {
      texts.set(variable, String(value).trim());
    }
  }
  const type = typeof entry['type'] === 'string' ? entry['type'] : 'document';
  return { key, type, texts, names, dates };
}

/** Tells whether a value is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NAME_PARTS = ['family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix', 'literal'] as const;

function readName(value: unknown): CslName[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ literal: value.trim() }];
  if (!isRecord(value)) return [];
  const name: CslName = {};
  for (const part of NAME_PARTS) {
    const text = value[part];
    if (typeof text === 'string' && text.trim() !== '') name[part] = text.trim();
  }
  return Object.keys(name).length > 0 ? [name] : [];
}

function readDate(value: unknown): CslDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') return readWrittenDate(String(value), false);
  if (!isRecord(value)) return undefined;
  const circa = Boolean(value['circa']);
  const given = value['date-parts'];
  const parts = Array.isArray(given) ? given.flatMap(readParts) : [];
  const season = Number(value['season']);
  if (parts.length > 0) {
    return { parts: parts.slice(0, 2), circa, ...(season >= 1 && season <= 4 && { season }) };
  }
  const text = [value['literal'], value['raw']].find((one) => typeof one === 'string' || typeof one === 'number');
  return text === undefined ? undefined : readWrittenDate(String(text), circa);
}

function readParts(value: unknown): DateParts[] {
  if (!Array.isArray(value)) return [];
  const [year, month, day] = value.map(Number);
  if (year === undefined || !Number.isSafeInteger(year) || year === 0) return [];
  if (month === undefined || !(month >= 1 && month <= 12)) return [[year]];
  return [day !== undefined && day >= 1 && day <= 31 ? [year, month, day] : [year, month]];
}

/** Reads `2026`, `2026-11`, `2026-11-23` and two of them with a slash between; other texts stand for themselves. */
function readWrittenDate(text: string, circa: boolean): CslDate | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const parts = trimmed.split('/').map((day) => /^(-?\d{1,4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(day.trim()));
  const read = parts.flatMap((match) => (match ? readParts(match.slice(1).filter((part) => part !== undefined)) : []));
  const whole = read.length > 0 && read.length === parts.length && parts.length <= 2;
  return whole ? { parts: read, circa } : { parts: [], circa, literal: trimmed };
}
