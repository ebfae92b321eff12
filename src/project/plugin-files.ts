import path from 'node:path';
import { isFile } from '../files/plain-file.ts';
import { STYLE_FILES } from '../model/media-types.ts';

const TICK = '`';
const NAMED = new RegExp(
  String.raw`(?<![\w@.-])(?:[\w@.-]{1,80}/){0,4}[\w@.-]{1,80}\.(?:css|${STYLE_FILES.join('|')})(?![\w./-])`,
  'g',
);

/**
 * Puts files that a plugin's script loads from beside itself, such as `path + 'img/sponge.png'`, into the script: there is
 * no folder beside a deck.
 *
 * @param folder - where the script lies.
 * @param code - a script without zero bytes.
 * @param address - makes the `data:` address of a file.
 */
export async function withFilesInside(
  code: string,
  folder: string,
  address: (file: string) => Promise<string>,
): Promise<string> {
  const found: string[] = [];
  let marked = code;
  for (const name of namedFiles(code, folder)) {
    const before = marked;
    // Megabytes of Base64 are not searched for the next name.
    marked = marked.replace(namedIn(name), (_, quote: string | undefined) => `${quote ?? ''}\0${found.length}\0`);
    if (marked !== before) found.push(path.join(folder, name));
  }
  const addresses = await Promise.all(found.map(address));
  return marked.replaceAll(/\0(\d+)\0/g, (_, index: string) => addresses[Number(index)] ?? '');
}

/** Lists files of a folder that a script names: style sheets, fonts and images; the longest names first, as one may be the end of another. */
function namedFiles(code: string, folder: string): string[] {
  const names = new Set(Array.from(code.matchAll(NAMED), ([name]) => name.replace(/^\.\//, '')));
  return [...names]
    .filter((name) => !name.split('/').includes('..') && isFile(path.join(folder, name)))
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Matches a file's name at the start of a string, or of what follows a variable in one, together with that variable. */
function namedIn(name: string): RegExp {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const variable = String.raw`[\p{L}_$][\p{L}\p{N}_$.]*`;
  return new RegExp(
    String.raw`(?:(?:(?<![\p{L}\p{N}_$.])${variable}\s*\+\s*)?(["'])|(?<=${TICK})|\$\{${variable}\})(?:\./)?${plain}(?![\p{L}\p{N}_./-])`,
    'gu',
  );
}
