import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { get, expectServing } from '../support/talk-client.ts';
import { giveTalk, waitFor } from '../support/talk.ts';

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="red"/></svg>';
const FILES: Record<string, string> = {
  'talk.md':
    '---\ntheme: ./mine\nstyle: more.css\n---\n\n## One\n\nfirst\n\n![A](img/a.svg)\n\n```js {file=code.js}\n```\n\n::include{file=part.md}\n',
  'part.md': '## Part\n\npart\n',
  'code.js': 'let a;\n',
  'more.css': '.more { color: red; }\n',
  'mine/theme.css': '.slide { color: blue; }\n',
  'img/a.svg': PICTURE,
};

type Harm = (file: string, name: string) => void;

const HARM: Record<string, Harm> = {
  'is removed': (file) => unlinkSync(file),
  'is emptied': (file) => writeFileSync(file, ''),
  'is noise': (file) =>
    writeFileSync(file, Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))),
  'is a folder': (file) => {
    unlinkSync(file);
    mkdirSync(file);
  },
  'is a link to itself': (file) => {
    unlinkSync(file);
    symlinkSync(path.basename(file), file);
  },
  'is a pipe': (file) => {
    unlinkSync(file);
    execFileSync('mkfifo', [file]);
  },
  'is a device': (file) => {
    unlinkSync(file);
    symlinkSync('/dev/zero', file);
  },
  'may not be read': (file) => chmodSync(file, 0),
  'is huge': (file) => writeFileSync(file, 'x '.repeat(6_000_000)),
};

test.each(Object.keys(FILES))('a talk survives whatever becomes of %s', async (name) => {
  const talk = await giveTalk(FILES);
  const file = path.join(talk.folder, name);
  const page = async (): Promise<string> => (await get(talk.address, '/')).body;
  for (const [what, harm] of Object.entries(HARM)) {
    const before = talk.news.length;
    harm(file, name);
    await waitFor(() => talk.news.length > before, `news: ${name} ${what}`, 30_000);
    await talk.settled();
    await expectServing(talk);
    rmSync(file, { recursive: true, force: true });
    writeFileSync(file, FILES[name] ?? '');
    const mark = `after ${what}`;
    const other = path.join(talk.folder, name === 'part.md' ? 'talk.md' : 'part.md');
    writeFileSync(`${other}~`, `${FILES[path.basename(other)]}\n## ${mark}\n`);
    renameSync(`${other}~`, other);
    await waitFor(async () => (await page()).includes(mark) && talk.news.at(-1)?.faults.length === 0, mark, 30_000);
  }
  expect(await page()).toContain('first');
});

test('a page that is loaded anew shows what was saved last, faults or not', async () => {
  const talk = await giveTalk({ 'talk.md': '## One\n\nfirst\n' });
  await talk.save('talk.md', '---\nsize: "4:3"\n---\n\n## One\n\nsecond\n\n![A](gone.svg)\n');
  expect(talk.news.at(-1)?.faults.join()).toContain('no such file');
  expect((await get(talk.address, '/')).body).toContain('second');
});
