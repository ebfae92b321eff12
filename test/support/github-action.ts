import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { MAIN, project } from './cli.ts';
import { root } from './browser.ts';

interface Step {
  name: string;
  id?: string;
  if?: string;
  uses?: string;
  with?: Record<string, unknown>;
  run?: string;
  shell?: string;
  env?: Record<string, string>;
  'working-directory'?: string;
}

export interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: Step[] };
}

export const ACTION: Action = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action;

/** What a run of the action printed and left. */
export interface ActionRun {
  /** Exit code of the step that failed, else 0. */
  code: number;
  /** The name of that step. */
  failed: string | undefined;
  log: string;
  summary: string;
  outputs: Record<string, string>;
  /** Actions of others that would have run, with what they get. */
  used: Map<string, Record<string, string>>;
}

export interface ActionCall {
  workspace: string;
  inputs?: Record<string, string>;
  env?: Record<string, string>;
  /** Outputs of actions of others, by the ids of their steps. */
  others?: Record<string, Record<string, string>>;
  github?: Record<string, string>;
}

/**
 * Makes a program of a folder's node_modules that starts Lectern from its sources.
 *
 * @param doctor - whether `lectern doctor` tests the browser, which takes time. @default true
 */
export function installLectern(folder: string, { doctor = true }: { doctor?: boolean } = {}): void {
  const bin = path.join(folder, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(
    path.join(bin, 'lectern'),
    `#!/bin/sh\n${doctor ? '' : '[ "$1" = doctor ] && exit\n'}exec '${process.execPath}' '${MAIN}' "$@"\n`,
  );
  chmodSync(path.join(bin, 'lectern'), 0o755);
}

/** Runs the steps of `action.yml` one after the other, as GitHub's runner does; actions of others are only noted. */
export async function runAction({
  workspace,
  inputs = {},
  env = {},
  others = {},
  github = {},
}: ActionCall): Promise<ActionRun> {
  const temporary = project({ output: '', summary: '' });
  const given = Object.fromEntries(Object.entries(ACTION.inputs).map(([name, { default: usual }]) => [name, usual]));
  const values = new Map<string, string>([
    ...Object.entries({ ...given, ...inputs }).map(([name, value]) => [`inputs.${name}`, value] as const),
    ...Object.entries(others).flatMap(([id, outputs]) =>
      Object.entries(outputs).map(([name, value]) => [`steps.${id}.outputs.${name}`, value] as const),
    ),
    ...Object.entries(github),
  ]);
  const done: ActionRun = { code: 0, failed: undefined, log: '', summary: '', outputs: {}, used: new Map() };
  for (const step of ACTION.runs.steps) {
    if (step.if !== undefined && !holds(step.if, values)) continue;
    if (step.run === undefined) {
      const given = Object.entries(step.with ?? {}).map(
        ([key, value]) => [key, filled(String(value), values)] as const,
      );
      done.used.set(step.uses ?? '', Object.fromEntries(given));
      continue;
    }
    const [output, summary] = ['output', 'summary'].map((name) => path.join(temporary, name));
    writeFileSync(output ?? '', '');
    const stepEnv = Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, values)] as const);
    const { code, log } = await bash(step.run, {
      cwd: path.join(workspace, filled(step['working-directory'] ?? '.', values)),
      env: {
        ...process.env,
        NO_COLOR: '1',
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: root,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: temporary,
        ...env,
        ...Object.fromEntries(stepEnv),
      },
    });
    done.log += log;
    for (const line of readFileSync(output ?? '', 'utf8')
      .split('\n')
      .filter(Boolean)) {
      const [name = '', ...value] = line.split('=');
      values.set(`steps.${step.id ?? ''}.outputs.${name}`, value.join('='));
    }
    done.summary = readFileSync(summary ?? '', 'utf8');
    if (code !== 0) {
      Object.assign(done, { code, failed: step.name });
      break;
    }
  }
  for (const [name, { value }] of Object.entries(ACTION.outputs)) done.outputs[name] = filled(value, values);
  return done;
}

/** As the runner starts `shell: bash`. */
function bash(
  script: string,
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<{ code: number; log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], options);
    let log = '';
    child.stdout.on('data', (data: Buffer) => (log += data.toString()));
    child.stderr.on('data', (data: Buffer) => (log += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, log }));
  });
}

function filled(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => values.get(name) ?? '');
}

/** Evaluates comparisons with texts, joined by `&&`. */
function holds(condition: string, values: ReadonlyMap<string, string>): boolean {
  return condition.split('&&').every((part) => {
    const [, name = '', sign, text] = /^\s*([\w.-]+) (==|!=) '([^']*)'\s*$/.exec(part) ?? [];
    if (sign === undefined) throw new Error(`the condition “${condition}” cannot be evaluated`);
    return ((values.get(name) ?? '') === text) === (sign === '==');
  });
}
