import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tutorialTheme } from '../../scripts/theme-pictures.ts';
import { builtInThemes } from '../../src/styles/find-theme.ts';
import { root } from '../support/browser.ts';
import { lectern, project } from '../support/cli.ts';

const SOUND = `@import '@fontsource/inter/400.css';
:root {
  --deck-brand: #0a6b4d;
  --r-main-font: 'Inter', sans-serif;
  --r-background-color: #ffffff;
  --r-main-color: #222222;
}
`;

test('every theme that comes with Lectern passes', async () => {
  const { code, stdout, stderr } = await lectern(['theme', 'check', ...builtInThemes()], { cwd: root });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.match(/no problems found/g)).toHaveLength(8);
});

test('a theme of three colours and a font passes, with a token of its own that another of its style sheets reads', async () => {
  const css = `@import './shapes.css';\n${SOUND}:root { --deck-corner: #0a6b4d; }\n`;
  const shapes = '.slide[data-layout="cover"] { border-top: 1em solid var(--deck-corner); }';
  const cwd = project({ 'mine/theme.css': css, 'mine/shapes.css': shapes });
  const { code, stderr } = await lectern(['theme', 'check', './mine'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test.each<[string, string, RegExp]>([
  [
    'pale text',
    '[data-tone="dark"] {\n  --r-main-color: #444;\n}',
    /^\S+:9:3 warning Text of --r-main-color \(#444444\) on --r-background-color \(#191919\) has a contrast of 1\.8:1 in the tone “dark”.*theme-contrast/m,
  ],
  [
    'small text',
    ':root {\n  --r-main-font-size: calc(20 * var(--deck-unit));\n}',
    /^\S+:9:3 warning Text of 18\.0 px \(li, layout “default” and others\) is too small .* at least 25 px.*theme-size/m,
  ],
  [
    'small print',
    ':root {\n  --deck-small-size: 0.4em;\n}',
    /^\S+:9:3 warning Text of 1\d\.\d px .* at least 15 px.*theme-size/m,
  ],
  [
    'red beside green',
    ':root {\n  --deck-chart-2: #c04030;\n  --deck-chart-3: #6a7a10;\n}',
    /^\S+:10:3 warning Series of charts in --deck-chart-2 \(#c04030\) and --deck-chart-3 \(#6a7a10\) look alike, with deuteranopia;.*theme-chart/m,
  ],
  [
    'red beside green, in a rule with a nested one',
    ':root {\n  --deck-chart-2: #c04030;\n  --deck-chart-3: #6a7a10;\n  & .x {\n    color: red;\n  }\n}',
    /^\S+:10:3 warning Series of charts in --deck-chart-2 \(#c04030\) and --deck-chart-3 \(#6a7a10\) look alike, with deuteranopia;.*theme-chart/m,
  ],
  [
    'a misspelled token in a nested rule',
    '.slide {\n  & p {\n    --deck-acent: red;\n  }\n  color: red;\n}',
    /^\S+:10:5 warning Unknown token “--deck-acent”, which nothing reads; did you mean “--deck-accent”\? theme-token/m,
  ],
  [
    'a misspelled token',
    ':root {\n  --deck-acent: red;\n}',
    /^\S+:9:3 warning Unknown token “--deck-acent”, which nothing reads; did you mean “--deck-accent”\? theme-token/m,
  ],
  [
    'a token that is given',
    ':root {\n  --deck-unit: 2px;\n}',
    /^\S+:9:3 warning Token “--deck-unit” is set by Lectern.*theme-token/m,
  ],
  [
    'a shadow',
    '.slide pre {\n  box-shadow: 0 0 3px black;\n}',
    /^\S+:9:3 warning “box-shadow” is printed as pixels.*theme-print/m,
  ],
  [
    'a quiet quotation',
    ':root {\n  --deck-quote-size: 1em;\n}',
    /^\S+:9:3 warning Text in the layout “quote” .* is no larger.*theme-layout/m,
  ],
  [
    'a slide too full',
    ':root {\n  --r-main-font-size: calc(44 * var(--deck-unit));\n}',
    /^\S+:9:3 warning A typical slide .* has to be scaled to.*theme-layout/m,
  ],
  [
    'text outside',
    '.slide h2 {\n  position: relative;\n  left: -300px;\n}',
    /warning Text reaches out of the slide in the layout “agenda”.*theme-layout/,
  ],
  [
    'text on the footer',
    '.slide-footer {\n  bottom: 600px;\n}',
    /warning Text meets the running footer in the layout.*theme-layout/,
  ],
  [
    'a font without a licence',
    '@font-face {\n  font-family: Own;\n  src: url(own.woff2);\n}',
    /warning The font “own\.woff2” has no licence;.*theme-licence/,
  ],
  [
    'an address on the web',
    '.slide {\n  background: url(https://x.org/a.png);\n}',
    /^\S+:9:19 warning The style sheet loads “.*” from the web.*theme-remote/m,
  ],
])('%s is found, with its place', async (_, css, says) => {
  const font = path.join(root, 'node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2');
  const cwd = project({ 'mine/theme.css': `${SOUND}${css}\n`, 'mine/own.woff2': readFileSync(font) });
  const { code, stdout, stderr } = await lectern(['theme', 'check', './mine'], { cwd });
  expect(stdout).toBe('');
  expect(stderr).toMatch(says);
  expect(code).toBe(1);
});

test('an accent without a brand is reported', async () => {
  const cwd = project({ 'mine/theme.css': SOUND.replace('--deck-brand', '--deck-accent') });
  const { stderr } = await lectern(['theme', 'check', './mine'], { cwd });
  expect(stderr).toMatch(/^\S+:3:3 warning “--deck-accent” is set without “--deck-brand”/m);
});

test('preview makes a page of all themes, or a picture of each', async () => {
  const cwd = project({ 'mine/theme.css': SOUND });
  const page = await lectern(['theme', 'preview', 'folio', './mine'], { cwd });
  expect(page).toMatchObject({ code: 0, stdout: 'dist/themes.html\n', stderr: '' });
  const html = readFileSync(path.join(cwd, 'dist/themes.html'), 'utf8');
  expect(html.match(/<figure data-of="folio"/g)).toHaveLength(25);
  expect(html.match(/<figure data-of="mine"/g)).toHaveLength(25);
  expect(html).toContain('<code>theme: ./mine</code>');
  expect(html).not.toMatch(/url\((?!["']?data:)/);
  const pictures = await lectern(['theme', 'preview', './mine', '--to', 'png', '-o', 'out'], { cwd });
  expect(pictures).toMatchObject({ code: 0, stdout: 'out/themes/mine.png\n', stderr: '' });
  expect(statSync(path.join(cwd, 'out/themes/mine.png')).size).toBeGreaterThan(50_000);
});

test.each([
  [['theme', 'preview', 'noctrune'], 2, /unknown theme “noctrune”; did you mean “nocturne”\?/],
  [['theme', 'preview', '--to', 'gif'], 2, /invalid value “gif” for --to/],
  [['theme', 'preview', './broken'], 1, /^broken\/theme\.css:1:1: Unexpected “}”/m],
  [['theme', 'check'], 2, /no theme was named/],
  [['theme', 'check', './broken'], 1, /^\S+:1:1 .*Unexpected “}”/m],
])('%j is refused with advice', async (args, code, says) => {
  const cwd = project({ 'broken/theme.css': '}' });
  const result = await lectern(args, { cwd });
  expect(result.code).toBe(code);
  expect(result.stderr).toMatch(says);
  expect(existsSync(path.join(cwd, 'dist'))).toBe(false);
});

test('the theme of the tutorial passes, after its first minute and after its last', async () => {
  const css = tutorialTheme(readFileSync(path.join(root, 'docs/theme.md'), 'utf8'));
  const first = css.slice(0, css.indexOf('}\n') + 2);
  expect(first.length).toBeLessThan(css.length / 2);
  const cwd = project({ 'first/theme.css': first, 'fjord/theme.css': css });
  const { code, stderr } = await lectern(['theme', 'check', './first', './fjord'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
