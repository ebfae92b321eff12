import path from 'node:path';
import { packageRoot } from '../files/package-files.ts';

interface Starter {
  /** Its file in `slides/`. */
  file: string;
  /** Says whom it is for, on one line. */
  about: string;
}

/** The decks that a new talk can begin with; they come with the package. */
export const STARTERS: Readonly<Record<StarterName, Starter>> = {
  talk: { file: 'python-at-work.md', about: 'a conference talk: images, figures, little text' },
  lecture: { file: 'lecture.md', about: 'a lecture: formulas, theorems, code, an exercise' },
  report: { file: 'quarterly-report.md', about: 'a report: key figures, charts, tables' },
  product: { file: 'product-talk.md', about: 'a product: features, voices, a price' },
};

export type StarterName = 'talk' | 'lecture' | 'report' | 'product';

export const STARTER_NAMES = Object.keys(STARTERS) as StarterName[];

/** Returns the path of a starter's deck. */
export function starterFile(name: StarterName): string {
  return path.join(packageRoot(), 'slides', STARTERS[name].file);
}
