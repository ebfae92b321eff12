import { reportAs } from '../../model/messages.ts';
import type { ExportJob } from '../export-job.ts';
import { blocksIn } from './element-pictures.ts';
import type { MeasuredDeck } from './measure-deck.ts';

const RULE = 'pptx-font';

/** Fonts that computers with PowerPoint have. */
const USUAL = new Set(
  [
    'Aptos',
    'Arial',
    'Calibri',
    'Cambria',
    'Candara',
    'Comic Sans MS',
    'Consolas',
    'Constantia',
    'Corbel',
    'Courier New',
    'Georgia',
    'Helvetica',
    'Helvetica Neue',
    'Impact',
    'Segoe UI',
    'Tahoma',
    'Times',
    'Times New Roman',
    'Trebuchet MS',
    'Verdana',
  ].map((name) => name.toLowerCase()),
);

/**
 * Reports the fonts that a presentation names and that a computer may lack: no file has them.
 *
 * @param replaced - fonts that the theme of a template replaces.
 */
export function reportFonts(
  { deck, file, settings, name }: ExportJob,
  { slides }: MeasuredDeck,
  replaced: readonly string[] = [],
): void {
  const setting = settings.get(RULE);
  if (setting?.severity === 'off') return;
  const fonts = new Set<string>();
  for (const { blocks } of slides) {
    for (const block of blocksIn(blocks)) {
      if (block.kind !== 'text' && block.kind !== 'code') continue;
      for (const { runs } of block.paragraphs) for (const { font } of runs) fonts.add(font);
    }
  }
  const rare = [...fonts]
    .filter((font) => font !== '' && !replaced.includes(font) && !USUAL.has(font.toLowerCase()))
    .toSorted();
  if (rare.length === 0) return;
  const named = rare.map((font) => `“${font}”`);
  const list = named.length === 1 ? named[0] : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
  const reason = `PowerPoint shows ${list} only where ${rare.length === 1 ? 'this font is' : 'these fonts are'} installed: ${name}.pptx contains no fonts`;
  reportAs(setting?.severity ?? 'info', file, reason, { place: deck.meta.positions.get('theme'), ruleId: RULE });
}
