/** Writes the reference of tokens into docs/reference/tokens.md: their names and purposes, and the defaults of themes/base/tokens.css. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { declarationsOf } from '../src/theme/read-css.ts';
import { GIVEN_TOKENS, TOKENS } from '../src/theme/tokens.ts';

const root = path.join(import.meta.dirname, '..');
const page = path.join(root, 'docs', 'reference', 'tokens.md');
const [START, END] = ['<!-- tokens -->', '<!-- /tokens -->'];

/** Returns the reference as Markdown. */
export function tokenReference(): string {
  const declared = declarationsOf(readFileSync(path.join(root, 'themes', 'base', 'tokens.css'), 'utf8'));
  const defaults = new Map(declared.map(({ name, value }) => [name, value.replace(/\s+/g, ' ')]));
  const groups = TOKENS.map(({ title, tokens }) => {
    const rows = tokens.map(({ name, purpose }) => `| \`${name}\` | ${purpose} | ${shown(defaults.get(name))} |`);
    return [`## ${title}`, '', '| token | what it is for | without it |', '| --- | --- | --- |', ...rows].join('\n');
  });
  const given = GIVEN_TOKENS.map(({ name, purpose }) => `| \`${name}\` | ${purpose} |`);
  const reads = ['## What a theme reads', '', '| token | what it is |', '| --- | --- |', ...given].join('\n');
  return [...groups, reads].join('\n\n');
}

function shown(value: string | undefined): string {
  return value === undefined ? '–' : `\`${value}\``;
}

/** Returns the page with the reference in its place. */
export function withReference(text: string): string {
  const [before = '', rest = ''] = text.split(START);
  const after = rest.split(END)[1] ?? '';
  return `${before}${START}\n\n${tokenReference()}\n\n${END}${after}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(page, withReference(readFileSync(page, 'utf8')));
