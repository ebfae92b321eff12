import { deflateSync, inflateSync } from 'node:zlib';
import type { PdfFile } from './pdf-file.ts';

/**
 * Marks what no reader has to hear – rules, running headers, grounds – as artifacts. A PDF for everyone (ISO 14289-1,
 * 7.1) says of each thing on its pages either what it is or that it is nothing; Chromium leaves the latter out.
 */
export function markArtifacts(pdf: PdfFile): void {
  const forms = new Map<number, boolean>();
  for (const page of pdf.pages()) {
    const source = pdf.read(page);
    const contents = /\/Contents (\d+) 0 R/.exec(source)?.[1];
    if (contents !== undefined) markStream(pdf, Number(contents), { resources: source, forms });
  }
}

interface Surroundings {
  /** Source of the object that has the resources. */
  resources: string;
  /** Whether forms, by their object numbers, say themselves what they are. */
  forms: Map<number, boolean>;
}

/** @returns whether anything in the stream says what it is. */
function markStream(pdf: PdfFile, id: number, { resources, forms }: Surroundings): boolean {
  const dictionary = pdf.dictionary(id);
  if (!dictionary.includes('/FlateDecode')) return true;
  const text = inflateSync(pdf.streamBytes(id)).toString('latin1');
  const silent = new Set<string>();
  for (const [name, object] of drawnObjects(resources)) {
    const form = pdf.dictionary(object);
    if (!forms.has(object)) {
      const speaks = form.includes('/Subtype /Form') && markStream(pdf, object, { resources: form, forms });
      forms.set(object, speaks);
    }
    if (!forms.get(object)) silent.add(name);
  }
  const speaks = text.includes('BDC');
  // A form of which nothing is said is an artifact as a whole.
  if (dictionary.includes('/Subtype /Form') && !speaks) return false;
  const marked = withArtifacts(text, (name) => silent.has(name));
  if (marked !== text) {
    const packed = deflateSync(Buffer.from(marked, 'latin1'));
    const entries = dictionary.replace(/\/Length \d+/, `/Length ${packed.length}`);
    pdf.write(id, `${entries} stream\n${packed.toString('latin1')}\nendstream`);
  }
  return speaks;
}

/** Pictures and forms, by the names they are drawn by. */
function drawnObjects(resources: string): [name: string, id: number][] {
  const inside = /\/XObject <<([^>]*)>>/.exec(resources)?.[1] ?? '';
  return [...inside.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id]) => [name, Number(id)]);
}

const CONSTRUCTS = new Set(['re', 'm', 'l', 'c', 'v', 'y', 'h']);
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);

/**
 * The same content with artifacts marked (ISO 32000-1, 14.8.2.2). Chromium writes an operator at the end of each line.
 *
 * @param isArtifact - whether what is drawn by that name says nothing of itself.
 */
export function withArtifacts(content: string, isArtifact: (name: string) => boolean): string {
  /** Where artifacts begin and end. */
  const marks: [start: number, end: number][] = [];
  let depth = 0;
  /** Where the path or text that is being made begins. */
  let begun: number | undefined;
  for (let start = 0, end = 0; start < content.length; start = end + 1) {
    end = content.indexOf('\n', start);
    if (end === -1) end = content.length;
    if (content.endsWith('DC', end) || content.endsWith('BMC', end)) depth += 1;
    else if (content.endsWith('EMC', end)) depth -= 1;
    if (depth > 0) continue;
    const operator = content.slice(Math.max(start, content.lastIndexOf(' ', end - 1) + 1), end);
    if (operator === 'BT' || CONSTRUCTS.has(operator)) begun ??= start;
    else if (operator === 'ET' || PAINTS.has(operator)) mark(begun ?? start, end);
    else if (operator === 'sh' || (operator === 'Do' && isArtifact(content.slice(start + 1, end - 3))))
      mark(start, end);
    else if (operator === 'n') begun = undefined;
  }
  if (marks.length === 0) return content;
  let from = 0;
  const pieces = marks.map(([start, end]) => {
    const piece = `${content.slice(from, start)}/Artifact BMC\n${content.slice(start, end)}\nEMC`;
    from = end;
    return piece;
  });
  return pieces.join('') + content.slice(from);

  function mark(start: number, end: number): void {
    marks.push([start, end]);
    begun = undefined;
  }
}
