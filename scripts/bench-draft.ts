/**
 * Times a draft of an article of 10,000 words, the whole process of the published command line, and the parts of it in this one.
 * `BENCH_RUNS` sets how often (default 5).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { draftArticle } from '../src/draft/draft.ts';
import { readPlainText } from '../src/draft/read/plain-text.ts';

const root = path.join(import.meta.dirname, '..');
const work = path.join(root, '.bench', 'draft');
const cli = path.join(root, 'lib', 'cli.js');
const runs = Number(process.env['BENCH_RUNS'] ?? 5);
const WORDS = 10_000;

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Articles of the tests, again and again, each under a title of its own. */
function longArticle(): string {
  const names = ['biography.txt', 'essay.txt', 'report.txt', 'tides.txt', 'noheadings.txt', 'news.txt'];
  const texts = names.map((name) => readFileSync(path.join(root, 'test/fixtures/draft/articles', name), 'utf8'));
  let article = '';
  for (let round = 0; article.split(/\s+/).length < WORDS; round += 1) {
    article += `\nPart ${round + 1} of many\n${texts[round % texts.length]}`;
  }
  return article;
}

const article = longArticle();
await mkdir(work, { recursive: true });
await writeFile(path.join(work, 'long.txt'), article);
const times: number[] = [];
for (let run = 0; run < runs; run += 1) {
  const started = performance.now();
  await draftArticle(readPlainText(article), { name: 'long' });
  times.push(performance.now() - started);
}
console.log(
  `draft of ${article.split(/\s+/).length} words, in this process: ${times[0]?.toFixed(0)} ms at first, then ${median(times).toFixed(0)} ms`,
);
if (existsSync(cli)) {
  const processes = Array.from({ length: runs }, () => {
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [cli, 'draft', 'long.txt', '--out', '-'], {
      cwd: work,
      encoding: 'utf8',
      maxBuffer: 64_000_000,
    });
    if (status !== 0) throw new Error(stderr);
    return performance.now() - started;
  });
  console.log(`lectern draft, whole processes: ${median(processes).toFixed(0)} ms`);
}
