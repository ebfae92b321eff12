import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Draft } from '../draft/draft.ts';
import { readArticle } from '../draft/read/read-article.ts';
import { readPlainFile } from '../files/plain-file.ts';
import { writeFiles } from '../files/write-files.ts';
import { LecternError } from '../model/errors.ts';

export interface DraftTalkOptions {
  /** Path of the article, relative to `cwd`. */
  article?: string | undefined;
  /** The article itself, if it is not a file. */
  bytes?: Uint8Array | undefined;
  /** Where to write the deck, relative to `cwd`. @default the article's name with `.md`, beside it */
  out?: string | undefined;
  cwd: string;
  /** Replace a file that exists. @default false */
  force?: boolean | undefined;
  title?: string | undefined;
  author?: string | undefined;
  /** The name of a theme. */
  theme?: string | undefined;
  /** Tag of the article's language. @default what its words tell */
  lang?: string | undefined;
  /** Writes words for the slots of the plan, which it gets as JSON. @default the draft's own words */
  write?: ((plan: string) => Promise<string>) | undefined;
  /** Seconds that the talk shall take. @default as long as all notes take to say */
  duration?: number | undefined;
}

export interface DraftedTalk extends Draft {
  /** Path of the deck; `undefined` where it was not written. */
  file: string | undefined;
}

/** Larger articles are books. */
const LARGEST_ARTICLE = 32_000_000;

/**
 * Drafts a talk from an article: a deck to edit. An article that is not a file is drafted, but not written, unless
 * `out` says where.
 *
 * @throws LecternError `USAGE` where the deck exists, `INPUT_MISSING`, `INPUT_UNREADABLE`, `OUTPUT_UNWRITABLE`
 */
export async function draftTalk(options: DraftTalkOptions): Promise<DraftedTalk> {
  const { article, cwd, force = false } = options;
  const file = deckFile(options);
  if (file !== undefined && !force && existsSync(path.resolve(cwd, file))) {
    throw new LecternError('USAGE', `${file} exists`, {
      advice: 'Name another file with --out, or replace it with --force.',
    });
  }
  const bytes = options.bytes ?? (await readBytes(article ?? '', cwd));
  const name = article === undefined ? 'talk' : path.parse(article).name;
  const source = await readArticle(bytes, article);
  const { draftArticle } = await import('../draft/draft.ts');
  const draft = await draftArticle(source, { ...options, name });
  if (draft.plan.article.sentences.length === 0) {
    throw new LecternError('INPUT_UNREADABLE', `${article ?? 'the article'}: the file has no text`, {
      advice: 'Name a text, Markdown, HTML or .docx file with sentences.',
    });
  }
  if (file !== undefined)
    await writeFiles([{ path: path.resolve(cwd, file), bytes: draft.deck }], 'Choose another place with --out.');
  return { ...draft, file };
}

/** A deck never takes the place of its article. */
function deckFile({ article, out }: DraftTalkOptions): string | undefined {
  if (out !== undefined) return out === '-' ? undefined : out;
  if (article === undefined) return undefined;
  const { dir, name, ext } = path.parse(article);
  return path.join(dir, /^\.(?:md|markdown)$/i.test(ext) ? `${name}-talk.md` : `${name}.md`);
}

async function readBytes(article: string, cwd: string): Promise<Uint8Array> {
  try {
    return await readPlainFile(path.resolve(cwd, article), { most: LARGEST_ARTICLE });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new LecternError('INPUT_MISSING', `${article}: no such file`, {
        advice: 'Check the name of the article.',
        cause,
      });
    }
    if (code === 'EISDIR') {
      throw new LecternError('INPUT_IS_DIRECTORY', `${article}: this is a folder, expected an article`, {
        advice: 'Name the file inside it.',
        cause,
      });
    }
    const what =
      code === 'EFBIG' ? `the file is larger than ${LARGEST_ARTICLE / 1e6} MB` : `the file cannot be read (${code})`;
    throw new LecternError('INPUT_UNREADABLE', `${article}: ${what}`, {
      advice: 'Name a text, Markdown, HTML or .docx file.',
      cause,
    });
  }
}
