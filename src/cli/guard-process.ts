import { rmSync } from 'node:fs';
import { endBrowsers, endBrowsersNow } from '../browser/running-browsers.ts';
import { temporaryFiles } from '../files/write-files.ts';

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };

/** On every early way out: no browser is left running, no temporary file is left lying. */
export function guardProcess(): void {
  let leaving = false;
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      // Whoever asks twice does not want to wait for a browser that is just starting.
      if (leaving) process.exit(128 + number);
      leaving = true;
      removeFiles();
      // Some commands are meant to be ended like that, and said so.
      const code = typeof process.exitCode === 'number' ? process.exitCode : 128 + number;
      void endBrowsers().then(() => process.exit(code));
    });
  }
  // Whoever reads the output may have had enough of it, as `head` has.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.once('exit', () => {
    endBrowsersNow();
    removeFiles();
  });
}

function removeFiles(): void {
  for (const name of temporaryFiles()) rmSync(name, { force: true });
}
