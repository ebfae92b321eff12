import { existsSync } from 'node:fs';
import path from 'node:path';
import { titleOf, translateDeck, type Translation } from '../dialects/read-dialect.ts';
import { createDeckFiles } from '../files/deck-files.ts';
import { readDeck } from '../files/read-deck.ts';
import { writeFiles } from '../files/write-files.ts';
import { sourceOf } from '../markdown/source.ts';
import type { Fate } from '../model/dialect.ts';
import { LecternError } from '../model/errors.ts';
import { isUnreadable } from '../model/messages.ts';
import { deckDoor, projectRootOf } from '../pipeline/deck-door.ts';
import { loadProject, type ProjectChoice } from '../project/load-project.ts';
import { overProject } from '../project/load-project.ts';

export interface ConvertOptions extends ProjectChoice {
  /** Path of the deck, relative to `cwd`. */
  deck: string;
  /** Where to write the deck, relative to `cwd`; `-` writes nothing. @default beside it, as in `talk-lectern.md` */
  out?: string | undefined;
  /** The dialect of a deck without a `dialect`. @default found by its syntax */
  dialect?: string | undefined;
  /** Replace a file that exists. @default false */
  force?: boolean | undefined;
  untrusted?: boolean | undefined;
  cwd?: string | undefined;
}

/** A construct of the deck, and what became of it. */
interface ConvertedPart {
  fate: Fate;
  what: string;
  advice: string;
  /** Counted from 1. */
  line: number;
  column: number;
}

export interface ConvertedDeck {
  /** Path of the deck that was read. */
  deck: string;
  /** Path of the deck that was written; `undefined` where none was. */
  file: string | undefined;
  /** The tool that the deck is written for; `undefined` for a deck of Lectern. */
  tool: string | undefined;
  /** The deck before and after. */
  before: string;
  after: string;
  parts: ConvertedPart[];
  /** Returns the offset in `before` of an offset in `after`. */
  toOriginal: (offset: number) => number;
}

/**
 * Writes the deck of another tool in Lectern's language. A deck of Lectern stays as it is, to the byte.
 *
 * @throws LecternError `USAGE` where the deck exists, `INPUT_MISSING`, `INPUT_UNREADABLE`, `OUTPUT_UNWRITABLE`
 */
export async function convertDeck(options: ConvertOptions): Promise<ConvertedDeck> {
  const { deck, cwd = process.cwd(), out, force = false, config } = options;
  const project = await loadProject({ config, cwd, untrusted: options.untrusted });
  const { untrusted, dialect } = overProject(
    { untrusted: options.untrusted, dialect: options.dialect, rules: undefined },
    project,
  );
  const read = await readDeck(deck, cwd, { untrusted });
  const bytes = read.value;
  const before = sourceOf(read);
  if (isUnreadable(read)) {
    throw new LecternError('INPUT_UNREADABLE', `${deck} cannot be read`, { advice: 'lectern check says why.' });
  }
  read.data.files = createDeckFiles(path.resolve(cwd, read.path), {
    door: deckDoor(read, { untrusted }),
    cwd,
    located: undefined,
    web: { projectRoot: projectRootOf(read), fetch: undefined, opened: new Map() },
  });
  const made = await translateDeck(read, before, { dialect, dialects: project.plugins.dialects });
  const file = targetOf({ deck, out }, made !== undefined);
  if (file !== undefined && !force && existsSync(path.resolve(cwd, file))) {
    throw new LecternError('USAGE', `${file} exists`, {
      advice: 'Name another file with --out, or replace it with --force.',
    });
  }
  if (file !== undefined) {
    const written = made ? made.text : bytes;
    await writeFiles([{ path: path.resolve(cwd, file), bytes: written }], 'Choose another place with --out.');
  }
  return {
    deck,
    file,
    tool: made && titleOf(made.dialect),
    before,
    after: made?.text ?? before,
    parts: made ? partsOf(made, before) : [],
    toOriginal: made?.toOriginal ?? ((offset) => offset),
  };
}

/** A deck of Lectern is written only where the call says so. */
function targetOf({ deck, out }: Pick<ConvertOptions, 'deck' | 'out'>, isForeign: boolean): string | undefined {
  if (out !== undefined) return out === '-' ? undefined : out;
  const { dir, name } = path.parse(deck);
  return isForeign ? path.join(dir, `${name}-lectern.md`) : undefined;
}

function partsOf({ entries }: Translation, text: string): ConvertedPart[] {
  return entries.map(({ fate, what, advice, start }) => {
    const lines = text.slice(0, start).split('\n');
    return { fate, what, advice, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  });
}
