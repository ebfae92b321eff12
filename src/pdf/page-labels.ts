import { pdfText } from './pdf-text.ts';

/**
 * Returns a number tree of page labels (ISO 32000-1, 12.4.2), as readers show them next to the page: pages that count
 * on share an entry, any other label has its own.
 */
export function pageLabels(pages: readonly { label: string }[]): string {
  const entries: string[] = [];
  let expected: number | undefined;
  pages.forEach(({ label }, page) => {
    const number = /^[1-9]\d*$/.test(label) ? Number(label) : undefined;
    if (number === undefined) entries.push(`${page} <</P ${pdfText(label)}>>`);
    else if (number !== expected) entries.push(`${page} <</S /D /St ${number}>>`);
    expected = number === undefined ? undefined : number + 1;
  });
  return `<</Nums [${entries.join(' ')}]>>`;
}
