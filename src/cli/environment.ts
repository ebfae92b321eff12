import path from 'node:path';
import { usualPlaces, type BrowserPlaces } from '../browser/find-browser.ts';
import { LecternError } from '../model/errors.ts';

const BROWSER_VARIABLES = ['LECTERN_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'];

/** The browser options of the command line. */
export interface NamedBrowser {
  /** `--browser` */
  path?: string | undefined;
  /** `--browser-url` */
  url?: string | undefined;
}

/** Reads where browsers may be. */
export function browserPlaces(named: NamedBrowser = {}, env: NodeJS.ProcessEnv = process.env): BrowserPlaces {
  const usual = usualPlaces();
  return {
    named: namedBrowser(named.path, env),
    endpoint: browserEndpoint(named, env),
    cacheFolder: cacheFolder(env) ?? usual.cacheFolder,
    home: usual.home,
    searchPath: [...(env['PATH'] ?? '').split(path.delimiter).filter(isOfSystem), ...usual.searchPath],
  };
}

/** Returns the mirror of Chrome for Testing to fetch a browser from, by the name that Puppeteer has for it. */
export function browserMirror(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const by = 'PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL';
  const given = env[by] ?? '';
  if (given === '') return undefined;
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given.replace(/\/$/, '');
  throw new LecternError('USAGE', `${by} is “${given}”, expected the address of a mirror`, {
    advice: 'Write it as in https://mirror.example.org/chrome-for-testing-public.',
  });
}

/** A path that is not absolute would make a cache in every working folder; the specification has it ignored for XDG. */
function cacheFolder(env: NodeJS.ProcessEnv): string | undefined {
  const [own = '', xdg = ''] = [env['LECTERN_CACHE'], env['XDG_CACHE_HOME']];
  if (own) return path.resolve(own);
  return path.isAbsolute(xdg) ? path.join(xdg, 'lectern') : undefined;
}

/** Programs of the working folder, and those that npm adds for a project, are not the system's browsers. */
function isOfSystem(folder: string): boolean {
  return path.isAbsolute(folder) && !/[\\/]node_modules[\\/]/.test(`${folder}/`);
}

function namedBrowser(option: string | undefined, env: NodeJS.ProcessEnv): BrowserPlaces['named'] {
  if (option !== undefined) return { path: path.resolve(option), by: '--browser' };
  for (const by of BROWSER_VARIABLES) {
    const named = env[by];
    if (named) return { path: path.resolve(named), by };
  }
  return undefined;
}

/** A program named on the command line overrides the environment. */
function browserEndpoint(named: NamedBrowser, env: NodeJS.ProcessEnv): BrowserPlaces['endpoint'] {
  const variable = named.path === undefined ? env['LECTERN_BROWSER_URL'] : undefined;
  const [url, by] = named.url === undefined ? [variable, 'LECTERN_BROWSER_URL'] : [named.url, '--browser-url'];
  if (!url) return undefined;
  if (URL.canParse(url) && /^(?:ws|http)s?:$/.test(new URL(url).protocol)) return { url, by };
  throw new LecternError('USAGE', `${by} is “${url}”, expected the address of a browser`, {
    advice: 'Write it as in ws://127.0.0.1:9222/devtools/browser/… or http://127.0.0.1:9222.',
  });
}

/**
 * Seconds since 1970 for dates inside files, from `SOURCE_DATE_EPOCH` (reproducible-builds.org/specs/source-date-epoch),
 * if it is set.
 */
export function sourceDateEpoch(env: NodeJS.ProcessEnv = process.env): number | undefined {
  const given = env['SOURCE_DATE_EPOCH'];
  if (given === undefined || given === '') return undefined;
  if (/^\d{1,12}$/.test(given)) return Number(given);
  throw new LecternError('USAGE', `SOURCE_DATE_EPOCH is “${given}”, expected seconds since 1970`, {
    advice: 'Correct the variable or leave it out.',
  });
}

/**
 * Returns the folder that a CI service has checked the repository out to, from which its annotations name files; the working
 * folder where that is not in it.
 */
export function repositoryFolder(env: NodeJS.ProcessEnv = process.env, cwd: string = process.cwd()): string {
  const named = [env['GITHUB_WORKSPACE'], env['CI_PROJECT_DIR']].filter((folder) => folder !== undefined);
  return named.find((folder) => path.isAbsolute(folder) && isBelow(cwd, folder)) ?? cwd;
}

function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..';
}

/** Writes the path of a file as a CI service has it: from the folder of the repository, with `/`. */
export function inRepository(file: string, folder: string = repositoryFolder()): string {
  const absolute = path.resolve(file);
  return (isBelow(absolute, folder) ? path.relative(folder, absolute) : file).replaceAll(path.sep, '/');
}

/** Tells whether a stream is a terminal with colours that `NO_COLOR` does not turn off (no-color.org). */
export function showsColours(
  stream: NodeJS.WriteStream,
  { bits = 24, env = process.env }: { bits?: number; env?: NodeJS.ProcessEnv } = {},
): boolean {
  return stream.isTTY && !env['NO_COLOR'] && stream.getColorDepth(env) >= bits;
}

/** Lists the variables that are set and change what Lectern does, without their values. */
export function namedVariables(env: NodeJS.ProcessEnv = process.env): string[] {
  const known = /^(?:(?:LECTERN|PUPPETEER)_.*|CI|FONTCONFIG_FILE|SOURCE_DATE_EPOCH|TMPDIR|XDG_CACHE_HOME)$/;
  return Object.keys(env)
    .filter((name) => env[name] && known.test(name))
    .toSorted();
}

/** Returns the pager that the user has chosen, and what it runs with; `undefined` where text is printed at once. */
export function pagerCall(env: NodeJS.ProcessEnv = process.env): { call: string; env: NodeJS.ProcessEnv } | undefined {
  const call = env['LECTERN_PAGER'] ?? env['PAGER'] ?? (process.platform === 'win32' ? '' : 'less');
  // less shows colours, and ends where all fits the screen.
  return call === '' ? undefined : { call, env: { LESS: 'FRX', LESSCHARSET: 'utf-8', ...env } };
}

/** Tells whether `npm run lectern` of a checkout has started this. */
function isOfCheckout(env: NodeJS.ProcessEnv): boolean {
  return env['npm_package_name'] === 'lectern' && env['npm_lifecycle_event'] === 'lectern';
}

/** Returns how the user calls Lectern, for commands to copy. */
export function calledAs(env: NodeJS.ProcessEnv = process.env): string {
  return isOfCheckout(env) ? 'npm run --silent lectern --' : 'lectern';
}

/** Returns the folder that npm was called in: it starts scripts in the folder of the checkout. */
export function callFolder(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return isOfCheckout(env) ? env['INIT_CWD'] : undefined;
}

/** Tells whether debugging output is on. */
export function debugs(): boolean {
  return process.env['DEBUG']?.includes('lectern') ?? false;
}
