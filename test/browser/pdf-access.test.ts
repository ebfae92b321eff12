import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { accessFaults } from '../support/access-faults.ts';
import { places, root } from '../support/browser.ts';
import { make, testFolder } from '../support/made-deck.ts';
import { AccessiblePdf, type Structure } from '../support/pdf-access.ts';

const OUTPUTS = ['pdf', 'handout', 'notes'] as const;
type Output = (typeof OUTPUTS)[number];

interface Printed {
  messages: string[];
  pdf: (output?: Output) => Promise<AccessiblePdf>;
}

async function printed(deck: string, to: Output[] = ['pdf']): Promise<Printed> {
  const { folder, messages } = await make(deck, { to });
  const name = (output: Output): string => (output === 'pdf' ? 'talk.pdf' : `talk.${output}.pdf`);
  const read = async (output: Output): Promise<AccessiblePdf> =>
    AccessiblePdf.read(await readFile(path.join(folder, 'dist', name(output))));
  return { messages, pdf: async (output = 'pdf') => read(output) };
}

/** All elements of a type, wherever they are. */
function all(structure: Structure, type: string): Structure[] {
  const own = structure.type === type ? [structure] : [];
  return [...own, ...structure.children.flatMap((child) => all(child, type))];
}

/** Types inside of an element, without those that say nothing. */
const kinds = ({ children }: Structure): string[] =>
  children.flatMap((child) => (child.type === 'NonStruct' ? kinds(child) : [child.type]));

const claims = (pdf: AccessiblePdf): boolean =>
  Boolean(pdf.text(pdf.get(pdf.catalog, 'Metadata'))?.includes('<pdfuaid:part>1</pdfuaid:part>'));

test.each(['tour', 'python-at-work', 'lecture', 'quarterly-report', 'product-talk', 'keys'])(
  'all PDFs of %s are for everyone',
  async (name) => {
    const outDir = await testFolder();
    const report = await build({ decks: [`slides/${name}.md`], to: [...OUTPUTS], outDir, cwd: root, browser: places });
    expect(report.ok).toBe(true);
    for (const ending of ['pdf', 'handout.pdf', 'notes.pdf']) {
      const pdf = await AccessiblePdf.read(await readFile(path.join(outDir, `${name}.${ending}`)));
      expect(accessFaults(pdf), ending).toEqual([]);
    }
  },
);

describe('headings', () => {
  test.each([
    ['begin with the first level', '## A\n\n### B\n\n## C\n', ['H1', 'H2', 'H1']],
    ['leave no level out', '# A\n\n#### B\n\n##### C\n\n## D\n\n#### E\n', ['H1', 'H2', 'H3', 'H2', 'H3']],
    ['stay as they are where they are right', '# A\n\n## B\n\n### C\n\n## D\n', ['H1', 'H2', 'H3', 'H2']],
    ['may climb', '### A\n\n## B\n\n# C\n\n## D\n', ['H1', 'H1', 'H1', 'H2']],
  ])('%s', async (_, deck, levels) => {
    const { pdf, messages } = await printed(deck, [...OUTPUTS]);
    expect(messages).toEqual([]);
    for (const output of OUTPUTS) {
      const file = await pdf(output);
      expect(
        JSON.stringify(file.structure())
          .match(/"H\d"/g)
          ?.map((type) => type.slice(1, -1)),
      ).toEqual(levels);
      expect(accessFaults(file)).toEqual([]);
    }
  });
});

describe('tables', () => {
  const rows = (structure: Structure): number[] => all(structure, 'TR').map(({ children }) => children.length);

  test.each([
    ['with empty cells', '| Who | Mon | Tue |\n|--|--|--|\n| Ann | x |  |\n| | | x |\n| | | |\n', [3, 3, 3, 3]],
    ['with empty headers', '|  | Mon |\n|--|--|\n| Ann | x |\n', [2, 2]],
    ['with pictures that say nothing', '| A | B |\n|--|--|\n| ![](slide.svg){width=20px} | x |\n', [2, 2]],
    ['of rows that end early', '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td></tr></table>\n', [2, 2]],
    [
      'with cells over several rows',
      '<table><tr><th rowspan="2">a</th><th>b</th><th>c</th></tr><tr><td></td></tr></table>\n',
      [3, 2],
    ],
  ])('%s have all their cells', async (_, table, lengths) => {
    const { pdf, messages } = await printed(`## Table\n\n${table}`);
    const file = await pdf();
    expect(rows(file.structure())).toEqual(lengths);
    expect(accessFaults(file)).toEqual([]);
    expect(messages).toEqual([]);
  });

  test('the text of a cell stays in its column', async () => {
    const { pdf } = await printed('## T\n\n| A | B | C |\n|--|--|--|\n|  |  | z |\n');
    const [, row] = all((await pdf()).structure(), 'TR');
    expect(row?.children.map(({ entries }) => /node\d+/.exec(entries['A'] ?? '')?.[0])).toEqual([
      'node00000000',
      'node00000001',
      'node00000002',
    ]);
  });
});

