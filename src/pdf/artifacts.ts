import { withArtifacts, type ContentRole } from './marked-content.ts';
import type { PdfFile } from './pdf-file.ts';

export interface ArtifactOptions {
  /** @param holder - object number of the page or form. */
  roleOf: (holder: number, mcid: number) => ContentRole;
  /** Called for marked content that turned out to be decoration. */
  onDecoration: (holder: number, mcid: number) => void;
  /** Called for all content, before it is changed. */
  onContent: (text: string, resources: string) => void;
}

/**
 * Marks what no reader has to hear – rules, running headers, backgrounds – as artifacts. A PDF for everyone (ISO 14289-1,
 * 7.1) says of each thing on its pages either what it is or that it is nothing; Chromium leaves the latter out.
 *
 * @returns how often pages and forms draw each form, by its object number. What is a mask is not drawn.
 */
export function markArtifacts(pdf: PdfFile, options: ArtifactOptions): ReadonlyMap<number, number> {
  const forms = new Map<number, boolean>();
  const uses = new Map<number, number>();
  for (const page of pdf.pages()) {
    const source = pdf.read(page);
    const contents = /\/Contents (\d+) 0 R/.exec(source)?.[1];
    if (contents !== undefined)
      markStream(pdf, Number(contents), { ...options, holder: page, resources: source, forms, uses });
  }
  return uses;
}

interface Surroundings extends ArtifactOptions {
  /** Object number of the page or the form. */
  holder: number;
  /** Source of the object that has the resources. */
  resources: string;
  /** Whether forms, by their object numbers, say themselves what they are. */
  forms: Map<number, boolean>;
  uses: Map<number, number>;
}

/** @returns whether anything in the stream, or in a form that it draws, says what it is. */
function markStream(pdf: PdfFile, id: number, surroundings: Surroundings): boolean {
  const { resources, forms, uses, holder, roleOf, onDecoration, onContent } = surroundings;
  const dictionary = pdf.dictionary(id);
  const text = pdf.streamText(id);
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
  // A form without structure is an artifact as a whole.
  const isForm = dictionary.includes('/Subtype /Form');
  if (isForm && !speaks) return false;
  const { content, decoration } = withArtifacts(text, {
    isSilent: (name) => silent.has(name),
    roleOf: (mcid) => roleOf(holder, mcid),
    isPage: !isForm,
  });
  for (const mcid of decoration) onDecoration(holder, mcid);
  if (content !== text) pdf.writeStream(id, content);
  return speaks;
}

/** Images and forms, by the names they are drawn by. */
export function drawnObjects(resources: string): [name: string, id: number][] {
  const inside = /\/XObject <<([^>]*)>>/.exec(resources)?.[1] ?? '';
  return [...inside.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id]) => [name, Number(id)]);
}
