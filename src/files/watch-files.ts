import { existsSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** Files that are watched; they need not be there yet. */
export interface FileWatch {
  /** Watches these files and no others. */
  follow: (files: Iterable<string>) => void;
  close: () => void;
}

/**
 * Tells when any of some files is written, put there or taken away. Editors write a file by putting another in its
 * place, so it is folders that are watched; of a folder that is not there, the nearest one above it.
 */
export function watchFiles(onChange: (file: string) => void): FileWatch {
  const folders = new Map<string, { watcher: FSWatcher; files: Map<string, string> }>();
  const open = (folder: string, files: Map<string, string>): void => {
    const known = folders.get(folder);
    if (known) {
      known.files = files;
      return;
    }
    try {
      const watcher = watch(folder, { persistent: true }, (_, name) => {
        const entry = folders.get(folder);
        // Some systems do not say which file it was.
        const file = name === null ? [...(entry?.files.values() ?? [])][0] : entry?.files.get(name);
        if (file !== undefined) onChange(file);
      });
      watcher.on('error', () => close(folder));
      folders.set(folder, { watcher, files });
    } catch {
      // A folder that cannot be watched is as good as one where nothing happens.
    }
  };
  const close = (folder: string): void => {
    folders.get(folder)?.watcher.close();
    folders.delete(folder);
  };
  return {
    follow(files) {
      const wanted = new Map<string, Map<string, string>>();
      for (const file of files) {
        const [folder, name] = whereToLook(path.resolve(file));
        wanted.set(folder, (wanted.get(folder) ?? new Map<string, string>()).set(name, file));
      }
      for (const folder of folders.keys()) if (!wanted.has(folder) || !existsSync(folder)) close(folder);
      for (const [folder, names] of wanted) open(folder, names);
    },
    close() {
      for (const folder of folders.keys()) close(folder);
    },
  };
}

/** A folder that is there, and what happens in it when the file appears or changes. */
function whereToLook(file: string): [folder: string, name: string] {
  let [folder, name] = [path.dirname(file), path.basename(file)];
  while (!existsSync(folder) && path.dirname(folder) !== folder) {
    [folder, name] = [path.dirname(folder), path.basename(folder)];
  }
  return [folder, name];
}
