import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { ElementContent } from 'hast';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compile, type CompileOptions } from '../../src/compile/compile.ts';
import { createCompileMemory } from '../../src/compile/compile-memory.ts';
import { createDeckFiles } from '../../src/files/deck-files.ts';
import { createDoor } from '../../src/files/door.ts';
import { createHighlighter } from '../../src/html/highlight.ts';
import { glyphsOf } from '../../src/html/glyphs.ts';
import { eachElement } from '../../src/model/walk.ts';
import { slideHtml } from '../../src/render/slide-html.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'slides');
const highlighter = createHighlighter();

/** Everything that a deck shows and says. */
async function made(source: string, options: CompileOptions = {}): Promise<unknown> {
  const file = new VFile({ path: 'talk.md', cwd: folder, value: source });
  const files = createDeckFiles(path.join(folder, 'talk.md'), {
    door: createDoor({ projectRoot: folder }),
    cwd: folder,
  });
  const deck = await compile(file, { files, highlighter, ...options });
  return {
    slides: deck.slides.map((slide) => [
      slideHtml(slide, deck, { output: 'deck', notes: true }),
      slide.steps,
      slide.position?.start.line,
      placesOf([...slide.content, ...slide.notes]),
    ]),
    messages: file.messages.map(String),
    images: [...deck.images.keys()].toSorted(),
    text: [...glyphsOf(deck).text].toSorted((a, b) => a - b),
  };
}

/** Where the elements stand in their file, as the check says it; the end of a definition list is that of its chunk. */
function placesOf(children: ElementContent[]): string[] {
  const places: string[] = [];
  eachElement({ type: 'root', children }, ({ tagName, position }) => {
    if (!position) return;
    const { start, end } = position;
    const last = ['dl', 'dt', 'dd'].includes(tagName) ? '' : `-${end.line}:${end.column}`;
    places.push(`${tagName} ${start.line}:${start.column}${last}`);
  });
  return places;
}

test.each(['tour.md', 'python-at-work.md'])('%s comes out the same when it was compiled before', async (name) => {
  const source = readFileSync(path.join(folder, name), 'utf8');
  const fresh = await made(source);
  const memory = createCompileMemory();
  for (const _ of [1, 2, 3]) expect(await made(source, { memory })).toEqual(fresh);
});

test('what stands elsewhere in the deck counts', async () => {
  const memory = createCompileMemory();
  const versions = [
    '## One\n\nSee [this][x].\n\n## Two\n\n[x]: https://example.org/a\n',
    '## One\n\nSee [this][x].\n\n## Two\n\n[x]: https://example.org/b\n',
    '---\nincremental: true\n---\n\n## One\n\n- a\n- b\n',
    '## One\n\n- a\n- b\n',
    '## One\n\n:::lemma\nx\n:::\n\n## Two\n\nSee :ref[#a].\n\n:::theorem\ny\n:::\n\n:::axiom{#a}\nz\n:::\n',
    '## One\n\n## Two\n\nSee :ref[#a].\n\n:::theorem\ny\n:::\n\n:::axiom{#a}\nz\n:::\n',
    '## One\n\nA note[^1].\n\n[^1]: first\n',
    '## One\n\nA note[^1].\n\n[^1]: second\n',
  ];
  for (const source of versions) expect(await made(source, { memory })).toEqual(await made(source));
});

test('a deck that is edited comes out as if it were new', async () => {
  const blocks = [
    '## One\n\ntext and [a link](#one) and [another][x]\n',
    '## One {#one}\n\n- a\n- b\n\n:::notes\nSay *it*.\n:::\n',
    '# Part\n\n> [!NOTE]\n> Mind the gap\n',
    '## Steps {layout=split}\n\n::::steps\n- a\n- b\n::::\n',
    '## Code\n\n```js {1|2}\nlet a;\nlet b;\n```\n',
    '### Deep\n\nA footnote[^1] and a sum of $a^2$.\n',
    '[x]: https://example.org "there"\n',
    '[x]: https://example.org/other\n',
    '[^1]: The note\n',
    '[^1]: Another **note**\n',
    '## A table\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
    '## Broken\n\n![](gone.png)\n\n:::nothing\n:::\n',
    '---\n\nNo heading, <b>raw</b>\n',
  ];
  const deck = fc.tuple(
    fc.constantFrom('', '---\nincremental: true\n---\n\n', '---\nlang: de\nfooter: "{section}"\n---\n\n'),
    fc.array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 7 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(deck, { minLength: 2, maxLength: 4 }), async (versions) => {
      const memory = createCompileMemory();
      for (const [front, parts] of versions) {
        const source = front + parts.join('\n');
        expect(await made(source, { memory })).toEqual(await made(source));
        for (const cache of Object.values(memory)) cache.sweep();
      }
    }),
    { numRuns: 60 },
  );
});
