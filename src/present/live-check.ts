import type { BrowserPool } from '../browser/browser-pool.ts';
import { readingFindings } from '../check/report-findings.ts';
import { checkPrepared } from '../pipeline/check-prepared.ts';
import { LecternError } from '../model/errors.ts';
import type { LiveFinding } from '../client/live-messages.ts';
import type { LiveDeck } from './live-deck.ts';

/** Checks a deck behind its talk, whenever it has changed and nobody writes any more. */
export interface LiveCheck {
  /** There is another deck. */
  wake: (live: LiveDeck) => void;
  stop: () => void;
}

export interface LiveCheckParts {
  pool: BrowserPool;
  /** Called with the first findings, and when they change. */
  onFindings: (findings: LiveFinding[]) => void;
  /** Slides cannot be looked at on this computer. */
  onError: (error: LecternError) => void;
}

/** The page comes first, and so does the next save: how long nothing has to happen before slides are looked at, in ms. */
const QUIET = 1200;

/** Creates the check that runs after each change of a deck. */
export function createLiveCheck({ pool, onFindings, onError }: LiveCheckParts): LiveCheck {
  let findings: LiveFinding[] | undefined;
  let latest: LiveDeck | undefined;
  let timer: NodeJS.Timeout | undefined;
  let [running, over, stopped] = [false, false, false];
  const look = async (): Promise<void> => {
    const live = latest;
    if (!live || running) return;
    running = true;
    latest = undefined;
    try {
      const found = await findingsOf(live, pool);
      // What is being written now is looked at next.
      if (over || latest) return;
      if (JSON.stringify(found) !== JSON.stringify(findings)) {
        findings = found;
        onFindings(found);
      }
    } catch (error) {
      // Ending the talk closes the browser.
      if (stopped) return;
      // Without a browser nothing is ever found; what else goes wrong may be a matter of this state of the deck.
      over = error instanceof LecternError;
      onError(
        error instanceof LecternError ? error : new LecternError('BROWSER_FAILED', String(error), { advice: '' }),
      );
    } finally {
      running = false;
      if (latest && !over) plan();
    }
  };
  const plan = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), QUIET);
    timer.unref();
  };
  return {
    wake(live) {
      if (over) return;
      latest = live;
      plan();
    },
    stop() {
      [over, stopped] = [true, true];
      clearTimeout(timer);
    },
  };
}

async function findingsOf(live: LiveDeck, pool: BrowserPool): Promise<LiveFinding[]> {
  const { deck, sources } = live;
  const { findings } = await checkPrepared(live, { pool });
  // Messages of reading the deck are in the terminal; here they are shown on their slides.
  const known = readingFindings(sources, deck);
  return [...known, ...findings].flatMap(({ slide, severity, file: source, place, reason }) =>
    slide
      ? [{ slide: slide.id, severity, file: source.path, line: place?.start.line, column: place?.start.column, reason }]
      : [],
  );
}
