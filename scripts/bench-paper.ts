/**
 * Times what is printed beside the least that printing can take, whole processes of the published command line in one run:
 * handouts, two thousand slides with the browser's memory, and a deck of photos with and without what was kept from
 * before. `BENCH_RUNS` sets how often (default 3).
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { browserPlaces } from '../src/cli/environment.ts';
import { writeBenchDeck, writePhotoDeck } from './bench-deck.ts';
import { writeFloor } from './bench-floor-page.ts';

const root = path.join(import.meta.dirname, '..');
const work = path.join(root, '.bench');
const runs = Number(process.env['BENCH_RUNS'] ?? 3);
const cli = path.join(root, 'lib', 'cli.js');

interface Run {
  seconds: number;
  /** Most that all processes below had in memory at a time, in MB; what they share counts once. */
  memory: number;
}

function run(args: string[]): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' });
  let memory = 0;
  const timer = setInterval(() => (memory = Math.max(memory, memoryBelow(child.pid ?? 0))), 100);
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(timer);
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, memory });
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
}

/** Proportional set size of a process's descendants, from Linux's own tables; 0 elsewhere. */
function memoryBelow(pid: number): number {
  if (!existsSync('/proc')) return 0;
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = readOr(`/proc/${name}/stat`);
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isBelow = (id: number): boolean => {
    const parent = parents.get(id);
    return parent !== undefined && parent > 1 && (parent === pid || isBelow(parent));
  };
  const kilobytes = [...parents.keys()]
    .filter(isBelow)
    .map((id) => Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${id}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended.
    return '';
  }
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

interface Row {
  name: string;
  args: string[];
  /** Forgets what was kept from earlier builds. */
  cold?: boolean;
}

async function measure(rows: Row[]): Promise<Map<string, Run>> {
  const all = new Map<string, Run[]>(rows.map(({ name }) => [name, []]));
  for (const { args } of rows) await run(args);
  // Taking turns, so that a slow minute of the machine is everyone's.
  for (let turn = 0; turn < runs; turn += 1) {
    for (const { name, args, cold } of rows) {
      if (cold) rmSync(path.join(browserPlaces().cacheFolder, 'pictures'), { recursive: true, force: true });
      all.get(name)?.push(await run(args));
    }
  }
  return new Map(
    [...all].map(([name, each]) => {
      const result = { seconds: median(each.map(({ seconds }) => seconds)), memory: median(each.map((r) => r.memory)) };
      console.log(
        `${name.padEnd(34)} ${result.seconds.toFixed(2).padStart(6)} s  ${result.memory.toFixed(0).padStart(5)} MB`,
      );
      return [name, result];
    }),
  );
}

const ratio = (what: string, value: number): void => console.log(`  ${what.padEnd(52)} ${value.toFixed(2)}`);

async function slides(): Promise<void> {
  const decks = new Map<number, string>();
  for (const count of [500, 2000]) decks.set(count, await writeBenchDeck(path.join(work, String(count)), count));
  const build = (count: number, ...more: string[]): string[] => [
    cli,
    'build',
    decks.get(count) ?? '',
    '--out-dir',
    path.join(work, String(count)),
    '--to',
    ...more,
  ];
  const found = await measure([
    { name: 'pdf, 500 slides', args: build(500, 'pdf') },
    { name: 'handout six a page, 500 slides', args: build(500, 'handout', '--handout', 'slides=6') },
    { name: 'handout with notes, 500 slides', args: build(500, 'handout') },
    { name: 'pdf, 2000 slides', args: build(2000, 'pdf') },
  ]);
  const seconds = (name: string): number => found.get(name)?.seconds ?? Number.NaN;
  ratio('handout six a page / pdf', seconds('handout six a page, 500 slides') / seconds('pdf, 500 slides'));
  ratio('pdf of 2000 slides / of 500', seconds('pdf, 2000 slides') / seconds('pdf, 500 slides'));
}

async function photos(): Promise<void> {
  const folder = path.join(work, 'photos');
  const deck = await writePhotoDeck(folder, 20);
  const floor = await writeFloor(deck, folder);
  const pdf = [cli, 'build', deck, '--to', 'pdf', '--out-dir', folder];
  const found = await measure([
    { name: 'pdf, 20 photos, for the first time', args: pdf, cold: true },
    { name: 'pdf, 20 photos, again', args: pdf },
    { name: 'floor, 20 photos', args: ['scripts/bench-floor.ts', floor, path.join(folder, 'floor.pdf')] },
  ]);
  const seconds = (name: string): number => found.get(name)?.seconds ?? Number.NaN;
  ratio('for the first time / floor', seconds('pdf, 20 photos, for the first time') / seconds('floor, 20 photos'));
  ratio('again / floor', seconds('pdf, 20 photos, again') / seconds('floor, 20 photos'));
  const size = (file: string): number => statSync(path.join(folder, file)).size;
  ratio('size / size of the floor', size('deck.pdf') / size('floor.pdf'));
}

await mkdir(work, { recursive: true });
await slides();
await photos();
