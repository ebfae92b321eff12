import { deflateSync } from 'node:zlib';
import type { PdfFile } from './pdf-file.ts';

/** Shares of red, green and blue in how light a colour looks, as those of CSS `grayscale()` (Rec. 709). */
const [RED, GREEN, BLUE] = [0.2126, 0.7152, 0.0722] as const;

/** Colours of images and gradients as Chromium writes them. */
const COLOURS = /\/ColorSpace (?:\/DeviceRGB|\[\/ICCBased (\d+) 0 R\])/g;
/** Operators that set colours (ISO 32000-1, 8.6.8). */
const PAINT = /(?<=^|[ \n])[\d.]+ [\d.]+ [\d.]+ (?:rg|RG)\b/g;
/** Streams that draw nothing. */
const NO_DRAWING = /\/Subtype \/(?:Image|XML)|\/FunctionType|\/Length1|FontFile|CIDFontType0C/;

/**
 * Makes greys of all colours. Ink and lines become greys themselves, so that printers mix no colours for them; images and
 * gradients stay as they are, in a colour space that is shown as grey (8.6.6.5), and lose nothing.
 */
export function makeGrey(pdf: PdfFile): void {
  const objects = pdf.objects();
  const space = greySpace(pdf);
  for (const id of objects) {
    const dictionary = pdf.dictionary(id);
    const grey = dictionary.replaceAll(COLOURS, (colours, profile?: string) =>
      profile === undefined || /\/N 3\b/.test(pdf.dictionary(Number(profile))) ? `/ColorSpace ${space} 0 R` : colours,
    );
    if (grey !== dictionary) pdf.writeDictionary(id, grey);
    if (!pdf.isStream(id) || NO_DRAWING.test(dictionary)) continue;
    const content = pdf.streamText(id);
    const drawn = content.replaceAll(PAINT, (paint) => {
      const [red, green, blue, operator] = paint.split(' ');
      const light = RED * Number(red) + GREEN * Number(green) + BLUE * Number(blue);
      return `${Number(light.toFixed(4))} ${operator === 'rg' ? 'g' : 'G'}`;
    });
    if (drawn !== content) pdf.writeStream(id, drawn);
  }
}

/** Adds a colour space of red, green and blue that is shown as grey. */
function greySpace(pdf: PdfFile): number {
  const program = deflateSync(Buffer.from(`{${BLUE} mul exch ${GREEN} mul add exch ${RED} mul add}`));
  const entries = '/FunctionType 4\n/Domain [0 1 0 1 0 1]\n/Range [0 1]\n/Filter /FlateDecode';
  // Each by itself, for readers that ask what a colorant is.
  const alone = ['Red', 'Green', 'Blue'].map(
    (name) => `/${name} [/Separation /${name} /DeviceGray <</FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1>>]`,
  );
  const attributes = `<</Colorants <<${alone.join('\n')}>>>>`;
  return pdf.add(`[/DeviceN [/Red /Green /Blue] /DeviceGray ${pdf.addStream(entries, program)} 0 R ${attributes}]`);
}
