import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { overBudget, spend, type Budget } from './budget.ts';
import { LIMITS } from './limits.ts';
import { dependencyFile, drawingProgram, packageRoot } from '../files/package-files.ts';
import type { Drawn, DrawingJob, DrawingProblem } from '../model/drawing.ts';

let running: Promise<ChildProcess> | undefined;
/** Jobs that took too much, by what they were: they are not tried again on each save. */
const refused = new Map<string, DrawingProblem>();
// One job after the other: a job that ends the process ends no other.
let queue: Promise<unknown> = Promise.resolve();

/**
 * Draws in a process of its own, which serves all decks of a run. A deck cannot hold up, fill or end the main process from
 * there, nor read, write or start anything: Node permits that process to read this package, and nothing else.
 */
export function drawApart(job: DrawingJob, budget: Budget): Promise<Drawn | DrawingProblem> {
  const drawn = queue.then(() => ask(job, budget));
  queue = drawn;
  return drawn;
}

async function ask(job: DrawingJob, budget: Budget): Promise<Drawn | DrawingProblem> {
  const key = JSON.stringify(job);
  const known = refused.get(key) ?? overBudget(budget);
  if (known) return known;
  const started = performance.now();
  const drawn = await attempt(job, key);
  spend(budget, performance.now() - started);
  return drawn;
}

async function attempt(job: DrawingJob, key: string, { again = false } = {}): Promise<Drawn | DrawingProblem> {
  try {
    running ??= start();
    const child = await running;
    hold(child, true);
    const answer = await answerOf(child, job);
    hold(child, false);
    // Somebody else ended it, perhaps a system that is short of memory: once is an accident.
    if (answer === 'killed' && !again) return await attempt(job, key, { again: true });
    if (answer !== 'killed' && answer !== 'memory' && answer !== 'time') return answer;
    const much = answer === 'time' ? `more than ${LIMITS.seconds} s` : 'more memory than a drawing may have';
    const problem = { problem: `drawing it takes ${much}; make it smaller` };
    refused.set(key, problem);
    return problem;
  } catch (error) {
    running = undefined;
    if (!again) return await attempt(job, key, { again: true });
    return { problem: `the program that draws does not start (${String(error)})` };
  }
}

type Answer = Drawn | DrawingProblem | 'time' | 'memory' | 'killed';

/** Sends a job to the process. Resolves to what it draws, or to the limit that it exceeded. */
function answerOf(child: ChildProcess, job: DrawingJob): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      child.off('exit', ended).off('message', answered);
      resolve(answer);
    };
    const ended = (_: number | null, signal: string | null): void => settle(signal === 'SIGKILL' ? 'killed' : 'memory');
    const answered = (answer: unknown): void => settle(readAnswer(answer));
    const timer = setTimeout(() => {
      child.off('exit', ended).once('exit', () => settle('time'));
      child.kill('SIGKILL');
    }, LIMITS.seconds * 1000);
    child.once('exit', ended).once('message', answered);
    // Where it cannot be sent the process has ended, and says so.
    child.send(job, () => {});
  });
}

function start(): Promise<ChildProcess> {
  const readable = [packageRoot(), path.dirname(dependencyFile('katex/package.json'))];
  const child = fork(drawingProgram(), [], {
    execArgv: [
      '--permission',
      // Vega keeps groups in objects by their names, which may be any word.
      '--disable-proto=delete',
      ...readable.map((folder) => `--allow-fs-read=${folder}`),
      `--max-old-space-size=${LIMITS.megabytes}`,
      `--wasm-max-mem-pages=${LIMITS.wasmPages}`,
    ],
    // Dates in charts are the same wherever the deck is built; nothing else of the environment is known there.
    env: { TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const leave = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', leave);
  child.once('exit', () => {
    process.off('exit', leave);
    running = undefined;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', reject);
    child.once('message', () => {
      child.off('error', reject).off('exit', reject);
      child.on('error', () => {});
      resolve(child);
    });
  });
}

/** Keeps the main process waiting for the drawing process while that is busy, and only then. */
function hold(child: ChildProcess, busy: boolean): void {
  if (busy) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

function readAnswer(answer: unknown): Drawn | DrawingProblem {
  const { markup, description, problem, line, offset }: Partial<Record<string, unknown>> = Object(answer);
  if (typeof markup === 'string' && typeof description === 'string') return { markup, description };
  return {
    problem: typeof problem === 'string' ? problem : 'nothing was drawn',
    ...(typeof line === 'number' && { line }),
    ...(typeof offset === 'number' && { offset }),
  };
}
