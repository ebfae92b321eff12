/**
 * Times the command line as it is published, whole processes, beside the least that printing can take, in one run on one
 * machine: compare its ratios, not its seconds. `BENCH_RUNS` sets how often (default 5). `BENCH_PEER` names another
 * tool's command to time on the same decks, with {deck} and {html} in it, such as a Marp CLI that is installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeBenchDeck } from './bench-deck.ts';
import { writeFloor } from './bench-floor-page.ts';

const root = path.join(import.meta.dirname, '..');
const work = path.join(root, '.bench');
const runs = Number(process.env['BENCH_RUNS'] ?? 5);
const cli = path.join(root, 'lib', 'cli.js');

interface Row {
  name: string;
  slides: number;
  /** Arguments of node. */
  command: string[];
  shell?: string;
  seconds: number[];
  /** Peak memory of the Node process in MB. */
  memory: number;
}

async function rowsFor(slides: number): Promise<Row[]> {
  const folder = path.join(work, String(slides));
  const deck = await writeBenchDeck(folder, slides);
  const floor = await writeFloor(deck, folder);
  const row = (name: string, command: string[]): Row => ({ name, slides, command, seconds: [], memory: 0 });
  const rows = [row('html', [cli, 'build', deck, '--to', 'html', '--out-dir', folder])];
  if (slides <= 500) {
    rows.push(row('pdf', [cli, 'build', deck, '--to', 'pdf', '--out-dir', folder]));
    rows.push(row('floor', [path.join(root, 'scripts/bench-floor.ts'), floor, path.join(folder, 'floor.pdf')]));
  }
  if (slides <= 100) rows.push(row('pptx', [cli, 'build', deck, '--to', 'pptx', '--out-dir', folder]));
  const peer = process.env['BENCH_PEER'];
  if (peer) {
    const shell = peer.replaceAll('{deck}', deck).replaceAll('{html}', path.join(folder, 'peer.html'));
    rows.push({ ...row('peer html', []), shell });
  }
  return rows;
}

function time(row: Row): number {
  const memory = path.join(work, 'memory');
  const [program, args] = row.shell
    ? ['sh', ['-c', `exec ${row.shell}`]]
    : [process.execPath, ['--import', path.join(root, 'scripts/bench-memory.ts'), ...row.command]];
  const started = performance.now();
  const { status, stderr } = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, BENCH_MEMORY: memory },
    encoding: 'utf8',
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${row.name} of ${row.slides} slides failed: ${stderr}`);
  return seconds;
}

async function measure(rows: Row[]): Promise<void> {
  for (const row of rows) {
    time(row);
    if (!row.shell) row.memory = Number(await readFile(path.join(work, 'memory'), 'utf8')) / 1024;
  }
  // Taking turns, so that a slow minute of the machine is everyone's.
  for (let run = 0; run < runs; run += 1) for (const row of rows) row.seconds.push(time(row));
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

await mkdir(work, { recursive: true });
const all: Row[] = [];
for (const slides of [10, 100, 500, 2000]) {
  const rows = await rowsFor(slides);
  await measure(rows);
  all.push(...rows);
  for (const { name, seconds, memory } of rows) {
    const peak = memory ? `  peak ${memory.toFixed(0).padStart(4)} MB` : '';
    console.log(
      `${String(slides).padStart(5)} slides  ${name.padEnd(9)} ${median(seconds).toFixed(2).padStart(6)} s${peak}`,
    );
  }
}

const seconds = (name: string, slides: number): number =>
  median(all.find((row) => row.name === name && row.slides === slides)?.seconds ?? []);
const ratio = (what: string, value: number): void => console.log(`${what.padEnd(44)} ${value.toFixed(2)}`);
console.log('\nRatios of this run');
for (const slides of [10, 100, 500])
  ratio(`pdf / floor, ${slides} slides`, seconds('pdf', slides) / seconds('floor', slides));
for (const slides of [10, 100]) ratio(`pptx / pdf, ${slides} slides`, seconds('pptx', slides) / seconds('pdf', slides));
ratio('html of 2000 slides / html of 500 slides', seconds('html', 2000) / seconds('html', 500));
if (process.env['BENCH_PEER'])
  for (const slides of [10, 100, 500])
    ratio(`html / peer html, ${slides} slides`, seconds('html', slides) / seconds('peer html', slides));
ratio(
  'peak memory of the pdf of 500 slides, in MB',
  all.find((row) => row.name === 'pdf' && row.slides === 500)?.memory ?? Number.NaN,
);
