import { rmSync } from 'node:fs';
import { endBrowsersNow } from '../browser/running-browsers.ts';
import { temporaryFiles } from '../files/write-files.ts';

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };

/** On every early way out: no browser is left running, no temporary file is left lying. */
export function guardProcess(): void {
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.once(signal, () => {
      cleanUp();
      process.exit(128 + number);
    });
  }
  process.once('exit', cleanUp);
}

function cleanUp(): void {
  endBrowsersNow();
  for (const name of temporaryFiles()) rmSync(name, { force: true });
}
