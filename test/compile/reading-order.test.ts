import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { compile, type CompileOptions } from '../../src/compile/compile.ts';
import { NO_FILES, filesOf, type DeckFiles } from '../../src/model/deck-files.ts';
import { sortMessages } from '../../src/model/messages.ts';
import { stageWords } from '../../src/model/talk-words.ts';
import { deckDocument } from '../../src/render/deck-document.ts';
import { root, temporaryFolder } from '../support/browser.ts';
import { withFiles } from '../support/compile.ts';

const DECK = `---
title: Order
logo: images/slide.svg
footer: "![](images/none.png) {title}"
---

## One {background=images/hills.svg}

![a](images/hills.svg) ![b](images/missing.png) ![c](images/missing.png) ![d](images/slide.svg)

| ![e](images/none.png) | ![f](images/hills.svg) |
|---|---|
| ![g](../outside.png) | ![h](https://example.org/x.png) |

::include{file=part.md}

## Two

::video{src=images/film.mp4 poster=images/none.png}

\`\`\`js file=code.js lines=1-2
\`\`\`

\`\`\`csv file=missing.csv chart=bar
\`\`\`

\`\`\`js file=gone.js
\`\`\`

::include{file=part.md}

::include{file=nowhere.md}

:::notes
![n](images/telescope.svg) ![m](images/missing.png)
:::

:icon[none] :icon[rocket] :icon[nothing]

$\\frac{a$ and $x$

\`\`\`dot
digraph { a ->
\`\`\`
`;
const PART = `## Part

![p](images/desk.svg) ![q](images/none.png)

::include{file=deep.md}
`;

/** Files are ready in another order for each seed. */
function shuffled(files: DeckFiles, turn: () => Promise<void>): DeckFiles {
  return {
    key: files.key,
    load: async (src) => {
      await turn();
      return files.load(src);
    },
    bytes: async () => ({ problem: 'none', ruleId: 'file-missing' }),
    text: async (src) => {
      await turn();
      const found = await files.text(src);
      if (!('problem' in found)) found.data.files = shuffled(filesOf(found), turn);
      return found;
    },
  };
}

/** Waits for as many turns of the event loop as chance says. */
function chance(seed: number): () => Promise<void> {
  let state = seed;
  return async () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    for (let turns = (state >>> 8) % 40; turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve));
  };
}

const words = await stageWords('en');
const PAGE = { reveal: '', search: '', script: '', presenterCss: '' };

test('what comes out does not depend on which file is read first', async () => {
  const folder = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, 'images'));
  for (const name of ['hills', 'slide', 'desk', 'telescope']) {
    await copyFile(path.join(root, `slides/images/${name}.svg`), path.join(folder, `images/${name}.svg`));
  }
  await writeFile(path.join(folder, 'part.md'), PART);
  await writeFile(path.join(folder, 'deep.md'), '## Deep\n\n![x](images/hills.svg) ![y](images/none.png)\n');
  await writeFile(path.join(folder, 'code.js'), 'a\nb\nc\n');
  const file = path.join(folder, 'talk.md');
  const { files = NO_FILES, draw, icons } = withFiles(file, folder);
  const results = new Set<string>();
  for (let seed = 1; seed <= 16; seed += 1) {
    const turn = chance(seed);
    const slow: CompileOptions = {
      files: shuffled(files, turn),
      ...(draw && { draw: async (job) => turn().then(() => draw(job)) }),
      ...(icons && { icons }),
    };
    const source = new VFile({ path: file, cwd: folder, value: DECK });
    const deck = await compile(source, slow);
    const sources = [source, ...deck.included];
    for (const each of sources) sortMessages(each);
    const messages = sources.flatMap(({ path: name, messages }) =>
      messages.map((message) => `${name} ${String(message)}`),
    );
    const addresses = new Map([...deck.images.keys()].map((id) => [id, id]));
    const html = deckDocument(deck, { words, css: '', addresses, page: PAGE, themeOf: new Map() });
    results.add([...messages, [...deck.images.keys()].join(), ...html].join('\n'));
  }
  expect([...results]).toHaveLength(1);
});
