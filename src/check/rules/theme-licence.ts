import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { defineRule, type Rule } from '../rule.ts';
import type { ThemeFacts } from '../theme-facts.ts';

const LICENCE = /^(?:licen[cs]e|ofl|copying|copyright)\b/i;

/** Fonts are given away inside every deck, so their licence lies beside them. */
export const themeLicence: Rule<ThemeFacts> = defineRule({
  id: 'theme-licence',
  severity: 'warning',
  about: 'fonts without a licence',
  options: {},
  async check({ sheet, theme }, report) {
    const reported = new Set<string>();
    for (const face of sheet.fonts) {
      for (const font of face.files) {
        const folder = path.dirname(font.path);
        if (reported.has(folder) || !path.isAbsolute(font.path)) continue;
        reported.add(folder);
        if (await hasLicence(folder, path.dirname(theme.file))) continue;
        const reason = `The font “${path.basename(font.path)}” has no licence; put its LICENSE or OFL.txt into the same folder`;
        report(reason, { kind: folder });
      }
    }
  },
});

/**
 * Tells whether a licence lies in the folder of a font, or above it up to the theme or the package that it belongs to.
 */
async function hasLicence(folder: string, theme: string): Promise<boolean> {
  const names: string[] = await readdir(folder).catch(() => []);
  if (names.some((name) => LICENCE.test(name))) return true;
  const parent = path.dirname(folder);
  const last = folder === theme || names.includes('package.json') || parent === folder;
  return last ? false : hasLicence(parent, theme);
}
