import { existsSync } from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import { expect, test } from 'vitest';
import { project } from '../support/cli.ts';

/** What Lectern works with, as a program that uses Lectern may as well. Loading Vega-Lite would change sets for everybody. */
const LIBRARIES = [
  'katex',
  'lowlight',
  'mdast-util-from-markdown',
  'micromark-core-commonmark',
  'micromark-util-edit-map',
  'puppeteer',
  'remark-parse',
  'remark-rehype',
  'reveal.js',
  'sharp',
  'unified',
  'vega',
  'vega-interpreter',
  'vfile',
  'yaml',
];

const DECK = `---
title: Everything
lang: de
---

# Everything :tada:

## Words

- Eins **fett** und \`code\`[^1]
  - zwei
    > drei
    vier

[^1]: Eine Fußnote, $e^x$ und $\\ce{2H2 + O2}$.

## Drawings

\`\`\`mermaid
flowchart LR
  A --> B
\`\`\`

\`\`\`dot
digraph { a -> b }
\`\`\`

\`\`\`csv chart=bar
name,value
a,1
b,2
\`\`\`

\`\`\`vega-lite
{"data": {"values": [{"a": 1, "b": 2}]}, "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}}}
\`\`\`

## More

| a | b |
| - | - |
| 1 | 2 |

\`\`\`js
const a = 1;
\`\`\`

<div style="color: red">HTML</div>
`;

/** Every value that a change could be hidden in: of objects and functions, of their prototypes, and what stands in those. */
async function host(): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  const add = (name: string, holder: object, depth: number): void => {
    for (const [key, { value, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
      const at = `${name}.${key}`;
      found.set(at, value ?? get ?? set);
      const isHolder = typeof value === 'function' || (typeof value === 'object' && value !== null);
      if (isHolder && depth > 0 && !ArrayBuffer.isView(value)) add(at, value, depth - 1);
    }
  };
  const own = Object.getOwnPropertyNames(globalThis).filter((name) =>
    /^[A-Z]|^(?:fetch|setTimeout|queueMicrotask)$/.test(name),
  );
  for (const name of own) {
    const value: unknown = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
    found.set(name, value);
    if (typeof value === 'function' || (typeof value === 'object' && value !== null)) add(name, value, 1);
  }
  for (const name of LIBRARIES) add(name, (await import(name)) as object, 2);
  for (const event of ['SIGINT', 'SIGTERM', 'uncaughtException', 'unhandledRejection', 'warning'])
    found.set(`listeners of ${event}`, process.listenerCount(event));
  found.set('environment', JSON.stringify(process.env));
  found.set('folder', process.cwd());
  found.set('exit code', process.exitCode);
  found.set('flags of V8', v8.cachedDataVersionTag());
  return found;
}

test('a program that builds decks is as it was before', async () => {
  const cwd = project({ 'a.md': DECK });
  const before = await host();
  expect(before.get('micromark-util-edit-map.EditMap.prototype')).toBeDefined();
  const { build, check } = await import('../../src/index.ts');
  const report = await build({ decks: ['a.md'], cwd });
  expect(report).toMatchObject({ ok: true });
  await check({ decks: ['a.md'], cwd });
  expect(existsSync(path.join(cwd, 'dist', 'a.pdf'))).toBe(true);
  const after = await host();
  const names = [...new Set([...before.keys(), ...after.keys()])];
  expect(names.filter((name) => !Object.is(before.get(name), after.get(name)))).toEqual([]);
});
