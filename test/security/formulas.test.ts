import { expect, test } from 'vitest';
import { isQuickFormula } from '../../src/diagrams/limits.ts';
import { setFormula } from '../../src/diagrams/formula.ts';
import { compileText } from '../support/compile.ts';

const formula = (source: string, options: Record<string, string> = {}) =>
  setFormula({ kind: 'formula', source, options });

test.each([
  String.raw`\href{https://example.org}{x}`,
  String.raw`\href{javascript:alert(1)}{x}`,
  String.raw`\href{#id}{x}`,
  String.raw`\url{https://example.org}`,
  String.raw`\includegraphics{https://example.org/a.png}`,
  String.raw`\htmlData{src=x}{y}`,
])('a formula leads nowhere and loads nothing: %s', async (source) => {
  const drawn = await formula(source);
  expect('markup' in drawn ? drawn.markup : '').not.toMatch(/ href=|<img|data-/);
});

test('a command that leads out of a formula is a message at its place', async () => {
  expect(await formula(String.raw`a + \href{https://example.org}{x}`)).toEqual({
    problem: String.raw`“\href” is not allowed in formulas; write the link as Markdown`,
    offset: 4,
  });
});

test('a macro of the front matter leads nowhere', async () => {
  const macros = JSON.stringify({ go: String.raw`\href{https://example.org}{x}` });
  const drawn = await formula(String.raw`\go`, { macros });
  expect('markup' in drawn ? drawn.markup : '').not.toContain(' href=');
});

test('the name of a label cannot end the address it becomes', async () => {
  const source = '## A\n\n:::theorem{#a&quot;onclick=x}\nb\n:::\n\n$\\ref{a&quot;onclick=x}$';
  const { deck } = await compileText(source);
  const links = JSON.stringify({ 'a"b': { text: '1', id: 'a" onclick="x' } });
  const drawn = await formula(String.raw`\ref{a"b}`, { links });
  expect('markup' in drawn ? drawn.markup : '').toContain('href="#a%22%20onclick=%22x"');
  expect(deck.slides).toHaveLength(1);
});

test('macros that grow without end are set where they have limits', () => {
  const quick = (source: string, macros: Record<string, string>) =>
    isQuickFormula({ kind: 'formula', source, options: { macros: JSON.stringify(macros) } });
  expect(quick(String.raw`x \in \R`, { R: String.raw`\mathbb{R}` })).toBe(true);
  expect(quick(String.raw`\norm{\R}`, { R: String.raw`\mathbb{R}`, norm: String.raw`\lVert #1 \rVert` })).toBe(true);
  expect(quick(String.raw`\a`, { a: String.raw`\b\b`, b: String.raw`\a` })).toBe(false);
  expect(quick(String.raw`\a{\a{\a{x}}}`, { a: '#1#1' })).toBe(false);
  expect(quick(String.raw`\f`, { a: 'x'.repeat(100), b: String.raw`\a`.repeat(8), f: String.raw`\b`.repeat(8) })).toBe(
    false,
  );
  expect(quick(String.raw`\a`, { a: String.raw`\gdef\b{x}` })).toBe(false);
});
