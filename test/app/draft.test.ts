import { expect, test } from 'vitest';
import { draftTalk } from '../../src/app/draft.ts';
import { project } from '../support/cli.ts';

test.each([
  ['a missing file', 'none.txt', 'none.txt: no such file'],
  ['a folder', 'folder', 'folder: this is a folder, expected an article'],
  ['bytes that are no text', 'bytes.txt', 'bytes.txt: the file is not UTF-8 text'],
  ['a broken document', 'broken.docx', 'broken.docx: the document cannot be read'],
  ['a text without words', 'empty.txt', 'empty.txt: the file has no text'],
])('tells of %s', async (_, article, message) => {
  const cwd = project({
    'folder/a.txt': '',
    'bytes.txt': new Uint8Array([0xff, 0xfe, 0x00, 0x80]),
    'broken.docx': new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]),
    'empty.txt': '\n\n',
  });
  await expect(draftTalk({ article, cwd })).rejects.toThrow(message);
});
