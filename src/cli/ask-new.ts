import type { Readable, Writable } from 'node:stream';
import { STARTER_NAMES, STARTERS, type StarterName } from '../app/starters.ts';
import { builtInThemes } from '../styles/find-theme.ts';

/** The parts of a new talk; questions ask for those that the command line does not set. */
export interface NewTalkAnswers {
  folder: string;
  starter: StarterName;
  title: string | undefined;
  author: string | undefined;
  theme: string | undefined;
}

/** Answers from the command line. */
export type KnownAnswers = { [Key in keyof NewTalkAnswers]?: NewTalkAnswers[Key] | undefined };

interface Terminal {
  input: Readable;
  output: Writable;
}

/**
 * Asks on a terminal for what is not known yet.
 *
 * @returns `undefined` where the questions were cancelled.
 */
export async function askNew(known: KnownAnswers, terminal: Terminal): Promise<NewTalkAnswers | undefined> {
  const { group, select, text } = await import('@clack/prompts');
  const cancelled = new Error('cancelled');
  try {
    const { title, folder, starter, author, theme } = await group(
      {
        title: async () => known.title ?? text({ ...terminal, message: 'Title of the talk', placeholder: 'My talk' }),
        folder: async ({ results }: { results: { title?: string } }) =>
          known.folder ??
          text({ ...terminal, message: 'Folder', initialValue: folderName(results.title ?? ''), validate: nonEmpty }),
        starter: async () =>
          known.starter ??
          select<StarterName>({
            ...terminal,
            message: 'Start from',
            options: STARTER_NAMES.map((value) => ({ value, label: value, hint: STARTERS[value].about })),
          }),
        author: async () => known.author ?? text({ ...terminal, message: 'Your name, as on the title slide' }),
        theme: async () =>
          known.theme ??
          select<string>({
            ...terminal,
            message: 'Theme',
            options: ['', ...builtInThemes()].map((value) => ({ value, label: value || 'the starter’s theme' })),
          }),
      },
      {
        onCancel: () => {
          throw cancelled;
        },
      },
    );
    return { folder, starter, title: title || undefined, author: author || undefined, theme: theme || undefined };
  } catch (error) {
    if (error === cancelled) return undefined;
    throw error;
  }
}

function nonEmpty(value: string | undefined): string | undefined {
  return value?.trim() ? undefined : 'Write the name of a folder.';
}

/** Makes the name of a folder of a title. */
export function folderName(title: string): string {
  return (
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '') || 'my-talk'
  );
}
