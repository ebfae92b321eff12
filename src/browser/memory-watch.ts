import { readdirSync, readFileSync } from 'node:fs';

/** Watches how much memory a browser takes. */
export interface MemoryWatch {
  /** A process of the browser had to be ended since the watch began. */
  hasEnded: () => boolean;
  stop: () => void;
}

/** Bytes that one process of a browser may take; the largest decks take a third of that. */
const MOST = 2 * 1024 ** 3;
/** How often it is looked at, in ms: an image can take a gigabyte in a second. */
const INTERVAL = 200;
/** Looks until it is asked again which processes there are, which takes longer. */
const SAME_GROUP = 5;
/** Bytes of a page of memory, as `/proc` counts: all processors that browsers run on have this one by default. */
const PAGE = 4096;

/**
 * Ends processes of a browser that take more memory than a document may, before the computer has none left. Linux alone
 * tells how much that is; elsewhere nothing is watched.
 *
 * @param leader - the browser's own process, which leads a group of processes.
 */
export function watchMemory(leader: number | undefined): MemoryWatch {
  let [ended, ticks] = [false, 0];
  if (leader === undefined || process.platform !== 'linux') return { hasEnded: () => ended, stop: () => {} };
  let group: number[] = [];
  const timer = setInterval(() => {
    if (ticks % SAME_GROUP === 0) group = groupOf(leader);
    ticks += 1;
    for (const pid of group) {
      if (residentBytes(pid) <= MOST) continue;
      ended = true;
      kill(pid);
    }
  }, INTERVAL);
  timer.unref();
  return { hasEnded: () => ended, stop: () => clearInterval(timer) };
}

/** All processes of a group. */
function groupOf(leader: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    // The name of the program is in brackets, and may have any characters.
    const [, , group] = read(`/proc/${name}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    return Number(group) === leader ? [Number(name)] : [];
  });
}

function residentBytes(pid: number): number {
  return Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE;
}

/** Reads a file of `/proc`; a process may end at any time. */
function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
