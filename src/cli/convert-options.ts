import { flag, text, type Option } from '../model/option.ts';

/** Options of `lectern convert` alone. */

export const convertedFile: Option<string> = text({
  name: 'out',
  short: 'o',
  value: 'FILE',
  help: 'the deck to write; `-` prints it',
  default: 'next to the deck, as in `talk-lectern.md`',
  callsOnly: true,
});

export const force: Option<boolean> = flag({ name: 'force', help: 'replace the file if it exists', callsOnly: true });

export const comparison: Option<boolean> = flag({
  name: 'check',
  help: 'write a page that shows each slide before and after, next to the new deck',
  callsOnly: true,
});

export const CONVERT_OPTIONS: readonly Option[] = [convertedFile, force, comparison];
