import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';
import { AccessiblePdf } from '../support/pdf-access.ts';

const FONT = createRequire(import.meta.url).resolve(
  '@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-400-normal.woff',
);
const DECK = `## A\n\n<p style="font-family:'Noto Sans JP Thin'">見出</p>\n`;

/** The fonts in the PDF of a deck, with other variables of the environment. */
async function fontsIn(cwd: string, env: Record<string, string>): Promise<string> {
  await lectern(['build', 'talk.md', '--to', 'pdf'], { cwd, env });
  const source = (await AccessiblePdf.read(readFileSync(path.join(cwd, 'dist/talk.pdf')))).source();
  return [...source.matchAll(/\/FontName \/(\S+)/g)].map(([, font]) => font).join(' ');
}

test.runIf(process.platform === 'linux').each<[string, (cwd: string) => Record<string, string>]>([
  ['.local/share/fonts', (cwd) => ({ HOME: cwd, XDG_DATA_HOME: '' })],
  ['.fonts', (cwd) => ({ HOME: cwd })],
  ['data/fonts', (cwd) => ({ XDG_DATA_HOME: path.join(cwd, 'data') })],
  ['own', (cwd) => ({ FONTCONFIG_FILE: path.join(cwd, 'fonts.conf') })],
])('the browser sees the fonts in %s', async (folder, env) => {
  const cwd = project({ 'talk.md': DECK });
  const usual = {
    LECTERN_CACHE: process.env['LECTERN_CACHE'] ?? path.join(process.env['HOME'] ?? '', '.cache/lectern'),
  };
  expect(await fontsIn(cwd, usual)).not.toContain('NotoSansJP');
  mkdirSync(path.join(cwd, folder), { recursive: true });
  const bytes = await subsetFont(readFileSync(FONT), '見出', { targetFormat: 'sfnt' });
  writeFileSync(path.join(cwd, folder, 'font.ttf'), bytes);
  writeFileSync(path.join(cwd, 'fonts.conf'), `<fontconfig><dir>${path.join(cwd, 'own')}</dir></fontconfig>`);
  expect(await fontsIn(cwd, { ...usual, ...env(cwd) })).toContain('NotoSansJP');
});
