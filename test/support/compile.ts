import path from 'node:path';
import { VFile } from 'vfile';
import { compile, type CompileOptions } from '../../src/compile/compile.ts';
import { setFormula } from '../../src/diagrams/formula.ts';
import { drawGraph } from '../../src/diagrams/graphviz.ts';
import { drawChart } from '../../src/diagrams/charts/chart.ts';
import { drawSpec } from '../../src/diagrams/vega.ts';
import { createDeckFiles } from '../../src/files/deck-files.ts';
import { createDoor } from '../../src/files/door.ts';
import { iconSets } from '../../src/files/icon-sets.ts';
import type { Deck } from '../../src/model/deck.ts';
import { NO_FILES } from '../../src/model/deck-files.ts';
import { root } from './browser.ts';

/** Options for a deck at `file` in a project; everything is drawn but what needs a browser. */
export function withFiles(file: string, projectRoot: string): CompileOptions {
  return {
    files: createDeckFiles(path.resolve(file), { door: createDoor({ projectRoot }), cwd: projectRoot }),
    icons: iconSets(root),
    draw: async (job) => {
      // Mermaid needs a browser; its real drawings are looked at in one.
      if (job.kind === 'mermaid') return { markup: '<svg viewBox="0 0 80 20"></svg>', description: 'a diagram' };
      if (job.kind === 'formula') return setFormula(job);
      if (job.kind === 'dot') return drawGraph(job);
      return job.kind === 'chart' ? drawChart(job) : drawSpec(job);
    },
  };
}

/** Options where every address leads to a picture without bytes. */
export function withPictures(): CompileOptions {
  const load = async (src: string) => ({ id: src, bytes: new Uint8Array(), mediaType: 'image/png', extension: 'png' });
  return { files: { ...NO_FILES, load }, icons: iconSets(root) };
}

export interface CompiledText {
  deck: Deck;
  messages: string[];
}

/** Compiles a text that names no files. */
export async function compileText(value: string, options: CompileOptions = withPictures()): Promise<CompiledText> {
  const file = new VFile({ path: 'talk.md', value });
  const deck = await compile(file, options);
  return { deck, messages: [file, ...deck.included].flatMap(({ messages }) => messages.map(String)) };
}