describe('a PDF that is not for everyone does not say that it is, and why', () => {
  test.each([
    ['letters without a font', 'A letter: \u{1F1E9}\u{1F1EA} \u{10A00}', /letters that no font has/],
    ['tables without headers', '<table><tr><td>a</td><td>b</td></tr></table>', /no header cells/],
    ['text in masks', '<div style="mask-image:linear-gradient(#000,transparent)"><p>Masked</p></div>', /mask/],
  ])('%s', async (_, content, reason) => {
    const { pdf, messages } = await printed(`---\nhtml: trusted\n---\n\n## A\n\n${content}\n`);
    const [text = '', ...others] = messages.filter((message) => message.includes('talk.pdf does not claim PDF/UA-1'));
    expect(text).toMatch(reason);
    expect(others).toEqual([]);
    expect(claims(await pdf())).toBe(false);
  });

  test('the message can be turned off', async () => {
    const { pdf, messages } = await printed(
      '---\nhtml: trusted\ncheck: {pdf-access: off}\n---\n\n## A\n\n<table><tr><td>a</td><td>b</td></tr></table>\n',
    );
    expect(messages).toEqual([]);
    expect(claims(await pdf())).toBe(false);
  });
});

const PARTS = `---
title: Parts
author: [Ada, Bob]
date: 2026-11-23
subtitle: Below
footer: "Foot of [all](https://example.org)"
---

## First {background=#234}

Text with :abbr[HTML]{title="HyperText Markup Language"}, :span[bonjour]{lang=fr}, $a^2$ and a note[^1], and more[^2].

$$
\\frac{a}{b}
$$

[^1]: The note.
[^2]: Another *note*.

## Terms

Term
: Definition one
: Definition two

One
Two
: Of both

## Drawing

<svg viewBox="0 0 10 10" width="100"><title>A circle</title><circle r="5" cx="5" cy="5"/></svg>

<ul><ul><li>deep</li></ul></ul>

:::notes
A term
: in notes
:::
`;

describe.each(OUTPUTS)('in the %s', (output) => {
  test('each part says what it is', async () => {
    const { pdf, messages } = await printed(PARTS, [output]);
    const file = await pdf(output);
    expect(messages).toEqual([]);
    expect(accessFaults(file)).toEqual([]);
    const structure = file.structure();
    expect(all(structure, 'Formula').map(({ entries }) => entries['Alt'])).toEqual(['a^2', '\\frac{a}{b}']);
    expect(all(structure, 'Reference').map(kinds)).toEqual([['Link'], ['Link']]);
    expect(all(structure, 'Note').map(({ children }) => children[0]?.type)).toEqual(['Lbl', 'Lbl']);
    expect(all(structure, 'Span').flatMap(({ entries }) => entries['E'] ?? [])).toEqual(['HyperText Markup Language']);
    expect(all(structure, 'Span').flatMap(({ entries }) => entries['Lang'] ?? [])).toEqual(['fr']);
    expect(all(structure, 'Figure').map(({ entries }) => entries['Alt'])).toEqual(['A circle']);
    const items = all(structure, 'LI').map(kinds);
    expect(items.slice(0, 2)).toEqual([
      ['Lbl', 'LBody'],
      ['Lbl', 'LBody'],
    ]);
  });

  test('what no reader has to hear is an artifact', async () => {
    const { pdf } = await printed(PARTS, [output]);
    const file = await pdf(output);
    const pages = file.contents();
    const footers = pages.join('\n').match(/\/Artifact <<\/Type \/Pagination \/Subtype \/Footer >>BDC/g) ?? [];
    expect(footers.length).toBeGreaterThanOrEqual(3);
    // Backgrounds are drawn before any text.
    for (const page of pages) expect(page).not.toMatch(/MCID \d+ >>BDC\n[\d. ]+ re\nf\n[^B]*EMC/);
    expect(all(file.structure(), 'Link').length).toBeGreaterThan(3);
  });
});

test('links that lead nowhere have a text as well', async () => {
  const { pdf } = await printed('## A\n\n[top](#) and [web](https://example.org)\n');
  expect(accessFaults(await pdf())).toEqual([]);
});

test('tasks say whether they are done', async () => {
  const { pdf } = await printed('## A\n\n- [x] done\n- [ ] to do\n');
  const file = await pdf();
  expect(all(file.structure(), 'Figure').map(({ entries }) => entries['Alt'])).toEqual(['☑', '☐']);
  expect(accessFaults(file)).toEqual([]);
});

test('text on a cover is in paragraphs', async () => {
  const { pdf } = await printed('---\ntitle: A\nsubtitle: B\nauthor: C\ndate: 2026-01-02\n---\n\n## D\n\ntext\n');
  const loose = (structure: Structure, inside: boolean): number => {
    const holds =
      inside || !['Document', 'NonStruct', 'Div', 'Art', 'Sect', 'BlockQuote', 'Note'].includes(structure.type);
    const own = structure.content > 0 && !holds ? 1 : 0;
    return own + structure.children.reduce((sum, child) => sum + loose(child, holds), 0);
  };
  expect(loose((await pdf()).structure(), false)).toBe(0);
});
