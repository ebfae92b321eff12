import type { Page } from 'puppeteer-core';
import type { Printer } from './browser/printer.ts';
import { createBudget, type Budget } from './draw/budget.ts';
import { isQuickFormula } from './draw/limits.ts';
import { drawingCache } from './files/drawing-cache.ts';
import { embedFonts } from './files/embed-style-files.ts';
import type { Styles } from './files/load-styles.ts';
import { mermaidScript, packageVersion } from './files/package-files.ts';
import { readPlainText } from './files/plain-file.ts';
import type { Draw, Drawn, DrawingJob, DrawingProblem } from './model/drawing.ts';
import { LecternError, sentences } from './model/errors.ts';
import { textFamily, type StyleSheet } from './theme/theme.ts';

export interface DrawerOptions {
  /** Folder for drawings of earlier builds. */
  cacheFolder: string;
  /** Mermaid measures its labels in a browser. */
  printer: Pick<Printer, 'openPage'>;
  /** The deck's theme, for its fonts. */
  styles: () => Styles | undefined;
  /** Told where there is no browser to draw with. */
  onError?: (error: LecternError) => void;
}

/** Everything that changes drawings without changing their source. */
const GENERATION = '7';

/** Draws diagrams and charts, each once: what was drawn in an earlier build is taken from there. */
export function createDrawer({ cacheFolder, printer, styles, onError }: DrawerOptions): Draw {
  const cache = drawingCache(cacheFolder);
  const generation = `${packageVersion()} ${GENERATION}`;
  const budget = createBudget();
  let mermaid: Promise<Page> | undefined;
  // Diagrams share a page, so one is drawn after the other.
  let queue: Promise<unknown> = Promise.resolve();
  // Drawings are asked for as soon as they are read, and again where they stand.
  const asked = new Map<string, Promise<Drawn | DrawingProblem>>();

  return (job) => {
    const key = JSON.stringify([job.kind, job.source, job.options]);
    const known = asked.get(key) ?? keep(job);
    asked.set(key, known);
    return known;
  };

  async function keep(job: DrawingJob): Promise<Drawn | DrawingProblem> {
    const sheet = job.kind === 'mermaid' ? await styles()?.any() : undefined;
    const family = sheet ? textFamily(sheet) : 'sans-serif';
    const key = [generation, job.kind, job.source, JSON.stringify(job.options), family];
    return cache.get(key, () => (job.kind === 'mermaid' ? diagram(job, sheet, family) : drawn(job, budget)));
  }

  function diagram(
    { source }: DrawingJob,
    sheet: StyleSheet | undefined,
    family: string,
  ): Promise<Drawn | DrawingProblem> {
    const turn = queue.then(async () => {
      try {
        mermaid ??= openPage(printer, sheet, family);
        const page = await mermaid;
        const { drawMermaid } = await import('./browser/draw-mermaid.ts');
        return await budget(() => inTime(drawMermaid(page, source, family)));
      } catch (error) {
        // What went wrong with this one is not to be the end of the others; what it still does ends with its page.
        void mermaid?.then((page) => page.close()).catch(() => {});
        mermaid = undefined;
        if (error instanceof LecternError) {
          onError?.(error);
          return { problem: `Mermaid needs a browser, and ${sentences(error)}` };
        }
        return { problem: error instanceof Error ? error.message : String(error) };
      }
    });
    queue = turn;
    return turn;
  }
}

/** Milliseconds; a diagram that takes longer is one that Mermaid cannot lay out. */
const PATIENCE = 30_000;

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`drawing it takes more than ${PATIENCE / 1000} s; make it smaller`)),
      PATIENCE,
    );
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}

async function openPage(
  printer: DrawerOptions['printer'],
  sheet: StyleSheet | undefined,
  family: string,
): Promise<Page> {
  const page = await printer.openPage();
  const latin = new Set(Array.from({ length: 0x250 }, (_, code) => code));
  const [script, fonts, { openMermaidPage }] = await Promise.all([
    readPlainText(mermaidScript()),
    sheet ? embedFonts(sheet, { text: latin, code: new Set(), math: new Set(), langs: new Set(), styles: '' }) : '',
    import('./browser/draw-mermaid.ts'),
  ]);
  await openMermaidPage(page, { script, fonts, family });
  return page;
}

/** Most formulas are set in less time than a process takes to start. */
async function drawn(job: DrawingJob, budget: Budget): Promise<Drawn | DrawingProblem> {
  if (job.kind === 'formula' && isQuickFormula(job.source)) return (await import('./draw/formula.ts')).setFormula(job);
  return (await import('./drawing-process.ts')).drawApart(job, budget);
}
