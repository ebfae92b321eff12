import path from 'node:path';
import type { CheckSettings } from '../model/check-settings.ts';
import type { LecternConfig } from '../model/config.ts';
import { NO_PLUGINS } from '../model/plugins.ts';
import { findConfig, isCode, projectRoot, type ConfigSearch } from './find-config.ts';
import type { Project, ProjectValues } from './project.ts';

export type { Project } from './project.ts';

export interface ProjectChoice {
  /**
   * The project's config: an object, a file relative to `cwd`, or `false` for none.
   * @default the `lectern.config.*` or `lectern.json` that is found from `cwd` up to the folder where the project begins
   */
  config?: false | string | LecternConfig | undefined;
}

export interface ProjectSearch extends ProjectChoice {
  /** The working folder. */
  cwd: string;
  /** The decks, and perhaps the project, come from somebody else: code of a config that is found is not run. */
  untrusted?: boolean | undefined;
  /** Gets every file that changes the project, whether it exists or not. */
  located?: Set<string>;
}

const NO_PROJECT: Project = {
  file: undefined,
  notices: [],
  values: {},
  rules: new Map(),
  plugins: NO_PLUGINS,
  outputOptions: new Map(),
};

/**
 * Loads a project: finds its config, reads its options and loads its plugins. Where there is no config, nothing else is
 * loaded.
 *
 * @throws LecternError `USAGE` with the place in the config
 */
export async function loadProject(search: ProjectSearch): Promise<Project> {
  const { config, cwd, untrusted = false, located = new Set() } = search;
  const folder = path.resolve(cwd);
  if (config === false) return NO_PROJECT;
  if (typeof config === 'object') {
    const { readGivenConfig } = await import('./read-project.ts');
    return readGivenConfig(config, folder);
  }
  const { file, root } = config === undefined ? findConfig(folder, located) : namedConfig(config, folder, located);
  if (file === undefined) return NO_PROJECT;
  const shown = path.relative(folder, file);
  const isFound = config === undefined;
  if (isFound && untrusted && isCode(file)) {
    return { ...NO_PROJECT, notices: [`${shown} is not used with --untrusted.`] };
  }
  const { readProject } = await import('./read-project.ts');
  return readProject({
    file,
    shown,
    cwd: folder,
    projectRoot: root,
    root: isFound ? root : undefined,
    located,
    dataOnly: isFound && untrusted,
  });
}

/** A config that is named is trusted, wherever it is. */
function namedConfig(config: string, cwd: string, located: Set<string>): ConfigSearch {
  const file = path.resolve(cwd, config);
  located.add(file);
  return { file, root: projectRoot(path.dirname(file)) };
}

interface CallOptions {
  /** Settings of rules. */
  rules?: CheckSettings | undefined;
  handout?: ProjectValues['handout'];
}

/** Puts the options of a call over those of its project. */
export function overProject<Given extends CallOptions>(
  given: Given,
  project: Project,
): Given & { rules: CheckSettings } {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Given;
  const handout = { ...project.values.handout, ...given.handout };
  const rules = new Map([...project.rules, ...(given.rules ?? [])]);
  return { ...project.values, ...set, ...(Object.keys(handout).length > 0 && { handout }), rules };
}
