/**
 * Times `lectern check` beside printing the same decks, whole processes of the published command line taking turns in one
 * run: compare its ratios, not its seconds. `BENCH_RUNS` sets how often (default 5).
 */
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeBenchDeck } from './bench-deck.ts';

const root = path.join(import.meta.dirname, '..');
const work = path.join(root, '.bench');
const runs = Number(process.env['BENCH_RUNS'] ?? 5);
const cli = path.join(root, 'lib', 'cli.js');

function time(args: string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: root, encoding: 'utf8' });
  // 1 says that something was found, which is no failure here.
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return (performance.now() - started) / 1000;
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Slides that appear in nine steps each. */
async function writeStepsDeck(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const points = Array.from({ length: 8 }, (_, index) => `- Point ${index} of what is shown`).join('\n');
  const slides = Array.from({ length: 100 }, (_, index) => `## Slide ${index}\n\n${points}\n`);
  const deck = path.join(folder, 'steps.md');
  await writeFile(deck, `---\nincremental: true\n---\n\n${slides.join('\n')}`);
  return deck;
}

const decks: [name: string, deck: string][] = [
  ['100 slides', await writeBenchDeck(path.join(work, '100'), 100)],
  ['500 slides', await writeBenchDeck(path.join(work, '500'), 500)],
  ['100 slides in 900 steps', await writeStepsDeck(path.join(work, 'steps'))],
];
const results = new Map<string, number>();
for (const [name, deck] of decks) {
  const calls: [string, string[]][] = [
    ['pdf', ['build', deck, '--to', 'pdf', '--out-dir', work]],
    ['check', ['check', deck]],
  ];
  const seconds = new Map<string, number[]>(calls.map(([call]) => [call, []]));
  for (const [, args] of calls) time(args);
  for (let run = 0; run < runs; run += 1) for (const [call, args] of calls) seconds.get(call)?.push(time(args));
  for (const [call] of calls) {
    results.set(`${call} ${name}`, median(seconds.get(call) ?? []));
    console.log(`${name.padEnd(24)} ${call.padEnd(6)} ${results.get(`${call} ${name}`)?.toFixed(2)} s`);
  }
}
const of = (name: string): number => results.get(name) ?? Number.NaN;
const ratio = (what: string, value: number): void => console.log(`${what.padEnd(44)} ${value.toFixed(2)}`);
console.log('\nRatios of this run');
for (const [name] of decks) ratio(`check / pdf, ${name}`, of(`check ${name}`) / of(`pdf ${name}`));
ratio('check of 500 slides / check of 100 slides', of('check 500 slides') / of('check 100 slides'));
