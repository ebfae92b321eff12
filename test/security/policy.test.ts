import { expect, test } from 'vitest';
import { stageWords } from '../../src/model/talk-words.ts';
import { deckDocument } from '../../src/render/deck-document.ts';
import { compileText } from '../support/compile.ts';

const page = { reveal: '', script: '', presenterCss: '' };

async function frames(markdown: string): Promise<string> {
  const { deck } = await compileText(markdown);
  const html = deckDocument(deck, {
    words: await stageWords('en'),
    css: '',
    page,
    addresses: new Map(),
    themeOf: new Map(),
  }).join('');
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  expect(policy).toContain("base-uri 'none'; form-action 'none'");
  return /frame-src ([^;]*)/.exec(policy)?.[1] ?? '';
}

test('a deck adds the origins of its embeds and backgrounds to its policy', async () => {
  const pages = '## A\n\n::embed{src="https://a.example:8443/x?y#z"}\n\n## B {background=https://b.example/c}\n';
  expect(await frames(pages)).toBe('https://a.example:8443 https://b.example');
});

test.each([
  ['raw data-page', '<div data-page="https://c;script-src-elem/">x</div>'],
  ['raw data-embed', '<div data-embed="https://evil.example/">x</div>'],
  ['data-page of a picture', '![a](a.png){data-page=https://evil.example/}'],
  ['data-embed of words', ':span[a]{data-embed="https://evil.example/"}'],
  ['data-page of a directive', ':::steps{data-page="https://evil.example/"}\na\n:::'],
  ['data-page of a fence', '```js {data-page="https://evil.example/"}\na\n```'],
  ['data-page of a heading', '## A\n\n### B {data-PAGE="https://evil.example/"}'],
  ['a directive in an embedded address', '::embed{src="https://c;script-src-elem/"}'],
  ['a quote in an embedded address', "::embed{src='https://c\"x/'}"],
  ['a wildcard', '::embed{src="https://*.example/"}'],
  ['a directive in the address of a background', '## A {background="https://c;script-src-elem/"}'],
  ['a comma in the address of a background', '## A {background="https://c,d/"}'],
])('%s changes nothing in the policy', async (_, markdown) => {
  expect(await frames(markdown)).toBe("'none'");
});
