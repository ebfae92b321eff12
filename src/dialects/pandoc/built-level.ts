import type { DialectSource } from '../../model/dialect.ts';

/** Files next to a deck, or above it, that call pandoc. */
const BUILDS = [
  'Makefile',
  'makefile',
  'GNUmakefile',
  'build.sh',
  'make.sh',
  'build_presentation.sh',
  'justfile',
  'package.json',
  'README.md',
];

/**
 * Returns the slide level that the build next to a document gives pandoc, as in `pandoc --slide-level=2 slides.md`; `undefined`
 * where there is none, or several that differ.
 */
export async function builtLevel({ files, included, text }: DialectSource): Promise<number | undefined> {
  // Documents without headings of two levels are the same in every level.
  if (included || !/^# /m.test(text) || !/^##+ /m.test(text)) return undefined;
  for (const folder of ['', '../']) {
    for (const name of BUILDS) {
      const file = await files.text(folder + name);
      if ('problem' in file) continue;
      const calls = String(file).replaceAll(/^[ \t]*(?:#|\/\/).*$/gm, '');
      const levels = new Set(Array.from(calls.matchAll(/--slide-level[= ]([0-6])\b/g), ([, level]) => Number(level)));
      if (levels.size > 0) return levels.size === 1 ? [...levels][0] : undefined;
    }
  }
  return undefined;
}
