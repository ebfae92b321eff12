/**
 * Bundles the program and runs the whole test suite: end-to-end tests, and beside them unit tests and those that draw, which
 * take the time of one core that browsers leave. Closes with the sum of both in one plain line. Arguments go to vitest as
 * they are, which then runs alone and on the source.
 *
 *     npm test -- --project unit
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

interface Ended {
  code: number;
  output: string;
  errors: string;
}

/** Runs vitest and keeps what it prints; `shown` prints it at once as well. */
async function runPart(args: readonly string[], shown: boolean): Promise<Ended> {
  const child = spawn(process.execPath, [vitest, 'run', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  if (shown) {
    child.stdout.pipe(process.stdout);
    child.stderr.pipe(process.stderr);
  }
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode ?? 1, output, errors };
}

/** Adds up the closing lines of runs, as `vitest.config.ts` writes them. */
function sum(outputs: readonly string[]): string {
  return ['passed', 'failed', 'skipped']
    .map((state) => {
      const counts = outputs.map((output) =>
        Number(new RegExp(`(\\d+) ${state}`).exec(output.trim().split('\n').at(-1) ?? '')?.[1]),
      );
      return `${counts.reduce((total, count) => total + count, 0)} ${state}`;
    })
    .join(', ');
}

const args = process.argv.slice(2);
if (args.length > 0) {
  const child = spawn(process.execPath, [vitest, 'run', ...args], { stdio: 'inherit' });
  await once(child, 'close');
  process.exitCode = child.exitCode ?? 1;
} else {
  execFileSync('npm', ['run', '--silent', 'bundle'], { stdio: 'inherit' });
  process.env['LECTERN_TEST_PROGRAM'] = path.resolve('lib', 'cli.js');
  const beside = runPart(['--project', 'unit', '--project', 'drawing', '--maxWorkers', '1'], false);
  const endToEnd = await runPart(['--project', 'end-to-end'], true);
  const { code, output, errors } = await beside;
  process.stderr.write(errors);
  process.stdout.write(`\n${output}\n${sum([endToEnd.output, output])}\n`);
  process.exitCode = Math.max(endToEnd.code, code);
}
