import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

export interface ProjectJob {
  cwd: string;
  config?: false | string;
  untrusted?: boolean;
  /** @default ['talk.md'] */
  decks?: string[];
}

/** A project as it was loaded, or the error that says why not. */
export interface LoadedProject {
  error?: string;
  file?: string | undefined;
  values?: Record<string, unknown>;
  rules?: string[];
  notices?: string[];
  remark?: Record<string, unknown>[] | undefined;
  rehype?: Record<string, unknown>[] | undefined;
  fences?: Record<string, unknown>[] | undefined;
  key?: string | undefined;
  outputs?: string[];
  projectRules?: string[];
  sources?: Record<string, unknown>[];
  outputOptions?: Record<string, unknown>;
  /** Files that change the project. */
  located: string[];
}

export interface BuiltDeck {
  error?: string;
  messages: string[];
  notices: string[];
}

const CHILD = path.join(import.meta.dirname, 'project-child.ts');

/** Loads projects in a process of its own, one after the other. */
export function loadProjects(jobs: readonly ProjectJob[]): Promise<LoadedProject[]> {
  return run(jobs, {});
}

/** Builds the decks of projects in a process of its own, one project after the other. @param env - more variables. */
export function buildProjects(jobs: readonly ProjectJob[], env: Record<string, string> = {}): Promise<BuiltDeck[]> {
  return run(jobs, { builds: true, env });
}

async function run<Result>(
  jobs: readonly ProjectJob[],
  { builds = false, env = {} }: { builds?: boolean; env?: Record<string, string> },
): Promise<Result[]> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [CHILD, JSON.stringify({ jobs, builds })], {
    env: { ...process.env, ...env },
  });
  if (stderr) throw new Error(stderr);
  return JSON.parse(stdout) as Result[];
}
