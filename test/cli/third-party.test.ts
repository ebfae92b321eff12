import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown, type RolldownOptions } from 'rolldown';
import { expect, test } from 'vitest';
import configs from '../../rolldown.config.ts';
import { notices } from '../../scripts/third-party.ts';
import { root } from '../support/browser.ts';

/** Modules of the published package, without writing it. */
async function bundledModules(options: RolldownOptions): Promise<string[]> {
  const bundle = await rolldown({ ...options, cwd: root });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  return output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
}

test('every package that is bundled is in the notices, with the text of its licence', async () => {
  const modules = (await Promise.all(configs.map(bundledModules))).flat();
  const text = notices(modules, ['mermaid']);
  const parts = new Map(text.split(`\n\n${'-'.repeat(80)}\n\n`).map((part) => [part.split('\n', 1)[0] ?? '', part]));
  const names = modules.flatMap((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []);
  const lacking = [...new Set(names)].filter(
    (name) => ![...parts.keys()].some((title) => title.startsWith(`${name} `)),
  );
  expect(lacking).toEqual([]);
  expect(new Set(names).size).toBeGreaterThan(80);
  for (const name of [
    'mermaid ',
    'dompurify ',
    'd3 ',
    'Graphviz',
    'Expat',
    'puppeteer-core ',
    'RxJS',
    'Mitt',
    'mediabunny ',
  ]) {
    expect([...parts.keys()].filter((title) => title.startsWith(name))).not.toEqual([]);
  }
  // A text that is the same for several packages stands with the first of them.
  const whole = (title: string): boolean => (parts.get(title)?.length ?? 0) >= 400;
  const short = [...parts.keys()].slice(1).filter((title) => {
    const [, first] = /^The text of the licence is that of (.*), above\.$/m.exec(parts.get(title) ?? '') ?? [];
    return !whole(first ?? title);
  });
  expect(short).toEqual([]);
});

test('the notices are published', () => {
  const { files } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { files: string[] };
  expect(files).toContain('THIRD-PARTY-NOTICES.txt');
  expect(existsSync(path.join(root, 'LICENSE'))).toBe(true);
});
