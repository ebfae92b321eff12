import { rmSync } from 'node:fs';
import { endBrowsersForGood, endBrowsersNow } from '../browser/running-browsers.ts';
import { temporaryFiles } from '../files/write-files.ts';
import { failureOf } from '../model/errors.ts';
import { debugs } from './environment.ts';
import { USAGE } from './exit-codes.ts';
import { complain, complainWhole } from './terminal.ts';

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };
/** The longest time that cleaning up may take, in ms: a browser that is still starting may take longer to end. */
const TIMEOUT = 800;

/** Cleanup that runs before the process ends. */
const farewells: (() => Promise<unknown>)[] = [];
let goesOn = false;

/** Ends browsers and removes temporary files whenever the process ends early. */
export function guardProcess(): void {
  let leaving = false;
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      // Commands that end by a signal have set their exit code.
      const code = typeof process.exitCode === 'number' ? process.exitCode : 128 + number;
      // A second signal ends the process at once.
      if (leaving) process.exit(code);
      leaving = true;
      removeFiles();
      setTimeout(() => process.exit(code), TIMEOUT);
      const ended = Promise.allSettled([endBrowsersForGood(), ...farewells.map((end) => end())]);
      void ended.then(() => process.exit(code));
    });
  }
  // Unhandled rejections arrive here as well: of a project's code, or a bug.
  process.on('uncaughtException', (error: unknown) => {
    if (goesOn) return;
    const advice = 'It is a bug in Lectern, or in the project’s config or plugins: --no-config leaves those out.';
    complain`lectern: unexpected error: ${failureOf(error)}. ${advice}`;
    if (debugs()) complainWhole(error);
    process.exit(USAGE);
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (goesOn) return;
    // The program that reads the output may have closed it, as `head` does.
    if (error.code === 'EPIPE') process.exit();
    complain`lectern: cannot write to standard output (${error.code ?? error.message})`;
    process.exit(USAGE);
  });
  // Errors cannot be reported any more.
  process.stderr.on('error', () => {});
  process.once('exit', () => {
    endBrowsersNow();
    removeFiles();
  });
}

/** Ends something on the way out, as far as there is time for that. */
export function beforeLeaving(end: () => Promise<unknown>): void {
  farewells.push(end);
}

/** Keeps the process alive after unexpected errors and closed output streams, until a signal ends it. */
export function goOn(report: (reason: string) => void): void {
  goesOn = true;
  // Unhandled rejections arrive here as well.
  process.on('uncaughtException', (error: unknown) => report(error instanceof Error ? error.message : String(error)));
}

function removeFiles(): void {
  for (const name of temporaryFiles()) rmSync(name, { recursive: true, force: true });
}
