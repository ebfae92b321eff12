import type { Nodes, Root, RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { readPartDialect } from '../dialects/read-dialect.ts';
import { takeDefinitions } from '../markdown/definitions.ts';
import { readFrontMatter } from '../markdown/front-matter.ts';
import { parseSource } from '../markdown/parse-source.ts';
import { isSlide, type Origin, type SlideNode } from '../markdown/slide-node.ts';
import { sourceOf } from '../markdown/source.ts';
import { directiveAttributes } from '../model/attributes.ts';
import { filesOf, inShort } from '../model/deck-files.ts';
import type { Dialect } from '../model/dialect.ts';
import type { Fence } from '../model/fence.ts';
import { fail } from '../model/messages.ts';
import type { GenerationalCache } from '../model/generational-cache.ts';
import { walk } from '../model/walk.ts';
import { brokenSlide } from './broken-slide.ts';
import type { DeckFront } from './read-front.ts';
import type { SlideChain } from './to-content.ts';
import { failOnThrown } from './thrown.ts';
import type { RuleId } from '../model/rule-ids.ts';

/** A slide and the file it is written in. */
export interface SourceSlide {
  node: SlideNode;
  origin: Origin;
}

/** The slides and facts of a deck's file and the files it includes. */
export interface FoundSlides {
  /** In the order shown. */
  slides: SourceSlide[];
  /** Files that were included. */
  included: VFile[];
  /** Fences and formulas of all files. */
  fences: Fence[];
}

/** Markdown without front matter, and the file that it is in. */
type SourceText = Pick<DeckFront, 'file' | 'body' | 'bodyStart'>;

/** Deeper than anyone divides a talk, and shallow enough to end soon. */
const DEEPEST = 8;

/** Most includes of a deck: files that include others several times multiply. */
const MOST_INCLUDES = 500;
/** Of all included files together: as long as a deck may be. */
const MOST_TEXT = 8 * 1024 * 1024;

export interface ReadSlidesOptions extends Pick<SlideChain, 'document' | 'markdown' | 'added'> {
  /** Chunks that were parsed before. */
  chunks: GenerationalCache<Root> | undefined;
  /** The dialect that files are written in. @default that of Lectern */
  dialect?: Dialect | undefined;
}

/** Where reading is. */
interface Reading extends ReadSlidesOptions {
  found: FoundSlides;
  /** Length of all included files. */
  size: number;
  /** They are too much, which is reported once. */
  full: boolean;
}

/**
 * Reads the slides of a file and of what it includes. Every file has link and footnote definitions of its own. Images
 * that the text names are being loaded then.
 */
export async function readSlides(text: SourceText, options: ReadSlidesOptions): Promise<FoundSlides> {
  const found: FoundSlides = { slides: [], included: [], fences: [] };
  await readPart(text, [filesOf(text.file).key], { ...options, found, size: 0, full: false });
  return found;
}

/** @param including - files that include each other, down to this one. */
async function readPart(text: SourceText, including: readonly string[], reading: Reading): Promise<void> {
  const { file } = text;
  const { slides, fences } = reading.found;
  const { chunks: cache, added } = reading;
  const parsed = await parseSource(text.body, text.bodyStart, { cache, added });
  const tree = await reading.document.run(parsed, file);
  const origin: Origin = { file, definitions: takeDefinitions(tree) };
  prefetch(tree, file);
  // Footnotes mean what they would on a slide. They are changed where they are.
  const footnotes: Root = { type: 'root', children: [...origin.definitions.footnotes.values()] };
  const parts: Root[] = [];
  for (const part of footnotes.children.length > 0 ? [tree, footnotes] : [tree]) {
    const done = await reading.markdown.run(part, file);
    for (const fence of done.data?.fences ?? []) fences.push(fence);
    parts.push(done);
  }
  if (parts[1]) origin.definitions.footnotes.clear();
  for (const footnote of parts[1]?.children.flatMap((child) => (isSlide(child) ? child.children : [child])) ?? []) {
    if (footnote.type === 'footnoteDefinition') origin.definitions.footnotes.set(footnote.identifier, footnote);
  }
  for (const child of parts[0]?.children ?? []) {
    if (isSlide(child)) slides.push({ node: child, origin });
    else if (isInclude(child)) slides.push(...(await include(child, origin, including, reading)));
  }
}

/** Starts to load what Markdown images name, so that it is there when their slides' turn comes. */
function prefetch(tree: Root, file: VFile): void {
  const { load } = filesOf(file);
  walk(tree, (node: Nodes) => {
    if (node.type === 'image') void load(node.url).catch(() => {});
  });
}

function isInclude(node: RootContent): node is LeafDirective {
  return node.type === 'leafDirective' && node.name === 'include';
}

/** Reads an included file; where that cannot be, returns a slide that says why. */
async function include(
  node: LeafDirective,
  origin: Origin,
  including: readonly string[],
  reading: Reading,
): Promise<SourceSlide[]> {
  const { file } = origin;
  const { included } = reading.found;
  const refuse = (reason: string, ruleId: RuleId, shown = reason): SourceSlide[] => {
    fail(file, reason, { place: node, ruleId });
    return [{ node: brokenSlide(shown, node.position), origin }];
  };
  if (reading.full) return [];
  const address = directiveAttributes(node.attributes).values.get('file');
  if (typeof address !== 'string') {
    return refuse('Unexpected “::include” without “file”, expected ::include{file=part.md}', 'include-file');
  }
  const found = await filesOf(file).text(address);
  if ('problem' in found) {
    const shown = `${address}: ${inShort(found.problem)}`;
    return refuse(`Cannot include “${address}”: ${found.problem}`, found.ruleId, shown);
  }
  const { key } = filesOf(found);
  if (including.includes(key)) {
    return refuse(
      `Cannot include “${address}”: that file includes this one, which would never end; remove one of the two`,
      'include-cycle',
    );
  }
  if (including.length > DEEPEST) {
    return refuse(
      `Files include each other more than ${DEEPEST} levels deep; include them in fewer levels`,
      'include-depth',
    );
  }
  reading.size += String(found.value).length;
  if (included.length === MOST_INCLUDES || reading.size > MOST_TEXT) {
    reading.full = true;
    return refuse(
      included.length === MOST_INCLUDES
        ? `The deck has more than ${MOST_INCLUDES} includes; include each part once`
        : 'All included files together have more than 8 MB of text; split the deck into several',
      'include-limit',
    );
  }
  included.push(found);
  try {
    const text = sourceOf(found);
    const { dialect } = reading;
    if (dialect) await readPartDialect(found, text, dialect);
    const { body, bodyStart } = await readFrontMatter(dialect ? String(found.value) : text, found);
    await readPart({ file: found, body, bodyStart }, [...including, key], reading);
    return [];
  } catch (error) {
    return [{ node: brokenSlide(failOnThrown(error, found, undefined), node.position), origin }];
  }
}
