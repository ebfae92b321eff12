/** Where a piece begins that is cut off a long one: with a paragraph, or with an item that is not the first. */
type Finer = 'paragraph' | 'item';

const ITEM = /^(?:[-*+]|(\d{1,9})[.)])[ \t]+(?=\S)/;
/** Text that a table, a term or a mark of another block never begins with. */
const PLAIN = /^[\p{L}\p{N}"'“(]/u;
/** May open something that ends with its item, in another place than with its piece. */
const OPENS = /`{3}|~{3}|\${2}|:{3}|</;
/** Terms and what they mean are one list, however many blank lines there are. */
const DEFINES = /^[ \t>*+\d.)-]*:(?:\s|$)/;

interface FinerCuts {
  /** Returns the block that begins with a line in the first column outside of fences, directives, formulas and HTML. */
  at: (line: string, afterBlank: boolean) => Finer | undefined;
  /** Forgets what is above: `whole` where nothing of it goes on. */
  reset: (whole: boolean) => void;
}

/**
 * Reads one line after the other; says which certainly begin a paragraph or an item, whatever is above. Numbers other
 * than 1 begin an item behind a blank line, or behind another item.
 */
export function finerCuts(isBreak: (line: string) => boolean): FinerCuts {
  /** Columns of the item above, which belongs to a list for certain; 0 for none. */
  let inItem = 0;
  let isNumbered = false;
  let defines = false;
  return {
    at(line, afterBlank) {
      const [marker = '', number] = ITEM.exec(line) ?? [];
      const isItem =
        marker !== '' && !isBreak(line) && (number === undefined || afterBlank || number === '1' || isNumbered);
      const isSecond = isItem && inItem > 0;
      const isInside = line.trim() === '' || indentOf(line) >= inItem;
      inItem = OPENS.test(line) ? 0 : isItem ? marker.trimEnd().length + 1 : isInside ? inItem : 0;
      isNumbered = isItem ? number !== undefined : isNumbered && inItem > 0;
      defines ||= DEFINES.test(line);
      if (defines) return undefined;
      if (isSecond) return 'item';
      return afterBlank && PLAIN.test(line) && marker === '' ? 'paragraph' : undefined;
    },
    reset(whole) {
      inItem = 0;
      isNumbered = false;
      if (whole) defines = false;
    },
  };
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}
