import path from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { iconSets } from '../../src/files/icon-sets.ts';
import { project } from '../support/cli.ts';

test.each([
  '<script>alert(1)</script>',
  '<path d="M0 0" onload="alert(1)"/>',
  "<path d='M0 0' onload='alert(1)'/>",
  '<path/onload=alert(1)>',
  '<foreignObject><iframe src="https://example.org"></iframe></foreignObject>',
  '<image href="https://example.org/a.png"/>',
  '<use href="https://example.org/a.svg#b"/>',
  '<path style="background:url(https://example.org)"/>',
  '<path fill="url(https://example.org/a.svg#b)"/>',
  '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
  '</svg><script>alert(1)</script><svg>',
  '<scr<script></script>ipt>alert(1)</script>',
  '<!-- --><path d="M0 0"/>',
  '<path d="M0 0"',
])('an icon of the project that has more than shapes is not shown: %s', async (body) => {
  const icons = { prefix: 'evil', icons: { bad: { body }, good: { body: '<g><path fill="url(#a)" d="M0 0"/></g>' } } };
  const cwd = project({
    'package.json': '{}',
    'node_modules/@iconify-json/evil/icons.json': JSON.stringify(icons),
    'node_modules/@iconify-json/evil/package.json': '{"name": "@iconify-json/evil"}',
  });
  const file = new VFile({ path: path.join(cwd, 'talk.md'), value: '## A\n\n:icon[evil:bad] :icon[evil:good]\n' });
  const { rawMarkup } = await compile(file, { icons: iconSets(cwd) });
  expect(file.messages.map(String)).toEqual([expect.stringContaining('Unknown icon “evil:bad”')]);
  expect([...rawMarkup.values()].map(({ markup }) => markup)).toEqual([
    expect.stringContaining('<path fill="url(#a)"'),
  ]);
});
