import { describe, expect, test } from 'vitest';
import { draftText } from '../support/drafts.ts';

const ARTICLE = `Pebble is a small store for sensors.
Pebble keeps its index in 64 kB of memory. It never loses a committed write. Sensors run on a coin cell for five years.`;

interface PlanSlide {
  id: string;
  sentences: string[];
  facts: string[];
  slots: Record<string, string>;
}

/** Drafts with a writer that answers with these words for its first slot, and returns what it got. */
async function filled(words: string, slot?: string): Promise<{ deck: string; refused: string[]; slides: PlanSlide[] }> {
  let slides: PlanSlide[] = [];
  const draft = await draftText(ARTICLE, {
    write: async (plan) => {
      slides = (JSON.parse(plan) as { sections: { slides: PlanSlide[] }[] }).sections.flatMap(
        (section) => section.slides,
      );
      return JSON.stringify({ slots: { [slot ?? Object.keys(slides[0]?.slots ?? {})[0] ?? '']: words } });
    },
  });
  return { deck: draft.deck, refused: draft.refused.map(({ reason }) => reason), slides };
}

describe('a writer', () => {
  test('gets each slide with its sentences, facts and slots', async () => {
    const { slides } = await filled('A store for sensors');
    expect(slides.flatMap(({ sentences }) => sentences).join(' ')).toContain('It never loses a committed write.');
    expect(slides.flatMap(({ facts }) => facts)).toContain('64');
    expect(Object.keys(slides[0]?.slots ?? {})[0]).toBe('1.1.heading');
  });

  test('words the slides, and not the notes', async () => {
    const { deck, refused } = await filled('An index of 64 kB');
    expect(refused).toEqual([]);
    expect(deck).toContain('## An index of 64 kB');
    expect(deck).toContain('Pebble keeps its index in 64 kB of memory.');
  });

  test.each([
    ['a number', 'Pebble keeps 128 kB', 'the article does not have “128”'],
    ['a name', 'Pebble beats Google', 'the article does not have “Google”'],
    ['a name at the start', 'Google likes Pebble', 'the article does not have “Google”'],
    ['too many words', 'one '.repeat(20), 'it has more than 16 words'],
    ['two lines', 'One\n\n# Two', 'it is not one line of words'],
  ])('has words refused that have %s', async (_, words, reason) => {
    const { deck, refused } = await filled(words);
    expect(refused).toEqual([reason]);
    expect(deck).not.toContain(words.trim());
  });

  test('has words refused for an unknown slot', async () => {
    expect((await filled('Words', '9.9.heading')).refused).toEqual(['there is no such slot']);
  });

  test('that prints invalid JSON is reported', async () => {
    await expect(draftText(ARTICLE, { write: async () => 'nonsense' })).rejects.toThrow(
      'the writer did not print a JSON object',
    );
  });
});
