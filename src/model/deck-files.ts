import type { VFile } from 'vfile';
import type { ImageAsset } from './deck.ts';
import type { RuleId } from './rule-ids.ts';

/** A file that a slide shows, with its size in px where it is an image. */
export interface LoadedAsset extends ImageAsset {
  width?: number;
  height?: number;
  /**
   * The size of an image without one: all the width there is, in its proportions, or the size that browsers give it.
   */
  elastic?: 'width' | 'default';
}

/** Why a file cannot be used, as the end of a message, and the rule that says so. */
export interface AssetProblem {
  problem: string;
  ruleId: RuleId;
}

/** Says what an audience may read of a problem: advice, and paths on the author's computer, are in the message only. */
export function inShort(problem: string): string {
  return problem.split(/[,;(]/, 1)[0]?.trim() ?? problem;
}

/** The files that one source file of a deck can name: addresses are relative to that file. */
export interface DeckFiles {
  /** The same for every address that leads to the source file. */
  key: string;
  /** Loads a file by the address written in the deck. */
  load: (src: string) => Promise<LoadedAsset | AssetProblem>;
  /** Reads a file of any kind. */
  bytes: (src: string) => Promise<Uint8Array | AssetProblem>;
  /** Reads a text file, which has files of its own then: what it names is relative to its own folder. */
  text: (src: string) => Promise<VFile | AssetProblem>;
}

declare module 'vfile' {
  interface DataMap {
    files: DeckFiles;
  }
}

/** Returns the files that a source file of a deck can name. */
export function filesOf({ data }: VFile): DeckFiles {
  return data.files ?? NO_FILES;
}

/** Files of a deck that has none. */
export const NO_FILES: DeckFiles = {
  key: '',
  load: async () => ({ problem: 'no files can be read here', ruleId: 'file-missing' }),
  bytes: async () => ({ problem: 'no files can be read here', ruleId: 'file-missing' }),
  text: async () => ({ problem: 'no files can be read here', ruleId: 'file-missing' }),
};
