import { inflateSync } from 'node:zlib';
import type { PdfFile } from './pdf-file.ts';

/** Finds letters that a PDF shows and cannot tell (ISO 14289-1, 7.21.7 and 7.21.8). */
export interface GlyphCheck {
  /** @param resources - source of the object that has the fonts of the content. */
  look: (content: string, resources: string) => void;
  /** What is wrong with the letters of all content that was looked at. */
  faults: () => string[];
}

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
    faults() {
      let [missing, untold] = [false, false];
      for (const [font, strings] of shown) {
        const source = pdf.dictionary(font);
        const digits = source.includes('/Subtype /Type0') ? 4 : 2;
        const known = unicodeOf(pdf, source);
        for (const code of codesOf(strings, digits)) {
          if (digits === 4 && code === '0000') missing = true;
          else if (!known.has(Number.parseInt(code, 16))) untold = true;
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

function codesOf(strings: ReadonlySet<string>, digits: number): Set<string> {
  const codes = new Set<string>();
  for (const text of strings) for (let at = 0; at < text.length; at += digits) codes.add(text.slice(at, at + digits));
  return codes;
}

/** Codes that a font gives a meaning (ISO 32000-1, 9.10.3). */
function unicodeOf(pdf: PdfFile, font: string): Set<number> {
  const id = Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? 0);
  const codes = new Set<number>();
  if (id === 0) return codes;
  const bytes = pdf.streamBytes(id);
  const map = Buffer.from(pdf.dictionary(id).includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
  for (const [, inside = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of inside.matchAll(/<(\w+)> <(\w+)>/g))
      if (means(text)) codes.add(Number.parseInt(code, 16));
  }
  for (const [, inside = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of inside.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      for (let code = Number.parseInt(from, 16); means(text) && code <= Number.parseInt(to, 16); code += 1)
        codes.add(code);
    }
  }
  return codes;
}

function means(text: string): boolean {
  return !/^(?:0000|FEFF|FFFE)/i.test(text);
}
