import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import type { Printer } from './browser/printer.ts';
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
const GENERATION = '6';

/** Draws diagrams and charts, each once: what was drawn in an earlier build is taken from there. */
export function createDrawer({ cacheFolder, printer, styles }: DrawerOptions): Draw {
  const cache = drawingCache(cacheFolder);
  const generation = `${packageVersion()} ${GENERATION}`;
  let mermaid: Promise<MermaidPage> | undefined;
  // Diagrams share a page, so one is drawn after the other.
  let queue: Promise<unknown> = Promise.resolve();

  return async (job) => {
    const sheet = job.kind === 'mermaid' ? await styles()?.any() : undefined;
    const family = sheet ? textFamily(sheet) : 'sans-serif';
    const key = [generation, job.kind, job.source, JSON.stringify(job.options), family];
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
        const { drawMermaid } = await import('./browser/draw-mermaid.ts');
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
  const { openMermaidPage } = await import('./browser/draw-mermaid.ts');
  await openMermaidPage(page, { script, fonts, family });
  return { page };
}

/** Programs that draw are loaded when there is something to draw that was not drawn before. */
async function drawn(job: DrawingJob): Promise<Drawn | DrawingProblem> {
  if (job.kind === 'formula') return (await import('./draw/formula.ts')).setFormula(job);
  if (job.kind === 'dot') return (await import('./draw/graphviz.ts')).drawGraph(job);
  return (await import('./draw/vega.ts')).drawChart(job);
}
