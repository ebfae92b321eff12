import { setTimeout } from 'node:timers/promises';
import { watchFiles } from '../files/watch-files.ts';
import { LecternError, sentences } from '../model/errors.ts';
import { coalesce } from '../present/coalesce.ts';
import { projectFile } from './project-options.ts';

/** Half a file is whole after so many ms. */
const HALF_WRITTEN = 60;

/** Reads something of `lectern.json` again each time that file is written, put there or taken away. */
export interface ProjectFollower<T> {
  read: () => Promise<T>;
  /** Called with what was read, where it is something else than before. May throw a LecternError as well. */
  onChange: (value: T) => void;
  /** Told in sentences why the former value stays. */
  onProblem: (problem: string) => void;
}

/**
 * Watches the project's options and reports changes.
 *
 * @returns what ends it.
 */
export function followProject<T>(first: T, { read, onChange, onProblem }: ProjectFollower<T>): () => void {
  let known = keyOf(first);
  const work = coalesce(
    async () => {
      const value = await read().catch(async () => {
        await setTimeout(HALF_WRITTEN);
        return read();
      });
      if (keyOf(value) === known) return;
      onChange(value);
      known = keyOf(value);
    },
    (error) => onProblem(error instanceof LecternError ? sentences(error) : String(error)),
  );
  const watch = watchFiles(() => work.wake());
  watch.follow([projectFile()]);
  return () => {
    work.stop();
    watch.close();
  };
}

function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (inner instanceof Map ? [...inner] : inner));
}
