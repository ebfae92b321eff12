import type { BuildProgress } from '../app/build.ts';
import { printable } from './terminal.ts';

export interface ProgressLine {
  update: (progress: BuildProgress) => void;
  clear: () => void;
}

const CLEAR = '\r\u001B[K';

/** Shows the progress of a build on one line of a terminal; does nothing elsewhere. */
export function progressLine(stream: NodeJS.WriteStream, quiet: boolean): ProgressLine {
  const live = stream.isTTY && !quiet;
  return {
    update({ deck, step, finished, total }) {
      if (!live) return;
      const count = total > 1 ? `[${finished + (step === 'done' ? 0 : 1)}/${total}] ` : '';
      const doing = step === 'compile' ? 'reading' : step === 'done' ? 'done' : `making ${step}`;
      stream.write(`${CLEAR}${count}${printable(deck)}: ${doing}`.slice(0, (stream.columns || 80) + CLEAR.length - 1));
    },
    clear() {
      if (live) stream.write(CLEAR);
    },
  };
}
