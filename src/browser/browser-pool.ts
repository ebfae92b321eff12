import { LecternError } from '../model/errors.ts';
import { openSession, type BrowserSession } from './browser-session.ts';
import type { BrowserPage } from './browser-page.ts';
import { openSandboxedPage, type SandboxedPage } from './sandboxed-page.ts';
import type { BrowserPlaces } from './find-browser.ts';
import { withTimeout, OutOfTime, whileItGoesOn } from './with-timeout.ts';
import {
  inspectOn,
  printOn,
  type Inspection,
  type PictureMaker,
  type Printed,
  type PrintJob,
  type ShownDocument,
} from './print-page.ts';
import { takePictures, type Pictures, type PicturesJob } from './take-pictures.ts';

/** A browser that makes files of documents, several at a time. */
export interface BrowserPool {
  /**
   * Prints a document. Where the browser goes away, hangs or loses the connection, it is tried once more in a new one.
   *
   * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
   */
  print: (job: PrintJob) => Promise<Printed>;
  /**
   * Takes images of a document's slides, as patiently.
   *
   * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
   */
  takePictures: (job: PicturesJob) => Promise<Pictures>;
  /**
   * Shows a document and lets somebody look at it, as patiently.
   *
   * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
   */
  inspect: <T>(job: PrintJob, examination: Inspection<T>) => Promise<T>;
  /**
   * Lends a page of the same browser, with scripts on and nothing in it.
   *
   * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
   */
  openPage: () => Promise<BrowserPage>;
  /** Settles when the browser gets its first document. From then on it works, and this process waits for it. */
  atWork: Promise<void>;
  /** Name and version of the browser, as it tells them. */
  product: () => Promise<string>;
  /** Ends the browser and all its processes; never fails. */
  close: () => Promise<void>;
}

export interface BrowserPoolOptions {
  /** Start the browser right away, so that it is ready by the time there is something to print, else when needed. */
  now: boolean;
}

/** @param goesOn - called when something of it is done, which takes time that is not the browser's. */
type Work<T> = (sandbox: SandboxedPage, goesOn: () => void) => Promise<T>;

/** Making large photos smaller may take longer than laying out all slides. */
function heard<Job extends ShownDocument>(job: Job, goesOn: () => void): Job {
  const make: PictureMaker['make'] = async (...which) => {
    const made = await job.pictures.make(...which);
    goesOn();
    return made;
  };
  return { ...job, pictures: { ...job.pictures, make } };
}

/** A browser, and its sandboxed pages that are not in use. */
interface PooledBrowser {
  session: Promise<BrowserSession>;
  free: Promise<SandboxedPage>[];
}

/** Creates the pool of browsers that renders documents, with one retry for transient failures. */
export function startBrowserPool(places: BrowserPlaces, { now }: BrowserPoolOptions): BrowserPool {
  const opened: PooledBrowser[] = [];
  const { promise: atWork, resolve: onShow } = Promise.withResolvers<void>();
  let current = now ? open() : undefined;
  /** Why no browser can be opened: it is not tried again for every document. */
  let launchError: LecternError | undefined;

  function open(): PooledBrowser {
    const context = openPooled(places, onShow);
    opened.push(context);
    return context;
  }

  async function withRetry<T>(work: Work<T>, limit: number): Promise<T> {
    if (launchError) throw launchError;
    current ??= open();
    const first = current;
    try {
      return await attempt(first, work, limit);
    } catch (error) {
      if (!isTransient(error)) throw error;
    }
    // A browser that went away, hangs or has a page that crashed: once is an accident. Who comes first replaces it;
    // what else it may still be doing is not disturbed.
    await abandon(first);
    if (current === first) current = open();
    const second = current;
    try {
      return await attempt(second, work, limit);
    } catch (error) {
      const opens = await second.session.then(
        () => true,
        () => false,
      );
      if (!opens) launchError = failed(error);
      throw failed(error);
    }
  }

  return {
    print: (job) => withRetry((sandbox, goesOn) => printOn(sandbox, heard(job, goesOn)), job.timeoutMs),
    takePictures: (job) => withRetry((sandbox, goesOn) => takePictures(sandbox, heard(job, goesOn)), job.timeoutMs),
    inspect: (job, examination) =>
      withRetry((sandbox, goesOn) => inspectOn(sandbox, heard(job, goesOn), examination), job.timeoutMs),
    async openPage() {
      current ??= open();
      return (await current.session).newPage();
    },
    atWork,
    async product() {
      current ??= open();
      return (await current.session).product();
    },
    async close() {
      current = undefined;
      for (const { session } of opened.splice(0)) {
        await session.then(
          ({ end }) => end(),
          () => {},
        );
      }
    },
  };
}

/** Opens a browser with a sandboxed page in it, while there is nothing to print yet. */
function openPooled(places: BrowserPlaces, onShow: () => void): PooledBrowser {
  const session = openSession(places);
  const sandbox = session.then((opened) => openSandboxedPage(opened, onShow));
  // An unhandled rejection would end the process before anyone asks for the browser.
  sandbox.catch(() => {});
  return { session, free: [sandbox] };
}

async function abandon({ session }: PooledBrowser): Promise<void> {
  await session.then(({ abandon }) => abandon()).catch(() => {});
}

async function attempt<T>(context: PooledBrowser, work: Work<T>, limit: number): Promise<T> {
  const session = await context.session;
  const taken = context.free.pop() ?? openSandboxedPage(session);
  taken.catch(() => {});
  const memory = session.watchMemory();
  try {
    const result = await whileItGoesOn((goesOn) => {
      const working = taken.then((sandbox) => Promise.race([work(sandbox, goesOn), sandbox.crashed]));
      return Promise.race([working, session.gone]);
    }, limit);
    context.free.push(taken);
    return result;
  } catch (error) {
    if (memory.hasEnded()) throw outOfMemory(error);
    // Where the browser is well, the document is to blame, and would take as long in another one.
    if (!(error instanceof OutOfTime) || !(await isWell(session))) throw error;
    // It would go on, and keep others from their turn.
    void taken.then(({ page }) => page.close()).catch(() => {});
    throw outOfTime(error);
  } finally {
    memory.stop();
  }
}

/** Tells whether a retry makes sense: a missing browser is still missing the next time. */
function isTransient(error: unknown): boolean {
  return !(error instanceof LecternError) || error.code === 'BROWSER_FAILED';
}

/** How long a browser that is well may take to tell its name, in ms. */
const SHORT = 2000;

async function isWell(session: BrowserSession): Promise<boolean> {
  return withTimeout(session.product(), SHORT).then(
    () => true,
    () => false,
  );
}

function outOfTime(cause: OutOfTime): LecternError {
  return new LecternError('BROWSER_TIMEOUT', `the browser needs more than ${cause.seconds} s to show the slides`, {
    advice: `${WHAT_COSTS} Or allow more time with --timeout.`,
    cause,
  });
}

const WHAT_COSTS =
  'Look for large images, SVG filters, and “filter” or “shadow” in styles; --slides 1-10 tells on which slides they are.';

function outOfMemory(cause: unknown): LecternError {
  return new LecternError('BROWSER_MEMORY', 'the browser needs more than 2 GB of memory to show the slides', {
    advice: WHAT_COSTS,
    cause,
  });
}

function failed(cause: unknown): LecternError {
  if (cause instanceof LecternError) return cause;
  const reason = cause instanceof Error ? ` (${cause.message})` : '';
  return new LecternError('BROWSER_FAILED', `the browser crashed twice while rendering${reason}`, {
    advice: 'Free some memory, or try another browser with --browser; “lectern doctor” lists those found.',
    cause,
  });
}
