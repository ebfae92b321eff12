import { timeout } from '../export/output-options.ts';
import type { Option } from '../model/option.ts';
import { OUTPUT_OPTIONS } from '../project/options.ts';
import type { CommandName } from './commands.ts';
import { CONVERT_OPTIONS } from './convert-options.ts';
import { DRAFT_OPTIONS } from './draft-options.ts';
import * as options from './options.ts';

/** The help of a command, and its options. */
export interface CommandHelp {
  usage: readonly string[];
  /** Text before the options. */
  about: string;
  groups: readonly { title: string; options: readonly Option[] }[];
  /** Text after the options. */
  more?: string;
}

const {
  brand,
  from,
  to,
  set,
  outDir,
  theme,
  size,
  strict,
  fetch,
  untrusted,
  config,
  noConfig,
  json,
  shard,
  costs,
  browser,
  browserUrl,
  help,
} = options;

/** Options that decide what decks may use. */
const PROJECT = [fetch, untrusted, config, noConfig];

/** Options that decide how decks are read and how they look. */
const LOOKS = [theme, size, brand, from];
const PREVIEW = [options.previewTo, options.previewDir, options.previewSize];

/** The options of each command: its arguments, its help and the tables in `docs/` are made of this. */
export const COMMAND_OPTIONS: Readonly<Record<CommandName, CommandHelp>> = {
  build: {
    usage: ['lectern build [deck.md …] [options]'],
    about: `Builds each deck into dist/NAME.html, one file that needs no network, and dist/NAME.pdf.
Without decks it builds every *.md in slides/, or the only deck in the folder.`,
    groups: [
      {
        title: 'Outputs',
        options: [to, outDir, theme, size, brand, from, ...OUTPUT_OPTIONS.filter((option) => option !== timeout), set],
      },
      {
        title: 'Run options',
        options: [strict, fetch, untrusted, config, noConfig, json, shard, costs, browser, browserUrl, timeout, help],
      },
    ],
    more: `A config file holds the options and plugins of a project: lectern.config.ts (or .js, .json), in the
working folder or above it. “lectern docs config” lists its keys.
Exit code: 0 success, 1 a deck has errors, 2 usage or environment error.
Decks with errors are still written: a placeholder replaces missing content, and content that
does not fit is scaled down. With --strict, or when a source is not text, a deck
is not written and existing files are kept.`,
  },
  check: {
    usage: ['lectern check [deck.md …] [options]'],
    about: `Opens every slide and step in a browser and reports problems: overflowing text, low contrast,
blurred images, broken links, a talk that is too long.
Without decks it checks every *.md in slides/, or the only deck in the folder.`,
    groups: [
      {
        title: 'Options',
        options: [
          options.fix,
          options.online,
          ...LOOKS,
          options.format,
          options.jsonFormat,
          options.page,
          shard,
          costs,
          ...PROJECT,
          browser,
          browserUrl,
          timeout,
          help,
        ],
      },
    ],
    more: `Rules are turned off or changed in the front matter (check: {notes-missing: off}), on a slide
({check-off=overflow}) or in the config; “lectern docs rules” lists them all.
Exit code: 0 no problems, 1 warnings or errors, 2 usage or environment error.`,
  },
  present: {
    usage: ['lectern present [deck.md] [options]'],
    about: `Serves the deck with live reload and opens it in your browser. S opens the presenter view,
? lists the keys.`,
    groups: [
      {
        title: 'Options',
        options: [
          options.remote,
          options.share,
          options.drawings,
          options.rehearse,
          options.port,
          options.host,
          options.cert,
          options.key,
          ...LOOKS,
          ...PROJECT,
          options.noCheck,
          options.noOpen,
          browser,
          help,
        ],
      },
    ],
    more: 'Press Ctrl+C to stop.',
  },
  record: {
    usage: ['lectern record [deck.md] [options]'],
    about: `Opens the deck for recording. “Record” opens the presenter view, where you choose a microphone and
a camera. The browser records the slides, your pointer and your drawings, and saves a .webm and a
.vtt with captions from the notes.`,
    groups: [
      {
        title: 'Options',
        options: [options.drawings, options.port, ...LOOKS, ...PROJECT, options.noCheck, options.noOpen, browser, help],
      },
    ],
    more: 'Press Ctrl+C to stop. Recording needs a desktop browser, such as Chrome, Edge or Firefox.',
  },
  rehearsals: {
    usage: ['lectern rehearsals [deck.md] [options]'],
    about: `Shows the last rehearsals of a deck: planned and actual time of each section. To record one, run
lectern present --rehearse, or use the button in the presenter view.`,
    groups: [
      {
        title: 'Options',
        options: [
          options.bySlides,
          options.write,
          options.rehearsalRun,
          options.yes,
          json,
          untrusted,
          config,
          noConfig,
          browser,
          help,
        ],
      },
    ],
    more: `Rehearsals are stored in the cache folder. --write changes nothing but durations: if anything else
would change, the source is kept.`,
  },
  new: {
    usage: ['lectern new [FOLDER] [options]'],
    about: `Creates a folder with a starter talk: a deck with speaker notes, its images, a config and
a .gitignore. On a terminal, it asks for the options that you leave out.`,
    groups: [
      { title: 'Options', options: [options.starter, options.title, options.author, options.starterTheme, help] },
    ],
  },
  draft: {
    usage: ['lectern draft ARTICLE [options]', 'lectern draft - < ARTICLE'],
    about: `Drafts a deck from an article: plain text, Markdown, HTML or .docx, or standard input with “-”. Slides show
headlines and forms taken from the text, and its sentences become the speaker notes. Edit the deck.`,
    groups: [
      {
        title: 'Options',
        options: [...DRAFT_OPTIONS, options.draftTheme, help],
      },
    ],
    more: `The deck is written next to the article: article.txt becomes article.md, article.md becomes
article-talk.md. A draft of standard input is printed.`,
  },
  convert: {
    usage: ['lectern convert [deck.md] [options]'],
    about: `Writes the deck of another tool in Lectern's language, next to it, and reports what was kept, changed
and lost, each with its line. Lectern also reads such decks as they are.`,
    groups: [
      {
        title: 'Options',
        options: [from, ...CONVERT_OPTIONS, json, untrusted, config, noConfig, browser, browserUrl, help],
      },
    ],
    more: 'A Lectern deck stays as it is. Included files are not converted.',
  },
  theme: {
    usage: [
      'lectern theme list',
      'lectern theme preview [THEME …] [--to png]',
      'lectern theme new FOLDER [--from THEME]',
      'lectern theme check THEME …',
    ],
    about: `list                  the built-in themes
preview [THEME …]     a page with the cover, layouts, colours and type of each theme;
                      all built-in themes by default
new FOLDER            a theme of your own: a folder with a theme.css to edit
check THEME …         find problems: contrast, sizes, layouts, tokens, fonts, licences

A THEME is the name of a built-in one, a CSS file, a folder with a theme.css or an npm package.`,
    groups: [
      {
        title: 'Options',
        options: [options.fromTheme, ...PREVIEW, browser, browserUrl, help],
      },
    ],
    more: 'Exit code: 0 no problems, 1 a theme has problems, 2 usage or environment error.',
  },
  report: {
    usage: ['lectern report REPORT.json … [options]'],
    about: `Merges reports of “lectern build --json”, such as those of all shards, and summarizes all decks.
The exit code is that of one build of all decks.`,
    groups: [{ title: 'Options', options: [json, options.markdown, options.indexPage, help] }],
  },
  docs: {
    usage: ['lectern docs [TOPIC | WORD …]'],
    about: `Shows a page of the documentation. Without a topic, it lists the pages. Other words are
searched for.

  lectern docs print               a page
  lectern docs print#handouts      a section of it
  lectern docs overflow            a rule of “lectern check”
  lectern docs two columns         sections with these words`,
    groups: [{ title: 'Options', options: [help] }],
    more: `On a terminal the page is shown in a pager: PAGER, or less. PAGER=cat prints it at once.`,
  },
  doctor: {
    usage: ['lectern doctor [options]'],
    about: `Reports the browsers, config and plugins that Lectern finds, and prints a test page.
--json prints a report to attach to a bug report; it does not contain the path of your home folder or
values of environment variables.`,
    groups: [{ title: 'Options', options: [options.install, json, config, noConfig, browser, browserUrl, help] }],
  },
  completion: {
    usage: ['lectern completion bash|zsh|fish|powershell'],
    about: `Prints a script that completes commands, options and their values, themes and decks. Load it in
the startup file of your shell:

  bash         source <(lectern completion bash)                      in ~/.bashrc
  zsh          source <(lectern completion zsh)                       in ~/.zshrc, after compinit
  fish         lectern completion fish | source                       in ~/.config/fish/config.fish
  powershell   lectern completion powershell | Out-String | Invoke-Expression    in $PROFILE`,
    groups: [{ title: 'Options', options: [help] }],
  },
};

/** Returns the options of a command. */
export function optionsOf(command: CommandName): Option[] {
  return COMMAND_OPTIONS[command].groups.flatMap((group) => group.options);
}
