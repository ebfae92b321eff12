import { existsSync, readlinkSync, statSync, watch, type FSWatcher } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Files that are watched; they need not be there yet. */
export interface FileWatch {
  /** Watches these files and no others. */
  follow: (files: Iterable<string>) => void;
  close: () => void;
}

/** Files that an entry of a folder is, or leads to, by its name there. */
type Entries = Map<string, Set<string>>;

interface WatchedFolder {
  watcher: FSWatcher;
  /** Tells folders apart that have the same name one after the other. */
  identity: string;
}

/** No path has more links on its way; one that has leads nowhere. */
const MOST_LINKS = 40;

/**
 * Tells when any of some files is written, put there or taken away. Editors write a file by putting another in its place,
 * generators and Git do so with whole folders, and a file may be a link, or behind one. So it is folders that are watched,
 * all that a path leads through, for the next name on the way.
 */
export function watchFiles(onChange: (file: string) => void): FileWatch {
  const open = new Map<string, WatchedFolder>();
  let files: string[] = [];
  let wanted = new Map<string, Entries>();
  let closed = false;

  const close = (folder: string): void => {
    open.get(folder)?.watcher.close();
    open.delete(folder);
  };
  const heard = (folder: string, event: string, name: string | null): void => {
    const entries = wanted.get(folder);
    // Some systems do not say which file it was.
    const changed = name === null ? new Set(files) : entries?.get(name);
    if (!changed) return;
    // What lies on the way may be another folder now, or another link.
    if (event === 'rename' || name === null) refresh();
    for (const file of changed) onChange(file);
  };
  const start = (folder: string): void => {
    const identity = identityOf(folder);
    if (open.get(folder)?.identity === identity) return;
    close(folder);
    if (identity === undefined) return;
    try {
      const watcher = watch(folder, { persistent: true }, (event, name) => heard(folder, event, name));
      watcher.on('error', () => close(folder));
      open.set(folder, { watcher, identity });
    } catch {
      // A folder that cannot be watched is as good as one where nothing happens.
    }
  };
  const refresh = (): void => {
    if (closed) return;
    wanted = entriesOf(files);
    for (const folder of open.keys()) if (!wanted.has(folder)) close(folder);
    for (const folder of wanted.keys()) start(folder);
  };
  return {
    follow(named) {
      files = [...new Set([...named].map((file) => path.resolve(file)))];
      refresh();
    },
    close() {
      closed = true;
      for (const folder of open.keys()) close(folder);
    },
  };
}

/** Returns the names to watch for, by folders. */
function entriesOf(files: readonly string[]): Map<string, Entries> {
  const folders = new Map<string, Entries>();
  const links = new Map<string, string | undefined>();
  const targetOf = (entry: string): string | undefined => {
    if (!links.has(entry)) links.set(entry, linkTarget(entry));
    return links.get(entry);
  };
  for (const file of files) {
    let turns = 0;
    const walk = (full: string): void => {
      const { root } = path.parse(full);
      let at = root;
      const names = full.slice(root.length).split(path.sep).filter(Boolean);
      for (const [index, name] of names.entries()) {
        if (!staysAsItIs(at) || index === names.length - 1 || !existsSync(path.join(at, name))) {
          const entries = folders.get(at) ?? new Map<string, Set<string>>();
          folders.set(at, entries.set(name, (entries.get(name) ?? new Set()).add(file)));
        }
        const target = targetOf(path.join(at, name));
        if (target !== undefined) {
          turns += 1;
          if (turns <= MOST_LINKS) walk(path.resolve(at, target, ...names.slice(index + 1)));
          return;
        }
        at = path.join(at, name);
      }
    };
    walk(file);
  }
  return folders;
}

/** In the home folder and above it something happens all the time, and nobody replaces the folders there. */
function staysAsItIs(folder: string): boolean {
  return !path.relative(folder, os.homedir()).startsWith('..') || path.parse(folder).root === folder;
}

function linkTarget(entry: string): string | undefined {
  try {
    return readlinkSync(entry);
  } catch {
    return undefined;
  }
}

function identityOf(folder: string): string | undefined {
  try {
    const found = statSync(folder);
    return found.isDirectory() ? `${found.dev}:${found.ino}` : undefined;
  } catch {
    return undefined;
  }
}
