import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { make, pageText } from '../support/made-deck.ts';

const WEB = 'https://lectern.invalid/elsewhere';
const script = (code: string): string => `<script>${code}</script>`;

/** What would lead a browser to another document, change this one, or never let go of it. */
const WAYS: Record<string, string> = {
  'a refresh to the web': `<meta http-equiv="refresh" content="0; url=${WEB}">`,
  'a refresh to the document itself': '<meta http-equiv="refresh" content="0">',
  'a refresh to a picture beside it': '<meta http-equiv="Refresh" content="0; url=hills.svg">',
  'a refresh to text': '<meta http-equiv="refresh" content="0; url=data:text/html,gone">',
  'two refreshes': `<meta http-equiv="refresh" content="0.01; url=${WEB}"><meta http-equiv="refresh" content="0">`,
  'a refresh in a frame': `<iframe srcdoc="<meta http-equiv=refresh content=0>"></iframe>`,
  'scripts that go elsewhere': `${script(`window.location = '${WEB}'`)}<iframe srcdoc="${script(`top.location='${WEB}'`)}"></iframe>
<form id="f" action="${WEB}"></form>${script('f.submit()')}<base href="${WEB}/" target="_blank">
<img src="no" onerror="location='${WEB}'"><object data="${WEB}"></object>`,
  'scripts that write the document, or never end': script(
    `alert(1); confirm(2); prompt(3); print(); document.open(); document.write('gone'); document.close(); window.close(); for (;;);`,
  ),
};

test.each(Object.entries(WAYS))('paper and pictures have the slides of a trusted deck with %s', async (_, html) => {
  const deck = `---\nhtml: trusted\n---\n\n## One\n\nfirst ![](hills.svg)\n\n${html}\n\n## Two\n\nsecond\n`;
  const made = await make(deck, { to: ['pdf', 'png'] });
  const pdf = await made.pdf();
  const pages = [await pageText(pdf, 1), await pageText(pdf, 2)];
  expect([pdf.numPages, ...pages]).toEqual([
    2,
    expect.stringMatching(/One.*first/s),
    expect.stringMatching(/Two.*second/s),
  ]);
  // An empty page, or a browser's page of errors, is not as large.
  const picture = await readFile(path.join(made.folder, 'dist/talk.png/001.png'));
  expect(picture.length).toBeGreaterThan(10_000);
});
