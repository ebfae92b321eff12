import { STARTER_NAMES, type StarterName } from '../app/starters.ts';
import { LecternError } from '../model/errors.ts';
import type { Size } from '../model/deck.ts';
import { choice, flag, number, text, type Option } from '../model/option.ts';
import { DEFAULT_THEME } from '../styles/find-theme.ts';
import { size as slideSize, theme as deckTheme } from '../project/options.ts';
import { CHECK_FORMATS, type CheckFormat } from './check-formats.ts';
import { readShard, type Shard } from './shard.ts';

export {
  brand,
  browser,
  browserUrl,
  fetch,
  from,
  outDir,
  set,
  size,
  strict,
  theme,
  to,
  untrusted,
} from '../project/options.ts';

/** Options of calls, beside those of a project (`project/options.ts`) and of outputs (`export/output-options.ts`). */

export const config: Option<string> = text({
  name: 'config',
  value: 'FILE',
  help: 'the [config file](reference/config.md) to use',
  default: '`lectern.config.*` of the project',
  callsOnly: true,
});

export const noConfig: Option<boolean> = flag({
  name: 'no-config',
  help: 'ignore the [config file](reference/config.md)',
  callsOnly: true,
});

export const json: Option<boolean> = flag({ name: 'json', help: 'print a report as JSON', callsOnly: true });

export const shard: Option<Shard> = text({
  name: 'shard',
  value: '2/5',
  help: 'only [shard 2 of 5](automate/many-decks.md#shards) of the decks',
  default: 'all',
  callsOnly: true,
  read: readShard,
});

export const costs: Option<string> = text({
  name: 'costs',
  value: 'REPORT',
  help: 'balance shards by the build times in a report',
  callsOnly: true,
});

export const install: Option<boolean> = flag({
  name: 'install',
  help: 'download a browser into the cache first',
  callsOnly: true,
});

export const help: Option<boolean> = flag({ name: 'help', short: 'h', help: 'show this help', callsOnly: true });

export const fix: Option<boolean> = flag({ name: 'fix', help: 'apply [safe fixes](check.md#--fix) to the sources' });

export const online: Option<boolean> = flag({ name: 'online', help: 'check links on the web, too' });

export const format: Option<CheckFormat> = choice({
  name: 'format',
  value: 'FORMAT',
  help: '`text`, `json`, `sarif` for code scanning, `github` for annotations, or `gitlab` for Code Quality',
  default: '`text`',
  of: Object.keys(CHECK_FORMATS) as CheckFormat[],
  advice: 'Write one of them, as in --format sarif.',
});

export const jsonFormat: Option<boolean> = flag({ name: 'json', help: 'the same as `--format json`' });

export const page: Option<string> = text({
  name: 'html',
  value: 'FILE',
  help: 'write a report with images of the slides that have problems',
  read: readPage,
});

export const markdown: Option<boolean> = flag({
  name: 'markdown',
  help: 'print the report as Markdown, for the summary of a CI job',
});

export const indexPage: Option<string> = text({
  name: 'html',
  value: 'FILE',
  help: 'write a page that links to all slides and PDFs, such as dist/index.html',
  read: readPage,
});

export const remote: Option<boolean> = flag({
  name: 'remote',
  help: 'control the talk from a [phone](present.md#a-phone-as-remote-control): scan the printed code',
});

export const share: Option<boolean> = flag({
  name: 'share',
  help: 'let the [audience](present.md#audience-view) follow on their own screens',
});

export const rehearse: Option<boolean> = flag({
  name: 'rehearse',
  help: 'record the time on each slide as a [rehearsal](present.md#rehearsals)',
});

export const rehearsalRun: Option<number> = number({
  name: 'run',
  value: 'NUMBER',
  help: 'the rehearsal to write; the newest is 1',
  default: 'the newest complete one',
  schema: { minimum: 1 },
  isValid: (found, given) => /^\d+$/.test(given) && found > 0,
  expected: 'the number of a rehearsal',
  advice: 'The newest is 1.',
  callsOnly: true,
});

