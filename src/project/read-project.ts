import path from 'node:path';
import { notRegular } from '../files/plain-file.ts';
import { LecternError } from '../model/errors.ts';
import type { LecternConfig } from '../model/config.ts';
import { NO_PLUGINS, type ProjectPlugins } from '../model/plugins.ts';
import { ConfigFault, configError, ModuleFault } from './config-fault.ts';
import { readRuleSettings, readValues } from './config-values.ts';
import { isCode } from './find-config.ts';
import { withProjectModules, type ProjectModules } from './load-module.ts';

import { loadPlugins } from './load-plugins.ts';
import { readOutputOptions } from './output-parts.ts';
import { PLUGIN_KEYS } from './plugin-keys.ts';
import { moduleFault } from './module-fault.ts';
import type { Project } from './project.ts';
import { loadCodeConfig, moduleError, readJsonConfig, type ConfigFile, type ReadConfig } from './read-config.ts';

interface ConfigJob extends ConfigFile {
  cwd: string;
  /** The folder where the project begins. */
  projectRoot: string;
  /** Gets every file that changes the project; `undefined` where none tells. */
  located: Set<string> | undefined;
  /** Use no plugins. */
  dataOnly: boolean;
}

/** Reads a config and loads its plugins. @throws LecternError `USAGE` */
export async function readProject(job: ConfigJob): Promise<Project> {
  const { file, shown, located } = job;
  const advice = 'Name a file that ends with .ts, .mts, .js, .mjs or .json.';
  const problem = notRegular(file)?.problem ?? (/\.(?:json|m?[jt]s)$/.test(file) ? undefined : 'it is not a config');
  if (problem !== undefined) throw configError(shown, { reason: problem, advice });
  if (isCode(file)) {
    return withProjectModules(async (modules) => interpret(await loadCodeConfig(job, modules), job, modules), located);
  }
  const config = await readJsonConfig(job);
  if (job.dataOnly || !hasPlugins(config)) return interpret(config, job);
  return withProjectModules((modules) => interpret(config, job, modules), located);
}

/** Reads a config that a program gives as an object. @throws LecternError `USAGE` */
export async function readGivenConfig(value: LecternConfig, cwd: string): Promise<Project> {
  const config: ReadConfig = {
    value: { ...value },
    errorOf: ({ message: reason, advice = 'Correct the option “config”.' }) =>
      configError('config', { reason, advice }),
  };
  const job: ConfigJob = {
    file: path.join(cwd, 'config'),
    shown: 'config',
    cwd,
    root: undefined,
    projectRoot: cwd,
    located: undefined,
    dataOnly: false,
  };
  const project = await withProjectModules((modules) => interpret(config, job, modules));
  return { ...project, file: undefined };
}

function hasPlugins({ value }: ReadConfig): boolean {
  return PLUGIN_KEYS.some((key) => value[key] !== undefined);
}

async function interpret(config: ReadConfig, job: ConfigJob, modules?: ProjectModules): Promise<Project> {
  const { file, shown, cwd, projectRoot, dataOnly } = job;
  const folder = path.dirname(file);
  const isData = !isCode(file);
  try {
    const values = readValues(config.value, { folder, cwd, within: isData ? projectRoot : undefined });
    const rules = readRuleSettings(config.value);
    const scope = { file, folder, root: projectRoot, isData };
    const plugins: ProjectPlugins =
      modules && hasPlugins(config)
        ? await loadPlugins(config.value, scope, { modules, sources: [], keeps: job.located !== undefined })
        : NO_PLUGINS;
    const notices = dataOnly && hasPlugins(config) ? [`The plugins of ${shown} are not used with --untrusted.`] : [];
    const outputOptions = readOutputOptions(dataOnly ? undefined : config.value['outputOptions'], plugins.outputs, [
      'outputOptions',
    ]);
    return { file, notices, values, rules, plugins, outputOptions };
  } catch (error) {
    if (error instanceof ConfigFault) throw config.errorOf(error);
    if (error instanceof LecternError || !modules) throw error;
    // What a config holds may be anything, such as a property that throws.
    throw moduleError(error instanceof ModuleFault ? error : moduleFault(error, file, modules.files), job);
  }
}
