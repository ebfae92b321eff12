import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { readPlainFile } from '../files/plain-file.ts';
import { writeFiles } from '../files/write-files.ts';
import { errorOf, type LecternError } from '../model/errors.ts';
import type { FixedSource } from './certain-fixes.ts';

/**
 * Writes sources that were changed, unless somebody wrote them meanwhile.
 *
 * @returns how many changes are written now, and why not all are.
 */
export async function writeFixed(
  sources: readonly FixedSource[],
): Promise<[count: number, error: LecternError | undefined]> {
  let written = 0;
  for (const { file, text, count } of sources) {
    const named = path.resolve(file.cwd, file.path);
    const target = await realpath(named).catch(() => named);
    const before = String(await readPlainFile(target).catch(() => ''));
    const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
    // What somebody wrote meanwhile is not lost.
    if (before !== mark + String(file.value)) continue;
    try {
      await writeFiles([{ path: target, bytes: mark + text }], 'Make it writable, or fix it by hand.');
    } catch (error) {
      return [written, errorOf(error)];
    }
    written += count;
  }
  return [written, undefined];
}