export const bySlides: Option<boolean> = flag({
  name: 'slides',
  help: 'show each slide, and the steps of the newest rehearsal, not sections',
  callsOnly: true,
});

export const write: Option<boolean> = flag({
  name: 'write',
  help: 'write the times into the source as `duration=` of slides; it asks first',
  callsOnly: true,
});

export const yes: Option<boolean> = flag({ name: 'yes', help: 'write without asking', callsOnly: true });

export const drawings: Option<boolean> = flag({
  name: 'drawings',
  help: 'start with your saved [drawings on slides](present.md#point-zoom-and-draw)',
});

export const port: Option<number> = number({
  name: 'port',
  value: 'PORT',
  help: 'the port to serve on',
  default: '4880, or the next free port',
  schema: { minimum: 0, maximum: 65_535 },
  isValid: (found, given) => /^\d+$/.test(given) && found < 65_536,
  expected: 'a number from 0 to 65535',
  advice: 'Leave it out to use a free port.',
});

export const host: Option<string> = text({
  name: 'host',
  value: 'ADDRESS',
  help: 'the address to listen on',
  default: '`localhost`; with `--remote` or `--share`, the local network, for invited devices',
});

export const cert: Option<string> = text({
  name: 'cert',
  value: 'FILE',
  help: 'serve over [HTTPS](present.md#https) with this certificate',
  default: 'plain HTTP',
});

export const key: Option<string> = text({ name: 'key', value: 'FILE', help: 'the key of the certificate' });

export const noCheck: Option<boolean> = flag({
  name: 'no-check',
  help: 'turn off [live checks](check.md) of the slides',
});

export const noOpen: Option<boolean> = flag({ name: 'no-open', help: 'do not open the browser' });

export const starter: Option<StarterName> = choice({
  name: 'starter',
  value: 'lecture',
  help: 'the starter deck: `talk`, `lecture`, `report` or `product`',
  default: 'asked on a terminal; otherwise `talk`',
  of: STARTER_NAMES,
});

export const title: Option<string> = text({
  name: 'title',
  value: 'TITLE',
  help: 'the title of the talk',
  default: 'the starter’s',
});

export const author: Option<string> = text({
  name: 'author',
  value: 'NAME',
  help: 'the speaker',
  default: 'the starter’s',
});

/** `new` takes the theme of the starter, which is a deck. */
export const starterTheme: Option<string> = { ...deckTheme, default: 'the starter’s' };

export const draftTheme: Option<string> = { ...deckTheme, default: `\`${DEFAULT_THEME}\`` };

export const fromTheme: Option<string> = text({
  name: 'from',
  value: 'THEME',
  help: '`new`: the theme to copy',
  default: `\`${DEFAULT_THEME}\``,
});

export const previewTo: Option<'html' | 'png'> = choice({
  name: 'to',
  value: 'png',
  help: '`preview`: one `html` page, or a `png` image of each theme',
  default: '`html`',
  of: ['html', 'png'],
  advice: 'Write --to html for one page, or --to png for an image of each theme.',
});

export const previewDir: Option<string> = text({
  name: 'out-dir',
  short: 'o',
  value: 'DIR',
  help: '`preview`: the folder to write to',
  default: '`dist`',
});

export const previewSize: Option<Size> = {
  ...slideSize,
  help: '`preview`: the size of the slides, as in `4:3`, `A4` or `1080x1920`',
  default: '`16:9`',
};

/** A page never takes the place of a deck whose name was given by mistake. */
function readPage(given: string): string {
  if (/\.html?$/i.test(given)) return given;
  throw new LecternError('USAGE', `--html is “${given}”, expected the name of a page`, {
    advice: 'Write it as in --html report.html.',
  });
}
