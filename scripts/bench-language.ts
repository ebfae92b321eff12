/**
 * Times what the language costs, whole processes of the published command line, in one run: the tour built again after one
 * word was changed, beside the tour without its drawings; and ten times the examples of docs/language.md beside one time.
 * `BENCH_RUNS` sets how often (default 7). `BENCH_BASE` names the lib/cli.js of another version, to compare a plain deck of
 * ten slides with.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeBenchDeck } from './bench-deck.ts';
import { languageExamples } from './language-examples.ts';

const root = path.join(import.meta.dirname, '..');
const work = path.join(root, '.bench', 'language');
const runs = Number(process.env['BENCH_RUNS'] ?? 7);
const own = path.join(root, 'lib', 'cli.js');

function build(deck: string, to: string, cli = own): number {
  const started = performance.now();
  const args = [cli, 'build', deck, '--to', to, '--out-dir', path.join(work, 'out')];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: work, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${deck} failed: ${stderr}`);
  return performance.now() - started;
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Median time of the first over that of the second, taking turns. */
async function ratio(what: string, first: () => Promise<number>, second: () => Promise<number>): Promise<void> {
  const [a, b]: [number[], number[]] = [[], []];
  await first();
  await second();
  for (let run = 0; run < runs; run += 1) {
    a.push(await first());
    b.push(await second());
  }
  const [x, y] = [median(a), median(b)];
  console.log(`${what.padEnd(58)} ${x.toFixed(0).padStart(5)} / ${y.toFixed(0).padStart(5)} ms  ${(x / y).toFixed(2)}`);
}

const FENCES = /^```(?:mermaid|dot|math|csv)[^\n]*\n/gm;

/** The same words without anything to draw. */
function withoutDrawings(source: string): string {
  return source
    .replace(FENCES, '```text\n')
    .replace(/^\$\$\n([\s\S]*?)\n\$\$$/gm, '```text\n$1\n```')
    .replace(/\$[^$\n]+\$/g, '`x`');
}

await rm(work, { recursive: true, force: true });
await mkdir(work, { recursive: true });
await cp(path.join(root, 'slides'), work, { recursive: true });
const tour = await readFile(path.join(work, 'tour.md'), 'utf8');
await writeFile(path.join(work, 'plain.md'), withoutDrawings(tour));
let edits = 0;
const edited = async (to: string): Promise<number> => {
  edits += 1;
  await writeFile(path.join(work, 'tour.md'), tour.replace('is already a deck', `is already a deck ${edits}`));
  return build('tour.md', to);
};
for (const to of ['html', 'html,pdf']) {
  await ratio(
    `tour after an edit / tour without drawings, ${to}`,
    () => edited(to),
    async () => build('plain.md', to),
  );
}

const examples = languageExamples(root).map(({ source }) => source.replace(/^---\n[\s\S]*?\n---\n/, ''));
// Ids that authors chose and definitions are there once in a deck.
const one = examples.join('\n\n').replaceAll(/\{#[\w-]+/g, '{');
await writeFile(path.join(work, 'one.md'), one);
await writeFile(path.join(work, 'ten.md'), Array.from({ length: 10 }, () => one).join('\n\n---\n\n'));
await ratio(
  'the language ten times / once, html',
  async () => build('ten.md', 'html'),
  async () => build('one.md', 'html'),
);

const base = process.env['BENCH_BASE'];
if (base) {
  const deck = await writeBenchDeck(path.join(work, '10'), 10);
  await ratio(
    'ten plain slides / the same in the other version',
    async () => build(deck, 'html'),
    async () => build(deck, 'html', base),
  );
}
