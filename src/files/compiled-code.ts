import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Script } from 'node:vm';
import zlib from 'node:zlib';

/** The compiled code of scripts, kept for the next run. */
export interface CompiledCode {
  /** Returns what was compiled of a file with this text. */
  read(file: string, source: string): Buffer | undefined;
  /** Has a script kept at the end. */
  add(file: string, source: string, script: Script): void;
  /** Writes what scripts have compiled so far. What cannot be written is compiled again next time. */
  keep(): void;
}

/** Bytes of the checksum before the code: V8 looks at its own version and the length of the source, and trusts the rest. */
const HEAD = 4;

/** @param folder - where Node keeps its own compiled code, one for each version; without one nothing is kept. */
export function compiledCode(folder: string | undefined): CompiledCode {
  const added: { name: string; script: Script }[] = [];
  return {
    read(file, source) {
      if (folder === undefined) return undefined;
      try {
        const kept = readFileSync(path.join(folder, nameOf(file, source)));
        const code = kept.subarray(HEAD);
        return kept.length > HEAD && kept.readUInt32LE() === zlib.crc32(code) ? code : undefined;
      } catch {
        return undefined;
      }
    },
    add(file, source, script) {
      added.push({ name: nameOf(file, source), script });
    },
    keep() {
      if (folder === undefined) return;
      for (const { name, script } of added) write(path.join(folder, name), script.createCachedData());
    },
  };
}

/** Another source has another name: V8 would take its code for that of the first where both are as long. */
function nameOf(file: string, source: string): string {
  return `${path.basename(file)}-${zlib.crc32(source).toString(16)}`;
}

/** Two processes may write at once, and one may be stopped halfway. */
function write(file: string, code: Buffer): void {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(zlib.crc32(code));
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, Buffer.concat([head, code]), { flag: 'wx' });
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
}
