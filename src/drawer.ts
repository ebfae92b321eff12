import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { drawMermaid, openMermaidPage } from './browser/draw-mermaid.ts';
import type { Printer } from './browser/printer.ts';
import { drawGraph } from './draw/graphviz.ts';
import { drawChart } from './draw/vega.ts';
import { drawingCache } from './files/drawing-cache.ts';
import { embedFonts } from './files/embed-style-files.ts';
import type { Styles } from './files/load-styles.ts';
import { mermaidScript, packageVersion } from './files/package-files.ts';
import type { Draw, Drawn, DrawingJob, DrawingProblem } from './model/drawing.ts';
import { LecternError } from './model/errors.ts';
import { textFamily, type StyleSheet } from './theme/theme.ts';

export interface DrawerOptions {
  /** Folder for drawings of earlier builds. */
  cacheFolder: string;
  /** Mermaid measures its labels in a browser. */
  printer: Pick<Printer, 'openPage'>;
  /** The deck's theme, for its fonts. */
  styles: () => Styles | undefined;
}

/** Everything that changes drawings without changing their source. */
const GENERATION = '5';

/** Draws diagrams and charts, each once: what was drawn in an earlier build is taken from there. */
export function createDrawer({ cacheFolder, printer, styles }: DrawerOptions): Draw {
  const cache = drawingCache(cacheFolder);
  let mermaid: Promise<MermaidPage> | undefined;
  // Diagrams share a page, so one is drawn after the other.
  let queue: Promise<unknown> = Promise.resolve();

  return async (job) => {
    const sheet = job.kind === 'mermaid' ? await styles()?.sheet('print') : undefined;
    const family = sheet ? textFamily(sheet) : 'sans-serif';
    const key = [GENERATION, packageVersion(), job.kind, job.source, JSON.stringify(job.options), family];
    return cache.get(key, () => (job.kind === 'mermaid' ? diagram(job, sheet, family) : drawn(job)));
  };

  function diagram(
    { source }: DrawingJob,
    sheet: StyleSheet | undefined,
    family: string,
  ): Promise<Drawn | DrawingProblem> {
    const turn = queue.then(async () => {
      try {
        mermaid ??= openPage(printer, sheet, family);
        return await drawMermaid((await mermaid).page, source, family);
      } catch (error) {
        if (!(error instanceof LecternError)) throw error;
        return { problem: `Mermaid needs a browser, and ${error.message}. ${error.advice}` };
      }
    });
    queue = turn.catch(() => {});
    return turn;
  }
}

interface MermaidPage {
  page: Page;
}

async function openPage(
  printer: DrawerOptions['printer'],
  sheet: StyleSheet | undefined,
  family: string,
): Promise<MermaidPage> {
  const [page, script] = await Promise.all([printer.openPage(), readFile(mermaidScript(), 'utf8')]);
  const latin = new Set(Array.from({ length: 0x250 }, (_, code) => code));
  const fonts = sheet ? await embedFonts(sheet, { text: latin, code: new Set(), math: new Set() }) : '';
  await openMermaidPage(page, { script, fonts, family });
  return { page };
}

function drawn(job: DrawingJob): Promise<Drawn | DrawingProblem> {
  return job.kind === 'dot' ? drawGraph(job) : drawChart(job);
}
