/**
 * Checks that all PDFs of all decks that ship are for everyone, in every theme and output: `node scripts/check-pdfs.ts [THEME …]`.
 * The tests do the same for a few of them.
 */
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build, type BuildOptions } from '../src/app/build.ts';
import { browserPlaces } from '../src/cli/environment.ts';
import { accessFaults } from '../test/support/access-faults.ts';
import { AccessiblePdf } from '../test/support/pdf-access.ts';

const root = path.join(import.meta.dirname, '..');
const decks = [...globSync('slides/*.md', { cwd: root }), 'themes/specimen/specimen.md'].toSorted();
const themes = globSync('themes/*/theme.css', { cwd: root }).map((file) => path.basename(path.dirname(file)));
const RUNS: Record<string, Partial<BuildOptions>> = {
  plain: { to: ['pdf', 'handout', 'notes', 'article'] },
  steps: { to: ['pdf', 'handout'], stepPages: true, handout: { steps: true, slides: 6 } },
  folded: { to: ['handout', 'notes', 'article'], handout: { booklet: true, grey: true } },
};

let checked = 0;
let faulty = 0;

async function check(theme: string, run: string, options: Partial<BuildOptions>): Promise<void> {
  const outDir = mkdtempSync(path.join(os.tmpdir(), 'lectern-check-'));
  try {
    const report = await build({ decks, cwd: root, outDir, theme, browser: browserPlaces(), ...options });
    for (const { error } of report.decks) if (error) say(`${theme} ${run}: ${error.message}`);
    for (const file of globSync('**/*.pdf', { cwd: outDir }).toSorted()) {
      checked += 1;
      const faults = accessFaults(await AccessiblePdf.read(await readFile(path.join(outDir, file))));
      for (const fault of new Set(faults)) say(`${theme} ${run} ${file}: ${fault}`);
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

function say(fault: string): void {
  faulty += 1;
  console.log(fault);
}

for (const theme of process.argv.length > 2 ? process.argv.slice(2) : themes)
  for (const [run, options] of Object.entries(RUNS)) await check(theme, run, options);
console.log(`${checked} PDFs, ${faulty} with problems`);
process.exitCode = faulty > 0 ? 1 : 0;
