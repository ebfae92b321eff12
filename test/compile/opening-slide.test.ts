import { expect, test } from 'vitest';
import { compileText } from '../support/compile.ts';
import { toHtml } from 'hast-util-to-html';

const COVER =
  '# We deleted our queue\n\n## What Kafka taught a team of six {#subtitle}\n\nPriya Natarajan\nPlatformConf\n';
const RULED = '\n---\n\n## One\n\n- Words\n\n---\n\n## Two\n\n- Words\n';

async function slidesOf(text: string): Promise<string[]> {
  const { deck } = await compileText(text);
  return deck.slides.map(({ settings, title }) => `${settings.layout}: ${title}`);
}

test('where slides end at rules, a heading right below the title is its subtitle, and keeps its id', async () => {
  expect(await slidesOf(COVER + RULED)).toEqual(['cover: We deleted our queue', 'default: One', 'default: Two']);
  const { deck } = await compileText(COVER + RULED);
  const html = toHtml(deck.slides[0]?.content ?? []);
  expect(html).toContain('<p id="subtitle" class="subtitle">What Kafka taught a team of six</p>');
  expect(html).toContain('<span class="byline-author">Priya Natarajan</span>');
});

test('a subtitle of a section keeps its id', async () => {
  const { deck } = await compileText(
    `## One\n\nWords.\n${RULED}\n---\n\n# Coasts\n\n## Of three seas {#seas}\n${RULED}`,
  );
  const section = deck.slides.find(({ settings }) => settings.layout === 'section');
  expect(toHtml(section?.content ?? [])).toContain('<p id="seas" class="subtitle">Of three seas</p>');
});

test.each([
  ['headings start slides', `${COVER}\n## One\n\n- Words\n${RULED}`],
  ['the author chose what starts slides', `---\nsplit: 2\n---\n\n${COVER}${RULED}`],
  ['more than lines is below it', `# We deleted our queue\n\n## What Kafka taught us\n\n- Words\n${RULED}`],
])('it is a slide of its own where %s', async (_, text) => {
  expect((await slidesOf(text)).length).toBeGreaterThan(3);
});
