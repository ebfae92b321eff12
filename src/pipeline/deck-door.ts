import path from 'node:path';
import type { VFile } from 'vfile';
import { createDoor, holds, isInside, type Door } from '../files/door.ts';
import { ownFolder } from '../files/package-files.ts';
import { homeFolder } from '../files/user-folders.ts';
import { warn } from '../model/messages.ts';
import type { ThemeSource } from '../theme/theme.ts';

interface DoorChoice {
  /** The decks come from somebody else. @default false */
  untrusted?: boolean | undefined;
}

/** Decides what the sources of a deck may read. */
export function deckDoor(file: VFile, { untrusted }: DoorChoice): Door {
  return createDoor({ projectRoot: projectRootOf(file), untrusted });
}

/** Returns the folder whose files a deck may use: the working folder, or the deck's own outside of it. */
export function projectRootOf(file: VFile): string {
  const folder = path.dirname(path.resolve(file.cwd, file.path));
  return folder === file.cwd || isInside(folder, file.cwd) ? file.cwd : folder;
}

/** Warns where the folder whose files a deck may read has everything that a person or a computer has. */
export function warnOfWideRoot(file: VFile): void {
  const root = projectRootOf(file);
  const isWhole = path.parse(root).root === path.resolve(root);
  const what = isWhole ? 'the whole disk' : holds(root, homeFolder()) ? 'your home folder' : undefined;
  if (what === undefined) return;
  const reason = `The deck can read ${what}, since the project is the working folder; run lectern in the folder of the deck`;
  warn(file, reason, { place: undefined, ruleId: 'project-wide' });
}

/** Decides what themes may read that the call names: the project, and the folders and packages that they lie in. */
export function themeDoor(themes: readonly ThemeSource[], projectRoot: string, choice: DoorChoice = {}): Door {
  const door = createDoor({ projectRoot, untrusted: choice.untrusted });
  for (const { file } of themes) {
    if (!isInside(file, path.resolve(projectRoot))) door.open(ownFolder(file, homeFolder()));
  }
  return door;
}
