/** Runs the examples of the pages in `docs/rules/`. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { build, type BuildOptions } from '../src/app/build.ts';
import { check } from '../src/app/check.ts';
import { checkThemes } from '../src/app/check-themes.ts';
import type { BrowserPlaces } from '../src/browser/find-browser.ts';
import { severityOf } from '../src/model/check-settings.ts';
import { ruleOf } from '../src/model/messages.ts';
import { findTheme } from '../src/styles/find-theme.ts';
import type { RulePage } from './rule-pages.ts';

/** The files of an example, by their names. */
export interface RuleExample {
  files: Readonly<Record<string, string>>;
  /** The outputs to make. */
  to: string[];
  untrusted: boolean;
}

/** The messages of one rule about its own example. */
export interface ExampleResult {
  /** Formatted as on a terminal. */
  messages: string;
  severity: string | undefined;
}

const WIDTH = 96;
/** A problem may be reported in many places. */
const MOST_SHOWN = 3;
const root = path.join(import.meta.dirname, '..');

/** Returns the files that a part of a page shows: a deck, and others, each below a line that names it. */
export function exampleFiles(section: string, id: string): RuleExample | undefined {
  const named = /^(?:`([^`\n]+)`:\n\n)?(`{3,})(\w+)\n([\s\S]*?)^\2$/gm;
  const files: Record<string, string> = {};
  for (const [, name, , language, content = ''] of section.matchAll(named)) {
    if (name !== undefined) files[name] = content;
    else if (language === 'markdown') files['talk.md'] = content;
  }
  if (Object.keys(files).length === 0) return undefined;
  const [, call = ''] = /^```sh\n(.+)\n```$/m.exec(section) ?? [];
  const to = /--to (\S+)/.exec(call)?.[1]?.split(',') ?? ['notes.md'];
  if (!files['talk.md'] && !files['mine/theme.css']) throw new Error(`${id} has files, and neither a deck nor a theme`);
  return { files, to, untrusted: call.includes('--untrusted') };
}

/** Tells whether an example needs a browser. */
export function needsBrowser({ finder, faulty }: RulePage): boolean {
  return finder !== 'compiler' || (faulty?.to.includes('pdf') ?? false);
}

interface RunOptions {
  key: 'faulty' | 'cure';
  /** Without browsers, only examples that need none are run. */
  browser?: BrowserPlaces;
}

/** Joins the themes of several pages into one with the problems of all of them, since checking a theme takes a second. */
export function joinedThemes(pages: readonly RulePage[], key: 'faulty' | 'cure'): RuleExample {
  const css = pages.map((page) => page[key]?.files['mine/theme.css'] ?? '');
  return { files: { 'mine/theme.css': css.join('\n') }, to: [], untrusted: false };
}

