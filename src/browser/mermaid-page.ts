import type { BrowserPage } from './browser-page.ts';
import { callClient } from './call-client.ts';

export interface MermaidPageOptions {
  /** Text of mermaid.min.js. */
  script: string;
  /** The deck's styles: labels are measured as they will be shown. */
  css: string;
}

/** Policy of the page: the source of a diagram can load nothing and run nothing, whatever Mermaid makes of it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** px between nodes, which Mermaid has no setting for. */
const SPACING = '"spacing.baseValue":40';

/**
 * Makes a page ready to draw Mermaid diagrams: it reaches nothing, its text looks as that of drawings on slides does, and
 * its clock stands still, since a drawing is the same whenever it is made.
 */
export async function openMermaidPage(page: BrowserPage, { script, css }: MermaidPageOptions): Promise<void> {
  await page.setOfflineMode(true);
  await page.setContent(
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style></style><body style="font-family:sans-serif"><p>mermaid</p>`,
  );
  await callClient(page, 'diagrams', 'openDrawing', css);
  await page.evaluate(script.replace(SPACING, `${SPACING.slice(0, -2)}globalThis.lecternFlow?.spacing??40`));
  await callClient(page, 'diagrams', 'keepWordsWhole');
  await callClient(page, 'diagrams', 'widenCylinders');
}
