/**
 * Loads projects, or builds decks in them, as a process of its own: Vitest loads modules in its own way, and a project's
 * code may do anything. Reads jobs as JSON from its argument, and prints their results as JSON.
 */
import { LecternError, sentences } from '../../src/model/errors.ts';
import { loadProject } from '../../src/project/load-project.ts';
import type { BuiltDeck, LoadedProject, ProjectJob } from './projects.ts';

const { jobs, builds } = JSON.parse(process.argv[2] ?? '') as { jobs: ProjectJob[]; builds: boolean };

async function load(job: ProjectJob): Promise<LoadedProject> {
  const located = new Set<string>();
  try {
    const { file, values, rules, plugins, notices, outputOptions } = await loadProject({ ...job, located });
    return {
      file,
      values: { ...values },
      rules: [...rules.keys()],
      notices: [...notices],
      remark: plugins.deck?.remark.map(({ use, ...plugin }) => ({ ...plugin, options: use.slice(1) })),
      rehype: plugins.deck?.rehype.map(({ use, ...plugin }) => ({ ...plugin, options: use.slice(1) })),
      fences: plugins.deck?.fences.map(({ name, version }) => ({ name, version })),
      key: plugins.deck?.key,
      outputs: plugins.outputs.map(({ name }) => name),
      projectRules: plugins.rules.map(({ id }) => id),
      sources: plugins.sources.map(({ name, version, brings }) => ({ name, version, brings })),
      outputOptions: Object.fromEntries(outputOptions),
      located: [...located],
    };
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    return { error: sentences(error), located: [...located] };
  }
}

async function buildDecks({ cwd, config, untrusted, decks = ['talk.md'] }: ProjectJob): Promise<BuiltDeck> {
  const { build } = await import('../../src/app/build.ts');
  try {
    const report = await build({
      decks,
      cwd,
      to: ['notes.md'],
      ...(config !== undefined && { config }),
      ...(untrusted !== undefined && { untrusted }),
    });
    const files = report.decks.flatMap(({ file, included }) => [file, ...included]);
    return { messages: files.flatMap(({ messages }) => messages.map(String)), notices: [...report.notices] };
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    return { error: sentences(error), messages: [], notices: [] };
  }
}

const results: unknown[] = [];
for (const job of jobs) results.push(await (builds ? buildDecks(job) : load(job)));
process.stdout.write(JSON.stringify(results));
