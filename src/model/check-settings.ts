/** Severities of findings: errors and warnings fail a check, information does not. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Returns the severity of a vfile message: `true` is an error, `false` a warning, anything else information. */
export function severityOf(fatal: boolean | null | undefined): Severity {
  if (fatal === true) return 'error';
  return fatal === false ? 'warning' : 'info';
}

/** The settings of one rule in a deck or a project. */
interface RuleSetting {
  /** @default the rule's own */
  severity?: Severity | 'off';
  /** Numbers that replace the rule's defaults. */
  options: ReadonlyMap<string, number>;
}

/** Settings of rules by their ids, as people write them. */
export type CheckSettingsInput = Readonly<
  Record<string, SeverityInput | Readonly<Record<string, number | SeverityInput>>>
>;

/** Linters call warnings `warn`. */
type SeverityInput = Severity | 'warn' | 'off' | false;

/** Settings of rules by their ids. */
export type CheckSettings = ReadonlyMap<string, RuleSetting>;

export const CHECK_FORM = 'a map such as {notes-missing: off, words: {most: 60}}';

/**
 * Reads the settings of rules: `off`, a severity, or a map of options that may hold `severity`.
 *
 * @returns `undefined` for values of another form.
 */
export function readCheckSettings(value: unknown): CheckSettings | undefined {
  if (!isMap(value)) return undefined;
  const settings = new Map<string, RuleSetting>();
  for (const [id, entry] of Object.entries(value)) {
    const setting = readSetting(entry);
    if (!setting) return undefined;
    settings.set(id, setting);
  }
  return settings;
}

function readSetting(entry: unknown): RuleSetting | undefined {
  const { severity: word, ...rest } = isMap(entry) ? entry : { severity: entry };
  const options = Object.entries(rest).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  if (options.length !== Object.keys(rest).length) return undefined;
  if (word === undefined && isMap(entry)) return { options: new Map(options) };
  const meant = word === 'warn' ? 'warning' : word;
  const severity = meant === false || meant === 'off' ? 'off' : SEVERITIES.find((known) => known === meant);
  return severity && { severity, options: new Map(options) };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
