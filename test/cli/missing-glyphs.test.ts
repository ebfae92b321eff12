import { expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

const JAPANESE = '---\nlang: ja\n---\n\n## A\n\n見出し\n\n## B\n\nlatin\n\n## C\n\n本文 ě →\n';

test.each([['html'], ['pdf'], ['html,pdf']])(
  'building %s tells once which letters no font of the deck has',
  async (to) => {
    const cwd = project({ 'talk.md': JAPANESE });
    const { code, stderr } = await lectern(['build', 'talk.md', '--to', to], { cwd });
    expect(code).toBe(0);
    const reported = stderr.split('\n').filter((line) => line.includes('glyph-missing'));
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatch(
      /^talk\.md:7:1 warning The fonts in the deck lack 見 \(U\+898B\), 出 \(U\+51FA\), し \(U\+3057\), 本 /,
    );
    expect(reported[0]).toMatch(/on slides 1, 3: .*add @fontsource\/noto-sans-jp with “style”/);
    expect(reported[0]).not.toMatch(/→|ě/);
  },
);

test.each([
  ['the style has a font with them', 'style: ["@fontsource/noto-sans-jp/400.css"]'],
  ['the rule is off', 'check: {glyph-missing: off}'],
])('nothing is reported where %s', async (_, key) => {
  const cwd = project({ 'talk.md': JAPANESE.replace('lang: ja', `lang: ja\n${key}`), 'package.json': '{}' });
  const { stderr } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(stderr).not.toContain('glyph-missing');
});

test.each([
  ['ko', '안녕', 'noto-sans-kr'],
  ['zh-TW', '簡報', 'noto-sans-tc'],
  ['zh', '简报', 'noto-sans-sc'],
  ['he', 'שלום', 'noto-sans-hebrew'],
  ['th', 'สวัสดี', 'noto-sans-thai'],
])('%s: the message names the package that has %s', async (lang, text, name) => {
  const cwd = project({ 'talk.md': `---\nlang: ${lang}\n---\n\n## A\n\n${text}\n` });
  const { stderr } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(stderr).toContain(`add @fontsource/${name} with`);
});
