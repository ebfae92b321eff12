import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import type { CommandName } from '../../src/cli/commands.ts';
import { parseCall } from '../../src/cli/read-call.ts';
import { root } from './browser.ts';
import { MAIN, project } from './cli.ts';

const PAGES = { ci: 'ci', docker: 'docker', many: 'many-decks' } as const;

/** Returns the code blocks of a section in a language. */
export function blocksOf(page: keyof typeof PAGES, section: string, language: string): string[] {
  const text = readFileSync(path.join(root, 'docs/automate', `${PAGES[page]}.md`), 'utf8');
  const [, own = ''] = text.split(new RegExp(`^##+ ${section}\\n`, 'm'));
  const end = own.search(/^##+ /m);
  const part = end < 0 ? own : own.slice(0, end);
  return [...part.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, block = '']) => block,
  );
}

const DECKS = { 'talks/a.md': '# A\n\nOne.\n', 'talks/b.md': '# B\n\n![](images/i.svg)\n', 'talks/c.md': '# C\n' };
export const FILES: Record<string, string> = {
  ...DECKS,
  'talks/images/i.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>',
  'package.json': '{}',
  // Without a browser the same calls take a third of the time.
  'lectern.config.json': '{"to": "html"}',
};

/** Puts programs that recipes call, into a folder for PATH. `lectern` is the real one, or a stub that only prints its arguments. */
export function programs(lectern: 'real' | 'stub'): NodeJS.ProcessEnv {
  const own = lectern === 'stub' ? 'printf "%s\\n" "$*"' : `exec '${process.execPath}' '${MAIN}' "$@"`;
  const scripts = {
    lectern: `[ "$1" = doctor ] || { ${own}; }`,
    npx: '[ "$1" = lectern ] || exit 9\nshift\nexec lectern "$@"',
    npm: '[ "$*" = ci ]',
  };
  const folder = project(
    Object.fromEntries(Object.entries(scripts).map(([name, text]) => [name, `#!/bin/sh\n${text}\n`])),
  );
  for (const name of Object.keys(scripts)) chmodSync(path.join(folder, name), 0o755);
  return { ...process.env, PATH: `${folder}:${process.env['PATH']}`, NO_COLOR: '1' };
}

/** Runs lines of a shell as CI services do. */
export function run(script: string, cwd: string, env: NodeJS.ProcessEnv): string {
  return execFileSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Expects the calls of a recipe to be understood, and to build all shards. */
export function expectShards(calls: readonly string[], count: number): void {
  for (const call of calls) {
    const [command = '', ...args] = call.trim().split(' ');
    expect(() => parseCall(command as CommandName, args)).not.toThrow();
  }
  const shards = calls.map((call) => /--shard (\S+)/.exec(call)?.[1]);
  expect(shards.toSorted()).toEqual(Array.from({ length: count }, (_, index) => `${index + 1}/${count}`));
}

export interface Job {
  strategy?: { matrix: { shard: number[] } };
  steps: { uses?: string; with?: Record<string, string>; run?: string }[];
}

export function jobsOf(block: string): Record<string, Job> {
  return (parse(block) as { jobs: Record<string, Job> }).jobs;
}

export const runsOf = (job: Job | undefined): string[] => job?.steps.flatMap(({ run: script = [] }) => script) ?? [];
