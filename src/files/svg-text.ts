import { entitiesOf } from './svg-weight.ts';

/** An SVG file as text. */
export interface SvgText {
  text: string;
  /** The file as browsers read it. */
  bytes: Uint8Array;
}

/** The encoding of an XML declaration. */
const DECLARED = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/;

/**
 * Reads an SVG file in the encoding that its first bytes or its declaration tell. In images Chromium knows Unicode
 * alone, so others become UTF-8.
 */
export function svgText(bytes: Uint8Array): SvgText {
  const [first, second] = bytes;
  const wide = (first === 0xfe && second === 0xff) || first === 0;
  const encoding = wide ? 'utf-16be' : first === 0xff || second === 0 ? 'utf-16le' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  const declared = DECLARED.exec(text)?.[1];
  if (encoding !== 'utf-8' || declared === undefined || /^(?:utf-?8|us-ascii)$/i.test(declared)) return { text, bytes };
  const decoder = decoderOf(declared);
  if (!decoder) return { text, bytes };
  const decoded = decoder.decode(bytes).replace(DECLARED, (head) => head.replace(declared, 'UTF-8'));
  return { text: decoded, bytes: new TextEncoder().encode(decoded) };
}

function decoderOf(encoding: string): TextDecoder | undefined {
  try {
    return new TextDecoder(encoding);
  } catch {
    return undefined;
  }
}

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** Tells why browsers show an SVG file broken, as the end of a message; `undefined` where they show it. */
export async function svgFault(text: string): Promise<string | undefined> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: true });
  let fault: string | undefined;
  let isRoot = true;
  parser.on('doctype', () => {
    for (const [name, value] of entitiesOf(text) ?? []) parser.ENTITIES[name] = value;
  });
  parser.on('opentag', ({ uri }) => {
    if (isRoot && uri !== SVG_NAMESPACE)
      fault = `the SVG has no namespace: write xmlns="${SVG_NAMESPACE}" into its <svg>`;
    isRoot = false;
  });
  parser.on('error', ({ message }) => {
    fault ??= `the SVG is damaged (line ${message.replace(/^(\d+):\d+: /, '$1: ')})`;
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return fault;
}
