import { createHash } from 'node:crypto';
import path from 'node:path';
import type { AssetProblem } from '../model/deck-files.ts';
import { reasonOf } from '../model/errors.ts';
import { staysBelow } from './door.ts';
import type { FetchRules } from './fetch-picture.ts';
import { readPlainFile, readPlainText } from './plain-file.ts';
import { svgSize } from './svg-size.ts';
import { writeFiles } from './write-files.ts';

/** An image of the web that lies in the project. */
interface WebPicture {
  bytes: Uint8Array;
  extension: string;
}

/** Images of the web, as far as they were fetched into a project once. */
export interface WebPictures {
  load: (address: string) => Promise<WebPicture | AssetProblem>;
}

/** Folder in the project, and the file in it that names the image of each address. */
const FOLDER = path.join('.lectern', 'web');
const LIST = 'addresses.json';
const NAME = /^([0-9a-f]{16})\.(png|jpg|gif|webp|avif|svg)$/;
/** Bytes; no project names that many addresses. */
const LONGEST_LIST = 10_000_000;

/**
 * Gives images of the web from the project's folder.
 *
 * @param rules - fetches those that are not there yet; `undefined` asks nobody.
 */
export function webPictures(projectRoot: string, rules: FetchRules | undefined): WebPictures {
  const folder = path.join(projectRoot, FOLDER);
  let list: Promise<Map<string, string>> | undefined;
  // The list is written by one at a time.
  let queue: Promise<unknown> = Promise.resolve();
  const loading = new Map<string, Promise<WebPicture | AssetProblem>>();

  async function load(address: string): Promise<WebPicture | AssetProblem> {
    list ??= readList(folder);
    const known = (await list).get(address);
    const kept = known === undefined ? undefined : await readKept(folder, known);
    if (kept) return kept;
    if (!rules) {
      const problem = 'a deck loads nothing from the web; save the file in the project, or fetch it once with --fetch';
      return { problem, ruleId: 'file-remote' };
    }
    try {
      const { fetchPicture } = await import('./fetch-picture.ts');
      const bytes = await fetchPicture(address, rules);
      const extension = kindOfPicture(bytes);
      if (!extension) return { problem: 'the address does not return an image', ruleId: 'file-remote' };
      const turn = queue.then(() => keep(address, { bytes, extension }));
      queue = turn.catch(() => {});
      await turn;
      return { bytes, extension };
    } catch (error) {
      return { problem: `the image cannot be fetched: ${reasonOf(error)}`, ruleId: 'file-remote' };
    }
  }

  async function keep(address: string, { bytes, extension }: WebPicture): Promise<void> {
    if (!staysBelow(folder, projectRoot)) throw new Error(`${FOLDER} is outside the project`);
    const name = `${hashOf(bytes)}.${extension}`;
    const addresses = (await list) ?? new Map<string, string>();
    addresses.set(address, name);
    const sorted = [...addresses].toSorted(([one], [other]) => (one < other ? -1 : 1));
    const files = [
      { path: path.join(folder, name), bytes },
      { path: path.join(folder, LIST), bytes: `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n` },
    ];
    await writeFiles(files, 'Make the folder writable, or build without --fetch.');
  }

  return {
    load(written) {
      const address = addressOf(written);
      if (address === undefined) return Promise.resolve({ problem: 'it is not a web address', ruleId: 'file-remote' });
      const known = loading.get(address) ?? load(address);
      loading.set(address, known);
      return known;
    },
  };
}

/** Normalizes an address for requests and for the list of images. */
function addressOf(written: string): string | undefined {
  const whole = written.startsWith('//') ? `https:${written}` : written;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  url.hash = '';
  return url.href;
}

async function readList(folder: string): Promise<Map<string, string>> {
  try {
    const read: unknown = JSON.parse(await readPlainText(path.join(folder, LIST), { most: LONGEST_LIST }));
    return new Map(
      Object.entries(read ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return new Map();
  }
}

/** An image of the folder; what is not what its name says is fetched again. */
async function readKept(folder: string, name: string): Promise<WebPicture | undefined> {
  const [, hash, extension] = NAME.exec(name) ?? [];
  if (hash === undefined || extension === undefined) return undefined;
  const bytes = await readPlainFile(path.join(folder, name)).catch(() => undefined);
  return bytes && hashOf(bytes) === hash && kindOfPicture(bytes) === extension ? { bytes, extension } : undefined;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** How files of a kind begin, as Latin-1. */
const BEGINNINGS: [extension: string, beginning: RegExp][] = [
  ['png', /^\x89PNG\r\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['avif', /^[^]{4}ftyp(?:avif|avis)/],
];

/** Returns the extension of an image by its first bytes; `undefined` for anything else. */
function kindOfPicture(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString('latin1');
  const found = BEGINNINGS.find(([, beginning]) => beginning.test(start))?.[0];
  if (found) return found;
  const isText = /^(?:\xef\xbb\xbf)?\s*</.test(start);
  return isText && svgSize(new TextDecoder().decode(bytes)) ? 'svg' : undefined;
}
