import { DIALECT_NAMES } from '../dialects/signs.ts';
import { OUTPUTS } from '../export/formats.ts';
import { timeout, type OutputOption } from '../export/output-options.ts';
import { readSize, SIZE_NAMES } from '../markdown/front-matter-values.ts';
import type { Size } from '../model/deck.ts';
import { LecternError } from '../model/errors.ts';
import { flag, text, type Option } from '../model/option.ts';

/** Options that a project's config may hold, and those that it may not. */

export const to: Option<string[]> = {
  ...text({ name: 'to', value: 'html,pdf', help: 'the [outputs](print.md) to write', default: '`html,pdf`' }),
  choices: Object.fromEntries(OUTPUTS.map(({ name, about }) => [name, about])),
  read: readNames,
  fromConfig: (value) =>
    Array.isArray(value) && value.every((name) => typeof name === 'string') ? value.join(',') : undefined,
  schema: {
    anyOf: [
      { type: 'string', pattern: String.raw`^\s*[^\s,]+\s*(?:,\s*[^\s,]+\s*)*$` },
      { type: 'array', items: { type: 'string', pattern: String.raw`^[^\s,]+$` }, minItems: 1 },
    ],
  },
};

export const set: Option<Record<string, Record<string, string>>> = {
  ...text({
    name: 'set',
    value: 'OUTPUT.OPTION=VALUE',
    help: 'set an option of an [output of the project](reference/config.md); can be repeated',
    default: 'the config’s',
    callsOnly: true,
    read: readSettings,
  }),
  repeats: true,
};

export const outDir: Option<string> = text({
  name: 'out-dir',
  short: 'o',
  value: 'DIR',
  help: 'the folder to write to',
  default: '`dist`',
});

export const theme: Option<string> = text({
  name: 'theme',
  short: 't',
  value: 'THEME',
  help: 'a [theme](theme.md) by name, a CSS file, a folder with a `theme.css` or an npm package',
  default: "the deck's",
});

export const size: Option<Size> = {
  ...text({
    name: 'size',
    value: '4:3',
    help: 'the [size of the slides](reference/front-matter.md): `16:9`, `16:10`, `4:3`, `A4` or px such as `1920x1080`',
    default: "the deck's",
  }),
  read: readSlideSize,
  schema: { anyOf: [{ enum: SIZE_NAMES }, { type: 'string', pattern: String.raw`^\d+\s*[x×]\s*\d+$` }] },
};

export const brand: Option<string> = text({
  name: 'brand',
  value: 'FILE',
  help: 'a [brand file](theme.md#a-brand-file) for decks without one',
  default: '`_brand.yml` next to the deck, or in the root of the project',
});

export const from: Option<string> = text({
  name: 'from',
  configKey: 'dialect',
  value: 'TOOL',
  help: `the [tool](language.md#from-another-tool) that decks are written for, unless their front matter names one: ${['lectern', ...DIALECT_NAMES].map((name) => `\`${name}\``).join(', ')}`,
  default: 'found by their syntax',
});

export const strict: Option<boolean> = flag({
  name: 'strict',
  help: 'run [`lectern check`](check.md) first, and treat warnings as errors: such decks are not written',
});

export const fetch: Option<boolean> = flag({
  name: 'fetch',
  help: 'download [images from the web](automate.md#images-from-the-web) into the project, once',
});

export const untrusted: Option<boolean> = flag({
  name: 'untrusted',
  help: 'build [decks you do not trust](automate.md#decks-of-others): no hidden files, scripts or links out of the project',
});

export const browser: Option<string> = text({
  name: 'browser',
  value: 'PATH',
  help: 'the [browser](automate.md#browsers) to use (or `LECTERN_BROWSER`)',
  callsOnly: 'Name the program with --browser or LECTERN_BROWSER.',
});

export const browserUrl: Option<string> = text({
  name: 'browser-url',
  value: 'URL',
  help: 'a running browser to connect to, `ws://…` or `http://…` (or `LECTERN_BROWSER_URL`)',
  callsOnly: 'Name the address with --browser-url or LECTERN_BROWSER_URL.',
});

/** The options of all outputs, each once. */
export const OUTPUT_OPTIONS: readonly OutputOption[] = [
  ...new Set([...OUTPUTS.flatMap((output) => output.options), timeout]),
];

/** Options that a config may hold: of `lectern build`, as far as they do not belong to a call. */
export const PROJECT_OPTIONS: readonly Option[] = [
  to,
  outDir,
  theme,
  size,
  brand,
  from,
  ...OUTPUT_OPTIONS.filter((option) => option !== timeout),
  strict,
  fetch,
  untrusted,
  timeout,
];

/** Options that name programs and addresses; a config that has one is refused with their advice. */
export const REFUSED_OPTIONS: readonly Option[] = [browser, browserUrl];

/** Returns the key of an option in a config, as in `outDir` for `--out-dir`. */
export function configKey({ name, configKey: key }: Pick<Option, 'name' | 'configKey'>): string {
  return key ?? name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Reads names of outputs. A project may have outputs of its own, so `build` says which there are. */
function readNames(list: string): string[] {
  const names = list.split(',').map((name) => name.trim());
  if (names.every((name) => /^\S+$/.test(name))) return names;
  throw new LecternError('USAGE', `invalid value “${list}” for --to`, {
    advice: 'Separate outputs with commas, as in --to html,pdf.',
  });
}

/** Reads the size of slides as the front matter has it. */
function readSlideSize(given: string): Size {
  const found = readSize(given);
  if (found) return found;
  throw new LecternError('USAGE', `invalid value “${given}” for --size`, {
    advice: `Write ${SIZE_NAMES.join(', ')}, or px from 200 to 8000 as in --size 1920x1080.`,
  });
}

/** @param lines - one setting on each. */
function readSettings(lines: string): Record<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  for (const line of lines.split('\n')) {
    const [, output, option, value] = /^([a-z\d][a-z\d.-]*)\.([\w-]+)=(.*)$/s.exec(line) ?? [];
    if (output === undefined || option === undefined || value === undefined) {
      throw new LecternError('USAGE', `invalid value “${line}” for --set`, {
        advice: 'Write it as in --set outline.depth=2.',
      });
    }
    found.set(output, { ...found.get(output), [option]: value });
  }
  return Object.fromEntries(found);
}
