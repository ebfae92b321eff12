import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { compile } from '../../src/compile/compile.ts';
import { NO_FILES } from '../../src/model/deck-files.ts';
import { stageWords } from '../../src/model/talk-words.ts';
import { deckDocument } from '../../src/render/deck-document.ts';
import { deckPages } from '../../src/render/pages.ts';
import { printDocument } from '../../src/render/print-document.ts';

const words = await stageWords('en');
const id = '0123456789abcdef';
const source = '## A\n\n![one](a.png)\n\n## B\n\n![two](a.png)\n\n<video src="a.png" poster="a.png"></video>\n';
const themeOf = new Map<string, string>();
const page = { reveal: '', script: '', presenterCss: '' };

async function deck(): ReturnType<typeof compile> {
  const load = async () => ({ id, bytes: new Uint8Array(), mediaType: 'image/png', extension: 'png' });
  return compile(new VFile({ path: 'talk.md', value: source }), { files: { ...NO_FILES, load } });
}

test('a file shown several times is in the deck once, a poster where it stands', async () => {
  const html = deckDocument(await deck(), { words, css: '', page, addresses: new Map([[id, 'data:x']]), themeOf }).join(
    '',
  );
  expect(html.match(/src="data:x"/g)).toHaveLength(1);
  expect(html).toContain(`data-asset="${id}" src="data:x"`);
  expect(html.match(new RegExp(`data-asset-copy="${id}"`, 'g'))).toHaveLength(2);
  expect(html).toContain('poster="data:x"');
  expect(html).not.toContain('lectern-asset:');
});

test('files beside a document are named wherever they are shown', async () => {
  const made = await deck();
  const address = { css: '', addresses: new Map([[id, 'a.png']]) };
  const pages = deckPages(made, { steps: false });
  const shown = deckDocument(made, { ...address, words, page, themeOf }).join('');
  const printed = printDocument(made, { ...address, pages, themeOf });
  expect(shown).toContain('poster="a.png"');
  for (const html of [shown, printed]) {
    // On paper the film's poster is a picture.
    expect(html.match(/src="a\.png"/g)).toHaveLength(3);
    expect(html).not.toMatch(/lectern-asset:|data-asset(?:-copy)?="[0-9a-f]{16}"/);
  }
});
