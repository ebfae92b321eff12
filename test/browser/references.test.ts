import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, onTestFinished, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { accessFaults } from '../support/access-faults.ts';
import { currentSlide, openDeck, places, temporaryFolder, useBrowser } from '../support/browser.ts';
import { make } from '../support/made-deck.ts';
import { AccessiblePdf } from '../support/pdf-access.ts';

const browser = useBrowser();

const DECK = String.raw`## First

See :ref[#thm], \eqref{eq:a} and $\eqref{eq:a}$.

## Second

:::theorem{#thm}
True.
:::

## Third

$$ a = b $$ {#eq:a}
`;

async function built(): Promise<string> {
  const folder = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, 'talk.md'), DECK);
  const report = await build({ decks: ['talk.md'], to: ['html', 'pdf'], cwd: folder, outDir: folder, browser: places });
  expect(report.ok).toBe(true);
  return folder;
}

test('references lead to what they name, in the deck and in the PDF', async () => {
  const folder = await built();
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path.join(folder, 'talk.pdf'))) }).promise;
  const links = await (await pdf.getPage(1)).getAnnotations();
  const pages = await Promise.all(
    links.map(async ({ dest }) => {
      const [target] = (await pdf.getDestination(dest as string)) ?? [];
      return (await pdf.getPageIndex(target)) + 1;
    }),
  );
  expect(pages).toEqual([2, 3, 3]);

  const lead = async (selector: string): Promise<string> => {
    const { page } = await openDeck(browser(), path.join(folder, 'talk.html'));
    await page.click(selector);
    await page.waitForSelector('section.present:not([id="first"])');
    return currentSlide(page);
  };
  expect(await lead('a[href="#thm"]')).toBe('second');
  expect(await lead('.katex a[href="#eq:a"]')).toBe('third');
});

test('boxes, algorithms and captions are accessible in the PDF', async () => {
  const text = String.raw`## Statements

:::theorem[Name]{#thm}
See :ref[#alg].
:::

:::proof
- Clear
:::

## Table and algorithm

| A | B |
| - | - |
| 1 | 2 |

: A caption {#tbl:a}

${'```'}pseudocode title="Search" #alg
\Function{Find}{$a$}
  \State \Return $a$ \Comment{it is there}
\EndFunction
${'```'}
`;
  const { folder, messages } = await make(text, { to: ['pdf'] });
  expect(messages).toEqual([]);
  const pdf = await AccessiblePdf.read(await readFile(path.join(folder, 'dist/talk.pdf')));
  expect(accessFaults(pdf)).toEqual([]);
  expect(pdf.source()).toContain('/S /Table');
});
