import { LecternError } from '../model/errors.ts';
import { readDuration } from '../model/duration.ts';
import { readLanguage } from '../model/languages.ts';
import { flag, text, type Option } from '../model/option.ts';

/** Options of `lectern draft` alone. */

export const deckFile: Option<string> = text({
  name: 'out',
  short: 'o',
  value: 'FILE',
  help: 'the deck to write; `-` prints it',
  default: 'next to the article',
  callsOnly: true,
});

export const force: Option<boolean> = flag({ name: 'force', help: 'replace the deck if it exists', callsOnly: true });

export const talkDuration: Option<number> = text({
  name: 'duration',
  value: '15m',
  help: 'the length of the talk: it decides how much is shown, and each slide gets its time',
  default: 'as long as the notes take to say',
  callsOnly: true,
  read: readLength,
});

export const explain: Option<boolean> = flag({
  name: 'explain',
  help: 'print for each slide the lines it comes from, and why it looks so',
  callsOnly: true,
});

export const articleTitle: Option<string> = text({
  name: 'title',
  value: 'TITLE',
  help: 'the title of the talk',
  default: 'the article’s',
});

export const articleAuthor: Option<string> = text({
  name: 'author',
  value: 'NAME',
  help: 'the speaker',
  default: 'the article’s',
});

export const articleLang: Option<string> = text({
  name: 'lang',
  value: 'TAG',
  help: 'the language of the article, as in `de`',
  default: 'detected',
  callsOnly: true,
  read: readLang,
});

export const writer: Option<string> = text({
  name: 'writer',
  value: 'COMMAND',
  help: 'a command of yours that [words headlines and points](draft.md#your-own-writer): it gets the plan as JSON and prints words',
  default: 'none',
  callsOnly: true,
});

/** In the order of the help. */
export const DRAFT_OPTIONS: readonly Option[] = [
  deckFile,
  force,
  talkDuration,
  explain,
  articleTitle,
  articleAuthor,
  articleLang,
  writer,
];

function readLength(given: string): number {
  const seconds = readDuration(given);
  if (seconds !== undefined) return seconds;
  throw new LecternError('USAGE', `--duration is “${given}”, expected a length`, {
    advice: 'Write it as in --duration 15m.',
  });
}

function readLang(given: string): string {
  const tag = readLanguage(given);
  if (tag !== undefined) return tag;
  throw new LecternError('USAGE', `--lang is “${given}”, expected a language tag`, {
    advice: 'Write it as in --lang de.',
  });
}
