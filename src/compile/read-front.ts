import type { VFile } from 'vfile';
import { readDialect, type DialectChoice } from '../dialects/read-dialect.ts';
import { readDeckMeta } from '../markdown/deck-meta.ts';
import { readFrontMatter } from '../markdown/front-matter.ts';
import { smartenTitles } from '../markdown/typography.ts';
import { sourceOf } from '../markdown/source.ts';
import type { DeckMeta } from '../model/deck.ts';
import { NO_FILES, type DeckFiles } from '../model/deck-files.ts';
import type { Dialect } from '../model/dialect.ts';
import { warn } from '../model/messages.ts';
import { failOnNesting } from './thrown.ts';

export interface FrontOptions extends DialectChoice {
  /**
   * The files that the deck can name.
   * @default every file is reported as missing
   */
  files?: DeckFiles;
  /**
   * The deck comes from somebody else: its HTML is `safe`, whatever it says.
   * @default false
   */
  untrusted?: boolean | undefined;
}

/** A deck whose front matter is read. Its file knows the files that it can name, `filesOf`. */
export interface DeckFront {
  file: VFile;
  meta: DeckMeta;
  /** Whether the deck is somebody else's, and cannot ask for trust. */
  untrusted: boolean;
  /** The dialect that it and the files it includes are written in. @default that of Lectern */
  dialect?: Dialect | undefined;
  /** The Markdown after the front matter. */
  body: string;
  /** Where `body` begins in the file. */
  bodyStart: { line: number; offset: number };
}

/** Reads the front matter of a deck. Everything that depends on it alone can start then. */
export async function readFront(file: VFile, options: FrontOptions = {}): Promise<DeckFront> {
  file.data.files = options.files ?? NO_FILES;
  const untrusted = options.untrusted ?? false;
  try {
    const text = sourceOf(file);
    const dialect = await readDialect(file, text, options);
    const front = await frontOf(dialect ? String(file.value) : text, file, untrusted);
    return dialect ? { ...front, dialect } : front;
  } catch (error) {
    failOnNesting(error, file, undefined);
    return frontOf('', file, untrusted);
  }
}

async function frontOf(source: string, file: VFile, untrusted: boolean): Promise<DeckFront> {
  const { body, bodyStart, entries } = await readFrontMatter(source, file);
  const meta = readDeckMeta(entries, file);
  if (untrusted) keepSafe(meta, file);
  await smartenTitles(meta);
  return { file, meta, untrusted, body, bodyStart };
}

/** Keeps the HTML of decks of others from running anything. */
function keepSafe(meta: DeckMeta, file: VFile): void {
  if (meta.html !== 'trusted') return;
  meta.html = 'safe';
  const reason = '“html: trusted” has no effect with --untrusted; remove the key';
  warn(file, reason, { place: meta.positions.get('html'), ruleId: 'html-untrusted' });
}