/** Checks one theme. @returns the ids of the rules that report something. */
export async function themeFaults(example: RuleExample, browser: BrowserPlaces): Promise<Set<string>> {
  const cwd = mkdtempSync(path.join(os.tmpdir(), 'lectern-rules-'));
  try {
    writeExample(example, cwd);
    const files = await checkedTheme(cwd, browser);
    return new Set(files.flatMap(({ messages }) => messages.map((message) => ruleOf(message) ?? '')));
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Runs the examples of pages. @returns the messages of each rule, by its id. */
export async function runExamples(
  pages: readonly RulePage[],
  { key, browser }: RunOptions,
): Promise<Map<string, ExampleResult>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-rules-'));
  try {
    const runs = pages.flatMap((page) => {
      const example = page[key];
      if (!example || (!browser && needsBrowser(page))) return [];
      const cwd = path.join(folder, page.id);
      writeExample(example, cwd);
      return [{ page, example, cwd }];
    });
    const of = (finder: RulePage['finder']): Run[] => runs.filter(({ page }) => page.finder === finder);
    const results: [Run, VFile[]][] = await built(of('compiler'), folder, browser);
    if (browser) {
      results.push(...(await checked(of('check'), folder, browser)));
      for (const run of of('theme')) results.push([run, await checkedTheme(run.cwd, browser)]);
    }
    return new Map(results.map(([{ page, cwd }, files]) => [page.id, resultOf(page.id, files, cwd)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  page: RulePage;
  example: RuleExample;
  cwd: string;
}

/** Reports addresses that end in “gone” as missing, without a request. */
const ask = async (address: string): Promise<string | undefined> =>
  address.endsWith('gone') ? 'status 404' : undefined;

/** Writes the files of an example, and those of `slides/` that it names. */
export function writeExample({ files }: RuleExample, cwd: string): void {
  mkdirSync(cwd, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(cwd, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    for (const [shipped] of content.matchAll(/\b(?:images|parts)\/[\w./-]+\w/g)) {
      const source = path.join(root, 'slides', shipped);
      if (existsSync(source) && !(shipped in files)) cpSync(source, path.join(cwd, shipped), { recursive: true });
    }
  }
}

/** Builds many decks at once; each has a folder of its own, which is its project. */
async function built(
  runs: readonly Run[],
  folder: string,
  browser: BrowserPlaces | undefined,
): Promise<[Run, VFile[]][]> {
  const elsewhere = path.join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  const callOf = ({ cwd, example: { files, to, untrusted } }: Run): BuildCall => {
    // A config counts where Lectern is called.
    const hasConfig = Object.keys(files).some((name) => name.startsWith('lectern.'));
    return { to, untrusted, cwd: hasConfig ? cwd : elsewhere };
  };
  const groups = Map.groupBy(runs, (run) => JSON.stringify(callOf(run)));
  const results: [Run, VFile[]][] = [];
  for (const [call, group] of groups) {
    for (const { cwd, page } of group) renameSync(path.join(cwd, 'talk.md'), path.join(cwd, `${page.id}.md`));
    const options = JSON.parse(call) as BuildCall;
    const decks = group.map(({ cwd, page }) => path.relative(options.cwd, path.join(cwd, `${page.id}.md`)));
    const report = await build({ decks, ...options, ...(browser && { browser }) });
    report.decks.forEach(({ file, included }, index) => {
      const run = group[index];
      if (run) results.push([run, included.concat(file)]);
    });
  }
  return results;
}

type BuildCall = Required<Pick<BuildOptions, 'to' | 'untrusted' | 'cwd'>>;

async function checked(runs: readonly Run[], folder: string, browser: BrowserPlaces): Promise<[Run, VFile[]][]> {
  const report = await check({ decks: runs.map(({ page }) => `${page.id}/talk.md`), cwd: folder, browser, ask });
  return runs.map((run, index) => {
    const deck = report.decks[index];
    return [run, deck ? deck.included.concat(deck.file) : []];
  });
}

async function checkedTheme(cwd: string, browser: BrowserPlaces): Promise<VFile[]> {
  const theme = findTheme('./mine', cwd);
  return theme ? checkThemes({ themes: [theme], cwd, browser }) : [];
}

function resultOf(id: string, files: readonly VFile[], cwd: string): ExampleResult {
  const own = files.flatMap((file) => {
    const name = path.relative(cwd, path.resolve(file.cwd, file.path)).replace(`${id}.md`, 'talk.md');
    return file.messages.filter((message) => ruleOf(message) === id).map((message) => ({ name, message }));
  });
  const [first] = own;
  const told = own
    .slice(0, MOST_SHOWN)
    .map(({ name, message }) => shown(name, message, cwd).replaceAll(`${id}.pdf`, 'talk.pdf'));
  const more = own.length > MOST_SHOWN ? [`… and ${own.length - MOST_SHOWN} more`] : [];
  return {
    messages: [...told, ...more].join('\n'),
    severity: first && severityOf(first.message.fatal),
  };
}

function shown(name: string, message: VFileMessage, cwd: string): string {
  const { line, column, fatal, reason } = message;
  const place = [name, line, column].filter((part) => part !== undefined).join(':');
  const text = [path.relative(process.cwd(), cwd), cwd].reduce(
    (told, folder) => told.replaceAll(`${folder}/`, '').replaceAll(folder, 'the folder of the deck'),
    reason,
  );
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + word.length + 3 > WIDTH) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return [`${place} ${severityOf(fatal)} ${ruleOf(message)}`, ...lines.map((one) => `  ${one}`)].join('\n');
}
