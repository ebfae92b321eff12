import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');

test('docs/architecture.md has a line for each source file, and for no other', () => {
  const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const described = [...page.matchAll(/^- `(src\/[^`]+|scripts\/[^`]+|themes\/[^`]+\.css)`/gm)].map(([, file]) => file);
  const files = globSync(['src/**/*.{ts,json}', 'scripts/*.ts', 'themes/**/*.css'], { cwd: root });
  expect(described.toSorted()).toEqual(files.map((file) => file.replaceAll(path.sep, '/')).toSorted());
});
