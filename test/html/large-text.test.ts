import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { compileText } from '../support/compile.ts';

test.each(['en', 'de'])('no line of a title or a subtitle begins with a dash (%s)', async (lang) => {
  const front = `---\ntitle: Lighthouses of the north – and their keepers\nsubtitle: A lecture in three parts – and a walk\n`;
  const { deck } = await compileText(`${front}lang: ${lang}\n---\n\n## One\n\nWords – and others.\n`);
  const [cover, other] = deck.slides.map(({ content }) => toHtml({ type: 'root', children: content }));
  expect(cover).toContain('north\u00a0– and their');
  expect(cover).toContain('parts\u00a0– and a');
  expect(other).toContain('Words – and');
});
