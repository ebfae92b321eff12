import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import { withArtifacts, type ContentRole } from './marked-content.ts';
import type { PdfFile } from './pdf-file.ts';

export interface ArtifactOptions {
  /** @param holder - object number of the page or form. */
  roleOf: (holder: number, mcid: number) => ContentRole;
  /** Told of marked content that turned out to be decoration. */
  onDecoration: (holder: number, mcid: number) => void;
  /** Told of all content, before it is changed. */
  onContent: (text: string, resources: string) => void;
}

const pack = promisify<Buffer, { level: number }, Buffer>(deflate);

export interface MarkedContent {
  /** How often pages and forms draw each form, by its object number. What is a mask is not drawn. */
  uses: ReadonlyMap<number, number>;
  /** Settles when all content is written. It is compressed beside other work. */
  written: Promise<unknown>;
}

/**
 * Marks what no reader has to hear – rules, running headers, grounds – as artifacts. A PDF for everyone (ISO 14289-1,
 * 7.1) says of each thing on its pages either what it is or that it is nothing; Chromium leaves the latter out.
 */
export function markArtifacts(pdf: PdfFile, options: ArtifactOptions): MarkedContent {
  const forms = new Map<number, boolean>();
  const uses = new Map<number, number>();
  const writing: Promise<void>[] = [];
  for (const page of pdf.pages()) {
    const source = pdf.read(page);
    const contents = /\/Contents (\d+) 0 R/.exec(source)?.[1];
    if (contents !== undefined)
      markStream(pdf, Number(contents), { ...options, holder: page, resources: source, forms, uses, writing });
  }
  return { uses, written: Promise.all(writing) };
}

interface Surroundings extends ArtifactOptions {
  /** Object number of the page or the form. */
  holder: number;
  /** Source of the object that has the resources. */
  resources: string;
  /** Whether forms, by their object numbers, say themselves what they are. */
  forms: Map<number, boolean>;
  uses: Map<number, number>;
  writing: Promise<void>[];
}

/** @returns whether anything in the stream, or in a form that it draws, says what it is. */
function markStream(pdf: PdfFile, id: number, surroundings: Surroundings): boolean {
  const { resources, forms, uses, writing, holder, roleOf, onDecoration, onContent } = surroundings;
  const dictionary = pdf.dictionary(id);
  const packed = dictionary.includes('/FlateDecode');
  const text = Buffer.from(packed ? inflateSync(pdf.streamBytes(id)) : pdf.streamBytes(id)).toString('latin1');
  onContent(text, resources);
  const silent = new Set<string>();
  let inner = false;
  for (const [name, object] of drawnObjects(resources)) {
    const form = pdf.dictionary(object);
    uses.set(object, (uses.get(object) ?? 0) + text.split(`/${name} Do\n`).length - 1);
    if (!forms.has(object)) {
      const own = { ...surroundings, holder: object, resources: form };
      forms.set(object, form.includes('/Subtype /Form') && markStream(pdf, object, own));
    }
    if (forms.get(object)) inner = true;
    else silent.add(name);
  }
  const speaks = inner || text.includes('BDC');
  // A form of which nothing is said is an artifact as a whole.
  const isForm = dictionary.includes('/Subtype /Form');
  if (isForm && !speaks) return false;
  const { content, decoration } = withArtifacts(text, {
    isSilent: (name) => silent.has(name),
    roleOf: (mcid) => roleOf(holder, mcid),
    isPage: !isForm,
  });
  for (const mcid of decoration) onDecoration(holder, mcid);
  if (content !== text) writing.push(rewrite(pdf, id, dictionary, content));
  return speaks;
}

async function rewrite(pdf: PdfFile, id: number, dictionary: string, content: string): Promise<void> {
  const bytes = await pack(Buffer.from(content, 'latin1'), { level: LEVEL });
  const filter = dictionary.includes('/FlateDecode') ? '' : '\n/Filter /FlateDecode';
  const entries = dictionary.replace(/\/Length \d+/, `/Length ${bytes.length}${filter}`);
  pdf.write(id, `${entries} stream\n${bytes.toString('latin1')}\nendstream`);
}

/** Two thirds of the time of zlib's usual level, for a few bytes in a hundred more. */
const LEVEL = 4;

/** Pictures and forms, by the names they are drawn by. */
function drawnObjects(resources: string): [name: string, id: number][] {
  const inside = /\/XObject <<([^>]*)>>/.exec(resources)?.[1] ?? '';
  return [...inside.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id]) => [name, Number(id)]);
}
