import { createHash } from 'node:crypto';
import path from 'node:path';
import type { StyleSheet } from '../theme/theme.ts';
import { locateStyleFile, styleFileType } from './embed-style-files.ts';

/** A file that a style sheet names, and the address it has there. */
export interface LinkedFile {
  address: string;
  /** Absolute. */
  file: string;
  mediaType: string;
}

interface LinkedSheet {
  css: string;
  files: LinkedFile[];
}

/** Sheets stay what they are; this is done once for each. */
const linkedSheets = new WeakMap<StyleSheet, LinkedSheet>();

/** Gives the files of a style sheet addresses below `base`; browsers load what they need. */
export function linkStyleFiles(sheet: StyleSheet, base: string): LinkedSheet {
  const known = linkedSheets.get(sheet);
  if (known) return known;
  let { css } = sheet;
  const files: LinkedFile[] = [];
  for (const { placeholder, path: named } of [...sheet.files, ...sheet.fonts.flatMap((face) => face.files)]) {
    if (!css.includes(placeholder)) continue;
    const file = locateStyleFile(named);
    const name = createHash('sha256').update(file).digest('hex').slice(0, 16);
    const address = `${base}${name}${path.extname(file).toLowerCase()}`;
    css = css.replaceAll(placeholder, address);
    files.push({ address, file, mediaType: styleFileType(file) ?? 'application/octet-stream' });
  }
  const linked = { css, files };
  linkedSheets.set(sheet, linked);
  return linked;
}
