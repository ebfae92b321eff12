import path from 'node:path';
import { VFile } from 'vfile';
import type { BrowserPlaces } from '../browser/find-browser.ts';
import { startBrowserPool } from '../browser/browser-pool.ts';
import { inspectTones } from '../check/inspect-theme.ts';
import type { InspectedTheme } from '../check/theme-facts.ts';
import { applyRules } from '../check/apply-rules.ts';
import { reportFindings } from '../check/report-findings.ts';
import { declarationsOf } from '../theme/read-css.ts';
import { THEME_RULES } from '../check/theme-rules.ts';
import { themeDoor } from '../pipeline/deck-door.ts';
import { deckCss } from '../export/deck-css.ts';
import { fontCutter } from '../styles/font-cutter.ts';
import { loadStyles, type Styles } from '../styles/load-styles.ts';
import { readPlainText } from '../files/plain-file.ts';
import type { Deck, Tone } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import { StyleFault } from '../model/style-fault.ts';
import { readSpecimen } from './specimen.ts';
import type { ThemeSource } from '../theme/theme.ts';

export interface ThemeCheckOptions {
  themes: readonly ThemeSource[];
  cwd: string;
  browser: BrowserPlaces;
}

/**
 * Checks themes by what they do to the specimen deck, in a browser.
 *
 * @returns for each theme its style sheet with the messages, or the imported one that cannot be read.
 * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
 */
export async function checkThemes({ themes, cwd, browser }: ThemeCheckOptions): Promise<VFile[]> {
  const pool = startBrowserPool(browser, { now: true });
  const cutFont = fontCutter(path.join(browser.cacheFolder, 'fonts'));
  try {
    const deck = await readSpecimen({ cacheFolder: browser.cacheFolder, pool });
    const files: VFile[] = [];
    for (const theme of themes) {
      const styles = loadStyles(theme, themeDoor([theme], cwd));
      try {
        const css = await deckCss(deck, { styles, slideThemes: new Map(), styleFiles: [] }, { kind: 'print', cutFont });
        const page = await pool.openPage();
        files.push(await check(theme, { deck, styles, cwd, measured: await inspectTones(page, deck, css) }));
        const { faults = [] } = await styles.sheet('print');
        files.push(...faults.map((fault) => faulty(fault, cwd)));
        await page.close();
      } catch (error) {
        if (!(error instanceof StyleFault)) throw error;
        files.push(faulty(error, cwd));
      }
    }
    return files;
  } finally {
    await pool.close();
  }
}

interface Checked {
  deck: Deck;
  styles: Styles;
  cwd: string;
  measured: Map<Tone | undefined, InspectedTheme>;
}

async function check(theme: ThemeSource, { deck, styles, cwd, measured }: Checked): Promise<VFile> {
  const css = await readPlainText(theme.file);
  const sheet = await styles.sheet('print');
  const file = themeFile(theme.file, cwd);
  for (const warning of sheet.warnings ?? []) warn(file, warning, { place: undefined, ruleId: 'theme-font' });
  const facts = { theme, file, css, declarations: declarationsOf(css), sheet, slides: deck.slides, measured };
  reportFindings(await applyRules(THEME_RULES, facts, new Map()), deck);
  return file;
}

function faulty({ file, message, line, column, ruleId }: StyleFault, cwd: string): VFile {
  const sheet = themeFile(file, cwd);
  warn(sheet, message, { place: line === undefined ? undefined : { line, column: column ?? 1 }, ruleId });
  return sheet;
}

function themeFile(file: string, cwd: string): VFile {
  return new VFile({ path: path.relative(cwd, file) || file, cwd });
}
