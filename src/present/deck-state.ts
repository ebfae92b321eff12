import { hash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { VFile } from 'vfile';
import type { CompileShop } from '../compile-deck.ts';
import type { CompileMemory } from '../compile/compile-memory.ts';
import { keepUp } from './keep-up.ts';
import type { LiveCheck } from './live-check.ts';
import { readLiveDeck, type Fault, type LiveDeck } from './live-deck.ts';
import { deckPatch, frameOf, looksOf, publicPatch } from './live-pages.ts';
import type { Room, RoomDeck } from './room.ts';

/** What was found when the deck was read. */
export interface DeckNews {
  sources: VFile[];
  /** What keeps it from being shown; the deck that was shown before stays. */
  faults: Fault[];
  /** How many slides are other ones than before. */
  changed: number;
  milliseconds: number;
}

/** The deck that is shown, kept what it is on the disk. */
export interface DeckState extends RoomDeck {
  /**
   * Reads the deck for the first time.
   *
   * @throws LecternError where there is none, or the call is wrong
   */
  open: () => Promise<void>;
  live: () => LiveDeck | undefined;
  /** A file was written. */
  changed: (file: string) => void;
  /** Resolves when what was written until now is shown. */
  settled: () => Promise<void>;
  stop: () => void;
}

export interface DeckStateParts {
  name: string;
  shop: CompileShop & { memory: CompileMemory };
  /** Whom it is told. */
  room: () => Room;
  /** Told which files to watch. */
  watch: (files: Iterable<string>) => void;
  onNews: (news: DeckNews) => void;
  /** Looks at the slides behind the talk; `undefined` where nobody wants that. */
  liveCheck: LiveCheck | undefined;
}

/** Where something is wrong, perhaps somebody is still writing: half a file is whole after so many ms. */
const HALF_WRITTEN = 60;

export function createDeckState(parts: DeckStateParts): DeckState {
  const { name, shop, room, watch, onNews, liveCheck } = parts;
  // Another run of the server must not take its versions for those of this one.
  const run = randomBytes(6).toString('base64url');
  let [number, writes] = [0, 0];
  let live: LiveDeck | undefined;
  let faults: Fault[] = [];
  let opened = false;
  const version = (): string => `${live ? hash('sha1', frameOf(live)) : ''}.${run}.${number}`;
  const take = (next: LiveDeck): number => {
    const before = live;
    const known = new Set(before?.slides.map(({ hash }) => hash));
    const changed = next.slides.filter(({ hash }) => !known.has(hash)).length;
    live = next;
    liveCheck?.wake(next);
    if (before && looksOf(before) === looksOf(next)) room().tellFaults([]);
    else {
      number += 1;
      if (before && frameOf(before) === frameOf(next)) room().tell(deckPatch(next, version(), known));
      else room().reload();
    }
    return changed;
  };

  const update = async (): Promise<void> => {
    const started = performance.now();
    const seen = writes;
    let result = await readLiveDeck(name, shop);
    // Later it is an accident that may be mended.
    if (result.error && !opened) throw result.error;
    if (result.faults.length > 0 && live) {
      await setTimeout(HALF_WRITTEN);
      if (seen !== writes) return;
      result = await readLiveDeck(name, shop);
    }
    for (const cache of Object.values(shop.memory)) cache.sweep();
    watch(result.watched);
    faults = result.faults;
    const changed = result.live ? take(result.live) : 0;
    if (!result.live) room().tellFaults(faults);
    onNews({ sources: result.sources, faults, changed, milliseconds: performance.now() - started });
  };

  const work = keepUp(update);
  return {
    async open() {
      await update();
      opened = true;
    },
    live: () => live,
    version,
    faults: () => faults,
    findings: () => liveCheck?.findings() ?? [],
    takesUp: (known) => frameIn(known) === frameIn(version()),
    whole(role) {
      if (!live) return undefined;
      const patch = deckPatch(live, version(), new Set());
      return role === 'follower' ? publicPatch(live, patch) : patch;
    },
    forFollowers: (patch) => (live ? publicPatch(live, patch) : patch),
    changed(file) {
      writes += 1;
      if (path.extname(file) === '.css') shop.loaded.clear();
      work.wake();
    },
    settled: work.idle,
    stop: work.stop,
  };
}

/** The part of a version that a page cannot take up while it is open. */
function frameIn(version: string): string {
  return version.split('.', 1)[0] ?? '';
}
