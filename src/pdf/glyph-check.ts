import type { PdfFile } from './pdf-file.ts';

/** Finds letters that a PDF shows and cannot tell (ISO 14289-1, 7.21.7 and 7.21.8). */
export interface GlyphCheck {
  /** @param resources - source of the object that has the fonts of the content. */
  look: (content: string, resources: string) => void;
  /** Object numbers of the fonts of all content that was looked at. */
  fonts: () => Iterable<number>;
  /** Problems of the letters in all content checked so far. */
  faults: () => string[];
}

/** Creates the check that all text of a PDF can be copied and searched. */
export function glyphCheck(pdf: PdfFile): GlyphCheck {
  /** Strings that are shown, by the object numbers of their fonts. */
  const shown = new Map<number, Set<string>>();
  const stringsOf = (font: number | undefined): Set<string> | undefined => {
    if (font === undefined) return undefined;
    const known = shown.get(font) ?? new Set<string>();
    shown.set(font, known);
    return known;
  };
  return {
    look(content, resources) {
      const fonts = fontsOf(resources);
      let strings: Set<string> | undefined;
      let next = content.indexOf(FONT);
      for (let end = content.indexOf(SHOW); end !== -1; end = content.indexOf(SHOW, end + 1)) {
        while (next !== -1 && next < end) {
          const name = content.slice(content.lastIndexOf('/', next) + 1, content.lastIndexOf(' ', next - 1));
          strings = stringsOf(fonts.get(name));
          next = content.indexOf(FONT, next + 1);
        }
        strings?.add(content.slice(content.lastIndexOf('<', end) + 1, end));
      }
    },
    fonts: () => shown.keys(),
    faults() {
      let [missing, untold] = [false, false];
      for (const [font, strings] of shown) {
        const source = pdf.dictionary(font);
        const digits = source.includes('/Subtype /Type0') ? 4 : 2;
        const known = unicodeOf(pdf, source);
        for (const code of codesOf(strings, digits)) {
          if (digits === 4 && code === 0) missing = true;
          else if (!known.has(code)) untold = true;
        }
      }
      return [
        ...(missing ? ['it shows letters that no font has'] : []),
        ...(untold ? ['it shows letters whose fonts do not say what they mean'] : []),
      ];
    },
  };
}

/** Operators that choose a font, and that show a string. */
const [FONT, SHOW] = [' Tf\n', '> Tj'];

function fontsOf(resources: string): Map<string, number> {
  const inside = /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? '';
  return new Map([...inside.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id]) => [name, Number(id)]));
}

/** Codes in strings of hexadecimal digits, which the browser writes in capitals. */
function codesOf(strings: ReadonlySet<string>, digits: number): Set<number> {
  const codes = new Set<number>();
  for (const text of strings) {
    let code = 0;
    for (let at = 0; at < text.length; at += 1) {
      const digit = text.charCodeAt(at);
      code = code * 16 + digit - (digit < LETTER_A ? DIGIT_0 : LETTER_A - 10);
      if (at % digits < digits - 1) continue;
      codes.add(code);
      code = 0;
    }
  }
  return codes;
}

const [DIGIT_0, LETTER_A] = ['0'.charCodeAt(0), 'A'.charCodeAt(0)];

/** Codes that a font gives a meaning (ISO 32000-1, 9.10.3). The browser writes an entry a line. */
function unicodeOf(pdf: PdfFile, font: string): Set<number> {
  const id = Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? 0);
  const codes = new Set<number>();
  if (id === 0) return codes;
  let inside = false;
  for (const line of pdf.streamText(id).split('\n')) {
    if (line.endsWith('beginbfchar') || line.endsWith('beginbfrange')) inside = true;
    else if (line.startsWith('endbf')) inside = false;
    else if (inside) addCodes(line.slice(1, -1).split('> <'), codes);
  }
  return codes;
}

/** @param entry - a code and its text, or the first and last of some codes and the text of the first. */
function addCodes(entry: readonly string[], codes: Set<number>): void {
  const [first = '', last = first] = entry.length > 2 ? entry : entry.slice(0, 1);
  if (!means(entry.at(-1) ?? '')) return;
  for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code += 1) codes.add(code);
}

function means(text: string): boolean {
  return !/^(?:0000|FEFF|FFFE)/i.test(text);
}
