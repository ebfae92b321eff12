import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compiledCode } from '../../src/files/compiled-code.ts';

const SOURCE = `(function () { function late(x) { return ${Array.from({ length: 200 }, (_, n) => `x + ${n}`).join(' + ')}; } return late; })()`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-compiled-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the source, and keeps what was compiled up to then. */
function keep(calls: boolean): void {
  const code = compiledCode(folder);
  const script = new Script(SOURCE);
  const late = script.runInThisContext() as (x: number) => number;
  if (calls) late(1);
  code.add('part.cjs', SOURCE, script);
  code.keep();
}

test('code is kept with the functions that were called', () => {
  keep(false);
  const before = compiledCode(folder).read('part.cjs', SOURCE)?.length ?? 0;
  keep(true);
  const cachedData = compiledCode(folder).read('part.cjs', SOURCE);
  expect(cachedData?.length).toBeGreaterThan(before + 500);
  expect(new Script(SOURCE, { ...(cachedData && { cachedData }) }).cachedDataRejected).toBe(false);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('another text of the same length has code of its own', () => {
  keep(true);
  expect(compiledCode(folder).read('part.cjs', SOURCE.replace('x + 1 ', 'x + 2 '))).toBeUndefined();
});

test('damaged code is not used', () => {
  keep(true);
  const file = path.join(folder, readdirSync(folder)[0] ?? '');
  const bytes = readFileSync(file);
  for (const damaged of [
    Buffer.alloc(0),
    bytes.subarray(0, 3),
    bytes.subarray(0, -1),
    Buffer.from(bytes).fill(1, 90, 91),
  ]) {
    writeFileSync(file, damaged);
    expect(compiledCode(folder).read('part.cjs', SOURCE)).toBeUndefined();
  }
});

test('without a folder, or with one that cannot be written, nothing is kept and nothing fails', () => {
  for (const place of [undefined, path.join(folder, 'none')]) {
    const code = compiledCode(place);
    code.add('part.cjs', SOURCE, new Script(SOURCE));
    code.keep();
    expect(code.read('part.cjs', SOURCE)).toBeUndefined();
  }
});
