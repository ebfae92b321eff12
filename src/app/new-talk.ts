import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readPlainFile, readPlainText } from '../files/plain-file.ts';
import { writeFiles, type OutputFile } from '../files/write-files.ts';
import { LecternError } from '../model/errors.ts';
import { starterFile, type StarterName } from './starters.ts';

export interface NewTalkOptions {
  /** Where to make it, relative to `cwd`; its last name is that of the deck. */
  folder: string;
  cwd: string;
  starter: StarterName;
  /** Date for the front matter, as `YYYY-MM-DD`. */
  date: string;
  title?: string | undefined;
  author?: string | undefined;
  /** The name of a built-in theme; @default the starter's */
  theme?: string | undefined;
}

export interface NewTalk {
  /** Absolute path. */
  folder: string;
  /** Names in the folder; the deck is the first. */
  files: string[];
}

const CONFIG = '{\n  "to": ["html", "pdf", "handout"]\n}\n';
const IGNORED = 'dist/\nnode_modules/\n';

/**
 * Makes a folder with a talk to begin with: a deck, the images and references that it shows, a config and what Git ignores.
 *
 * @throws LecternError `USAGE` where the folder has something in it, `OUTPUT_UNWRITABLE`
 */
export async function newTalk(options: NewTalkOptions): Promise<NewTalk> {
  const folder = path.resolve(options.cwd, options.folder);
  await refuseFilled(folder, options.folder);
  const source = starterFile(options.starter);
  const text = await readPlainText(source);
  const deck = `${path.basename(folder).replaceAll(/[^\p{L}\p{N}._-]+/gu, '-') || 'talk'}.md`;
  const files: OutputFile[] = [
    { path: path.join(folder, deck), bytes: await ownDeck(text, options) },
    ...(await Promise.all(
      filesOf(text).map(async (name) => ({
        path: path.join(folder, name),
        bytes: await readPlainFile(path.join(path.dirname(source), name)),
      })),
    )),
    { path: path.join(folder, 'lectern.json'), bytes: CONFIG },
    { path: path.join(folder, '.gitignore'), bytes: IGNORED },
  ];
  await writeFiles(files, 'Choose another folder, as in: lectern new ../my-talk');
  return { folder, files: files.map((file) => path.relative(folder, file.path)) };
}

async function refuseFilled(folder: string, name: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : undefined,
  );
  if (there?.every((entry) => entry === '.git')) return;
  throw new LecternError('USAGE', `${name} is ${there ? 'not empty' : 'no folder'}`, {
    advice: 'Choose another name; existing files are never overwritten.',
  });
}

/** Finds the images and references that a deck names. */
function filesOf(text: string): string[] {
  const pictures = [...text.matchAll(/\bimages\/[\w./-]+\.\w+/g)].map(([name]) => name);
  const references = [...text.matchAll(/^bibliography: *(\S+)$/gm)].map(([, name = '']) => name);
  return [...new Set([...pictures, ...references])].toSorted();
}

/** The deck with front matter of its author: what says something of the starter's own subject goes. */
async function ownDeck(text: string, { title, author, theme, date }: NewTalkOptions): Promise<string> {
  const { parseDocument } = await import('yaml');
  const [, front = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  // Comments at its head are for people who copy the starter by hand.
  const settings = parseDocument(front.replace(/^(?:#.*\n)+/, ''));
  const own = { title, author, theme, date };
  if (title !== undefined) for (const key of ['subtitle', 'description', 'keywords', 'event']) settings.delete(key);
  if (author !== undefined) settings.delete('institution');
  for (const [key, value] of Object.entries(own)) if (value !== undefined) settings.set(key, value);
  return `---\n${settings.toString({ lineWidth: 0 })}---\n${body}`;
}
