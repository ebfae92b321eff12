import { expect, test } from 'vitest';
import { compileText, withPictures, type CompiledText } from '../support/compile.ts';

/** Compiles a deck that is certainly one of Lectern, whatever it looks like. */
async function compileOwn(text: string): Promise<CompiledText> {
  return compileText(text, { ...withPictures(), dialect: 'lectern' });
}

const FRONT_MATTER = 'expected front matter: these lines between two lines of “---”, at the start of the file';
const STEPS = 'expected “:::steps” and “:::” around the blocks that appear step by step';

test.each([
  ['four dashes', '----\ntitle: A\n----', `Unexpected “title:”, shown as a heading: ${FRONT_MATTER}`],
  [
    'a blank line before it',
    '\n---\ntitle: A\ntheme: x\n---',
    `Unexpected “title:”, shown as a heading: ${FRONT_MATTER}`,
  ],
  ['no end', '---\ntitle: A talk of many more words\n', `Unexpected “title:”, shown as text: ${FRONT_MATTER}`],
  ['an end with a comment', '---\ntitle: A\n--- # end\n', `Unexpected “title:”, shown as text: ${FRONT_MATTER}`],
  ['TOML', '+++\ntitle = "A"\n+++\n', `Unexpected “+++”, shown as text: ${FRONT_MATTER}`],
  [
    'a title block of Pandoc',
    '% A talk\n% Ada\n',
    'Unexpected “%”, shown as text: expected front matter: “title: …”, “author: …” and “date: …” between two lines of “---”',
  ],
])('tells of front matter that is read as text: %s', async (_, source, message) => {
  const { messages } = await compileOwn(`${source}\n# One\n`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(message);
});

test.each([
  ['::: {.fragment}\nx\n:::', `Unexpected “::: {.fragment}”, shown as text: ${STEPS}`],
  ['::: incremental\nx\n:::', `Unexpected “::: incremental”, shown as text: ${STEPS}`],
  [':::incremental\nx\n:::', `Unknown directive “:::incremental”; ${STEPS}`],
  ['::: {.callout-note}\nx\n:::', 'Unexpected “::: {.callout-note}”, shown as text: expected “> [!NOTE]”'],
  [':::callout-tip\nx\n:::', 'Unknown directive “:::callout-tip”; expected “> [!TIP]”'],
  ['::: notes\nx\n:::', 'shown as text: expected the name right after the colons: “:::notes”'],
  ['::: notess\nx\n:::', 'shown as text: did you mean “:::notes”?'],
  ['@import "a.md"', 'Unexpected “@import "a.md"”, shown as text: expected “::include{file=…}” between slides'],
  ['!include a.md', 'Unexpected “!include a.md”, shown as text: expected “::include{file=…}” between slides'],
  ['See ![[a.png]]', 'Unexpected “![[a.png]]”, shown as text: expected “![words](file.png)” for an image'],
  ['---\n\nsrc: ./c.md', 'Unexpected “src: ./c.md”, shown as text: expected “::include{file="./c.md"}”'],
  ['| A | B |\n|---+---|\n| 1 | 2 |', 'Unexpected “|---+---|”, shown as text: expected a table of pipes'],
  [
    '{{< video a.mp4 >}}',
    'Unexpected “{{< video a.mp4 >}}”, shown as text: expected “::video{src=…}”, or “::embed{src=…}” for a page of the web',
  ],
  [
    '{{< include _b.qmd >}}',
    'Unexpected “{{< include _b.qmd >}}”, shown as text: expected “::include{file=…}” between slides',
  ],
])('names what is meant by syntax of other tools: %j', async (source, message) => {
  const { messages } = await compileOwn(`# One\n\n${source}\n`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(message);
});

test('takes “Note:” for notes only in decks that reveal.js reads', async () => {
  const remark = '# One\n\nNote: be brief\n';
  expect((await compileOwn(remark)).messages).toEqual([]);
  const { messages } = await compileOwn(`${remark}\n---\n\nNote:\nMore\n`);
  expect(messages).toEqual([
    expect.stringMatching(/^talk\.md:3:1-3:15: Unexpected “Note:”, shown to the audience/),
    expect.stringMatching(/^talk\.md:7:1-8:5: Unexpected “Note:”, shown to the audience/),
  ]);
});

test.each(['% of people like this, which is quite a lot', 'Title: something', 'Date: the fruit'])(
  'takes a sentence for one: %j',
  async (source) => {
    expect((await compileText(`${source}\n\n# One\n\ntitle: x\n`)).messages).toEqual([]);
  },
);

test.each([
  ['src: a.md', '; expected “::include{file=…}” below the front matter'],
  ['layout: center', '; expected {layout=…} after the slide’s heading'],
  ['class: invert', '; expected {.name} after the slide’s heading'],
  ['backgroundImage: url(a.png)', '; expected {background=…} after the slide’s heading'],
  ['header: Words', '; expected “footer”'],
])('says where settings of other tools go: %j', async (entry, advice) => {
  const { messages } = await compileText(`---\n${entry}\n---\n\n# One\n`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(advice);
});

test('strikes CJK text out beside punctuation', async () => {
  const { deck } = await compileText('# One\n\n前~~「删」~~后\n');
  const [, paragraph] = deck.slides[0]?.content ?? [];
  expect(paragraph).toMatchObject({ children: [{ value: '前' }, { tagName: 'del' }, { value: '后' }] });
});

const shownAsText = (written: string, expected: string): string =>
  `Unexpected “${written}”, shown as text: expected ${expected}`;

test.each([
  ['Some ^[note with *stress*] here.', '^[', '“[^1]” here, and a line “[^1]: …” with the note'],
  ['See [text with `code`][gone].', '[gone]', 'a line “[gone]: address”'],
  ['![][gone]', '![][gone]', 'a line “[gone]: address”'],
  ['![a dog] (dog.png)', '![a dog] (dog.png)', '“(” right after “]”'],
  ['![a dog](dog.png', '![a dog](dog.png', '“)” at its end'],
  ['### Head {.small', '{.small', '“}” at its end'],
  [':span[x]{lang=de', '{lang=de', '“}” at its end'],
  ['::video{src=a.mp4 muted', '{src=a.mp4 muted', '“}” at its end'],
  ['Press :kdb[Enter].', ':kdb[', '“:kbd[…]”'],
  ['This is ==marked words== here.', '==marked words==', '“:mark[marked words]”'],
  ['x^2^ and more', '^2^', '“<sup>2</sup>”, or a formula'],
  ['See [[Another note]].', '[[Another note]]', '“[words](#slide)” for a slide, or “[words](file.pdf)” for a file'],
  ['`\\alpha`{=tex}', '{=tex}', '“$…$” for a formula, and HTML without backticks around it'],
  ['[[_TOC_]]', '[[_TOC_]]', '“::toc”'],
  ['[toc]', '[toc]', '“::toc”'],
  ['\\newpage', '\\newpage', '“---” between blank lines'],
  ['!!! warning\n    Mind this.', '!!!', '“> [!NOTE]”, and “> ” before each line'],
  ['##Heading', '##', 'a space after “##”'],
  ['> ###Heading', '###', 'a space after “###”'],
])('tells of Markdown that is not read: %s', async (source, written, expected) => {
  for (const place of [source, `- ${source.replaceAll('\n', '\n  ')}`, `:::notes\n${source}\n:::`]) {
    const { messages } = await compileText(`## One\n\n${place}\n`);
    expect(messages.join('\n')).toContain(shownAsText(written, expected));
  }
});

test.each([
  'a == b and c==d',

  'a^b',
  ':unknown[x]',
  '10:30[1]',
  '#hashtag',
  '[[1, 2], [3, 4]]',
  '\\^[x]',
  '`==x==`',
])('text is left alone: %s', async (source) => {
  expect((await compileText(`## One\n\n${source}\n`)).messages).toEqual([]);
});

test('tells of comments of Obsidian', async () => {
  const { messages } = await compileText('## One\n\n%% not for\nthe audience %%\n');
  expect(messages.join('\n')).toContain('Unexpected “%%”, shown to the audience: expected “<!-- … -->”');
});
