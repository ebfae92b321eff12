import { drawnObjects } from './artifacts.ts';
import type { PdfFile } from './pdf-file.ts';
import { inFileOrder } from './right-to-left.ts';

/**
 * Turns round the text that Chromium writes beside glyphs whose font does not say the same (ISO 32000-1, 14.9.4), where
 * it is from right to left: readers put it among the glyphs of a line and turn the line round letter by letter. Where the
 * font does say the same, the text goes: Chrome's and Edge's viewers would not turn round what has one.
 */
export function turnActualTexts(pdf: PdfFile): void {
  const seen = new Set<number>();
  const letters = lettersOf(pdf);
  const turn = (id: number, resources: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const form of formsOf(pdf, resources)) turn(form, pdf.dictionary(form));
    const text = pdf.streamText(id);
    const fonts = new Map([...resources.matchAll(FONT)].map(([, name = '', font]) => [name, Number(font)]));
    let font = 0;
    const turned = text.replaceAll(PIECE, (piece, name?: string, hex?: string, inside = '') => {
      if (name !== undefined) font = fonts.get(name) ?? 0;
      if (hex === undefined) return piece;
      const [, within] = /\/(F\d+) \S+ Tf/.exec(inside) ?? [];
      if (within !== undefined) font = fonts.get(within) ?? 0;
      const own = inFileOrder(hex);
      if (own === undefined) return piece;
      const [, code, ...others] = inside.split(/<([0-9A-F]+)> Tj/);
      const isSaid = code !== undefined && others.length === 1 && letters(font).get(code) === own;
      return isSaid ? `/Span BMC${inside}` : piece.replace(hex, own);
    });
    if (turned !== text) pdf.writeStream(id, turned);
  };
  for (const page of pdf.pages()) {
    const source = pdf.read(page);
    const contents = /\/Contents (\d+) 0 R/.exec(source)?.[1];
    if (contents !== undefined) turn(Number(contents), source);
  }
}

/** A font that is chosen, or a text beside glyphs, with what it is beside. */
const PIECE = /\/(F\d+) \S+ Tf\n|\/Span ?<<\/ActualText <FEFF((?:[0-9A-F]{4})+)> ?>> ?BDC((?:\n(?!EMC).*)*)(?=\nEMC)/g;
const FONT = /\/(F\d+) (\d+) 0 R/g;

/** Returns the letters that a font gives its glyphs, by their codes. */
function lettersOf(pdf: PdfFile): (font: number) => ReadonlyMap<string, string> {
  const known = new Map<number, ReadonlyMap<string, string>>();
  const read = (font: number): ReadonlyMap<string, string> => {
    const map = /\/ToUnicode (\d+) 0 R/.exec(font === 0 ? '' : pdf.dictionary(font))?.[1];
    const entries = map === undefined ? [] : pdf.streamText(Number(map)).matchAll(ENTRY);
    return new Map([...entries].map(([, code = '', letters = '']) => [code, letters]));
  };
  return (font) => {
    const letters = known.get(font) ?? read(font);
    known.set(font, letters);
    return letters;
  };
}

/** An entry of a character map (9.10.3); those for several glyphs in a row have no letters of such scripts. */
const ENTRY = /^<([0-9A-F]+)> <([0-9A-F]+)>$/gm;

function formsOf(pdf: PdfFile, resources: string): number[] {
  const ids = drawnObjects(resources).map(([, id]) => id);
  return ids.filter((id) => pdf.dictionary(id).includes('/Subtype /Form'));
}
