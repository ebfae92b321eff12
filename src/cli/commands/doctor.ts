import path from 'node:path';
import { checkBrowser } from '../../browser/check-browser.ts';
import { findBrowsers } from '../../browser/find-browser.ts';
import { packageVersion } from '../../files/package-files.ts';
import { errorOf, sentences } from '../../model/errors.ts';
import { installedPlugins } from '../../project/installed-plugins.ts';
import { loadProject, type Project } from '../../project/load-project.ts';
import { browserMirror } from '../environment.ts';
import { FINE, USAGE } from '../exit-codes.ts';
import { install } from '../options.ts';
import { browserOf, configOf, readCall, type Call } from '../read-call.ts';
import { say, sayText } from '../terminal.ts';

export async function run(args: string[]): Promise<number> {
  const call = readCall('doctor', args);
  if (!call) return FINE;
  const places = browserOf(call);
  say`Lectern ${packageVersion()}, Node ${process.version}, ${process.platform} ${process.arch}`;
  const configWorks = await tellProject(call);
  if (call.get(install) && !(await fetchBrowser(places.cacheFolder))) return USAGE;
  const found = await findBrowsers(places);
  sayText(found.length > 0 ? 'Browsers, best first:' : 'Browsers: none');
  for (const { kind, place, version } of found) {
    say`  ${kind.padEnd(9)}  ${version ? `${version}, unpacked below ${place}` : place}`;
  }
  if (places.endpoint) say`Named by ${places.endpoint.by}: ${places.endpoint.url}`;
  const { problem, product, milliseconds } = await checkBrowser(places);
  if (problem) {
    say`Printing does not work: ${sentences(problem)}`;
    return USAGE;
  }
  say`Printing works: ${product}, one page in ${milliseconds} ms`;
  return configWorks ? FINE : USAGE;
}

/** @returns whether it is there. */
async function fetchBrowser(cacheFolder: string): Promise<boolean> {
  const { installBrowser } = await import('../../browser/install-browser.ts');
  try {
    const onFetch = (url: string): void => say`Fetching ${url}`;
    const program = await installBrowser({ cacheFolder, mirror: browserMirror(), onFetch });
    say`Installed ${program}`;
    return true;
  } catch (error) {
    say`${sentences(errorOf(error))}`;
    return false;
  }
}

/** @returns whether the config can be used. */
async function tellProject(call: Call): Promise<boolean> {
  const cwd = process.cwd();
  let project: Project;
  try {
    project = await loadProject({ ...configOf(call), cwd });
  } catch (error) {
    say`Config does not work: ${sentences(errorOf(error))}`;
    return false;
  }
  const { file, plugins } = project;
  say`Config: ${file === undefined ? 'none' : path.relative('', file)}`;
  if (plugins.sources.length > 0) sayText('Plugins:');
  for (const { name, version, file: loaded, brings } of plugins.sources) {
    say`  ${[name, version].filter(Boolean).join(' ')}: ${brings.join(', ')} (${path.relative('', loaded)})`;
  }
  tellParts(project);
  const used = plugins.sources.map(({ name }) => name);
  const unused = installedPlugins(cwd).filter(
    ({ name }) => !used.some((one) => one === name || one.startsWith(`${name}/`)),
  );
  if (unused.length > 0) sayText('Installed, but not in “plugins”:');
  for (const { name, version, folder } of unused) {
    say`  ${[name, version].filter(Boolean).join(' ')} (${path.relative('', folder)})`;
  }
  return true;
}

/** What a config and its plugins add, by the names that decks and calls have for it. */
function tellParts({ plugins: { deck, reveal, outputs, rules } }: Project): void {
  const parts = {
    'remark plugins': deck?.remark.map(({ name }) => name),
    'rehype plugins': deck?.rehype.map(({ name }) => name),
    fences: deck?.fences.flatMap(({ languages }) => languages),
    directives: deck?.directives.map(({ name }) => name),
    'reveal.js plugins': reveal.map(({ name }) => name),
    outputs: outputs.map(({ name, options = {} }) => {
      const names = Object.keys(options);
      return names.length > 0 ? `${name} (options: ${names.join(', ')})` : name;
    }),
    rules: rules.map(({ id }) => id),
  };
  for (const [what, names = []] of Object.entries(parts)) if (names.length > 0) say`  ${what}: ${names.join(', ')}`;
}
