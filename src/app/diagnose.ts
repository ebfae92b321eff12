import os from 'node:os';
import path from 'node:path';
import { checkBrowser, type BrowserCheck } from '../browser/check-browser.ts';
import { findBrowsers, type BrowserPlaces, type FoundBrowser } from '../browser/find-browser.ts';
import { packageVersion } from '../files/package-files.ts';
import { errorOf, sentences } from '../model/errors.ts';
import { installedPlugins } from '../project/installed-plugins.ts';
import { loadProject, type Project, type ProjectChoice } from '../project/load-project.ts';

/** A package or module that brings plugins. */
export interface FoundPlugin {
  name: string;
  version: string | undefined;
  /** Relative to the working folder. */
  place: string;
}

/** Config and plugins of a project. */
interface ProjectDiagnosis {
  /** The config, relative to the working folder. */
  file: string | undefined;
  /** Why the config cannot be used. */
  problem: string | undefined;
  plugins: (FoundPlugin & { brings: readonly string[] })[];
  /** Names that decks and calls have for what the plugins add, by its kind. */
  parts: Record<string, string[]>;
  /** Packages that are installed and not used. */
  unused: FoundPlugin[];
}

/** An installation and what it finds around it. */
export interface Diagnosis {
  /** Whether the config can be used and the browser prints. */
  ok: boolean;
  /** Version of Lectern. */
  lectern: string;
  /** Version of Node. */
  node: string;
  system: { platform: string; arch: string; release: string; cores: number; memoryMB: number };
  cacheFolder: string;
  project: ProjectDiagnosis;
  browsers: FoundBrowser[];
  endpoint: BrowserPlaces['endpoint'];
  printing: BrowserCheck;
}

/** Examines the system, the project and the browsers, and prints a test page with the browser that a build would use. */
export async function diagnose(places: BrowserPlaces, choice: ProjectChoice): Promise<Diagnosis> {
  const project = await diagnoseProject(choice);
  const browsers = await findBrowsers(places);
  const printing = await checkBrowser(places);
  return {
    ok: project.problem === undefined && printing.problem === undefined,
    lectern: packageVersion(),
    node: process.version,
    system: {
      platform: process.platform,
      arch: process.arch,
      release: os.release(),
      cores: os.availableParallelism(),
      memoryMB: Math.round(os.totalmem() / 1e6),
    },
    cacheFolder: places.cacheFolder,
    project,
    browsers,
    endpoint: places.endpoint,
    printing,
  };
}

async function diagnoseProject(choice: ProjectChoice): Promise<ProjectDiagnosis> {
  const cwd = process.cwd();
  let project: Project;
  try {
    project = await loadProject({ ...choice, cwd });
  } catch (error) {
    return { file: undefined, problem: sentences(errorOf(error)), plugins: [], parts: {}, unused: [] };
  }
  const { file, plugins } = project;
  const used = plugins.sources.map(({ name }) => name);
  return {
    file: file === undefined ? undefined : path.relative('', file),
    problem: undefined,
    plugins: plugins.sources.map(({ name, version, file: loaded, brings }) => ({
      name,
      version,
      place: path.relative('', loaded),
      brings,
    })),
    parts: partsOf(project),
    unused: installedPlugins(cwd)
      .filter(({ name }) => !used.some((one) => one === name || one.startsWith(`${name}/`)))
      .map(({ name, version, folder }) => ({ name, version, place: path.relative('', folder) })),
  };
}

function partsOf({ plugins: { deck, reveal, outputs, rules } }: Project): Record<string, string[]> {
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
  return Object.fromEntries(
    Object.entries(parts).flatMap(([what, names = []]) => (names.length > 0 ? [[what, names]] : [])),
  );
}
