import type { Root, RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { takeDefinitions } from '../markdown/definitions.ts';
import { readFrontMatter } from '../markdown/front-matter.ts';
import { parseSource } from '../markdown/parse-source.ts';
import { isSlide, type Origin, type SlideNode } from '../markdown/slide-node.ts';
import { sourceOf } from '../markdown/source.ts';
import { directiveAttributes } from '../model/attributes.ts';
import { inShort, type DeckFiles } from '../model/deck-files.ts';
import { fail } from '../model/messages.ts';
import type { GenerationalCache } from '../model/generational-cache.ts';
import { brokenSlide } from './broken-slide.ts';
import { failOnThrown } from './thrown.ts';
import type { RuleId } from '../model/rule-ids.ts';

/** A slide and the file it is written in. */
export interface SourceSlide {
  node: SlideNode;
  origin: Origin;
}

export interface DeckSourceOptions {
  /** The Markdown plugins for one file. */
  chain: (files: DeckFiles) => Processor<undefined, Root, Root>;
  /** Told of every tree before it is split. */
  onTree: (tree: Root, origin: Origin) => void;
  /** Pieces that were parsed before. */
  chunks?: GenerationalCache<Root> | undefined;
  /** Receives every file that is included. */
  onInclude: (file: VFile) => void;
}

/** Markdown without front matter, and where it comes from. */
export interface SourceText {
  file: VFile;
  files: DeckFiles;
  body: string;
  bodyStart: { line: number; offset: number };
}

/** Deeper than anyone divides a talk, and shallow enough to end soon. */
const DEEPEST = 8;

/** More than anyone divides a talk into: files that include others several times multiply. */
const MOST_INCLUDES = 500;
/** Of all included files together: as long as a deck may be. */
const MOST_TEXT = 8 * 1024 * 1024;

/** What all files together include. */
interface Included {
  count: number;
  size: number;
  /** Whether it is too much, which is told once. */
  full: boolean;
}

/** Where reading stands. */
interface Reading {
  /** Files that include each other, down to this one. */
  including: readonly string[];
  included: Included;
}

/**
 * The slides of a file and of what it includes, in the order shown. Every file has link and footnote definitions of its
 * own.
 */
export async function readSlides(
  text: SourceText,
  options: DeckSourceOptions,
  reading: Reading = { including: [text.files.key], included: { count: 0, size: 0, full: false } },
): Promise<SourceSlide[]> {
  const { file, files } = text;
  const tree = await parseSource(text.body, text.bodyStart, options.chunks);
  const origin: Origin = { file, files, definitions: takeDefinitions(tree) };
  options.onTree(tree, origin);
  await options.chain(files).run(tree, file);
  await chainFootnotes(origin, options);
  const slides: SourceSlide[] = [];
  for (const child of tree.children) {
    if (isSlide(child)) slides.push({ node: child, origin });
    else if (isInclude(child)) slides.push(...(await include(child, { ...text, origin }, options, reading)));
  }
  return slides;
}

/** Footnotes mean what they would on a slide. They are changed where they are. */
async function chainFootnotes({ file, files, definitions }: Origin, { chain }: DeckSourceOptions): Promise<void> {
  const children = [...definitions.footnotes.values()];
  if (children.length > 0) await chain(files).run({ type: 'root', children }, file);
}

function isInclude(node: RootContent): node is LeafDirective {
  return node.type === 'leafDirective' && node.name === 'include';
}

async function include(
  node: LeafDirective,
  { file, files, origin }: SourceText & { origin: Origin },
  options: DeckSourceOptions,
  { including, included }: Reading,
): Promise<SourceSlide[]> {
  const refuse = (reason: string, ruleId: RuleId, shown = reason): SourceSlide[] => {
    fail(file, reason, { place: node, ruleId });
    return [{ node: brokenSlide(shown, node.position), origin }];
  };
  if (included.full) return [];
  const address = directiveAttributes(node.attributes).values.get('file');
  if (typeof address !== 'string') {
    return refuse('Unexpected “::include” without “file”, expected ::include{file=part.md}', 'include-file');
  }
  const found = await files.text(address);
  if ('problem' in found) {
    const shown = `${address}: ${inShort(found.problem)}`;
    return refuse(`Unexpected address “${address}”: ${found.problem}`, found.ruleId, shown);
  }
  if (including.includes(found.files.key)) {
    return refuse(
      `Unexpected address “${address}”: that file includes this one, so it would never end`,
      'include-cycle',
    );
  }
  if (including.length > DEEPEST) {
    return refuse(`Unexpected depth: files include each other more than ${DEEPEST} deep`, 'include-depth');
  }
  included.count += 1;
  included.size += String(found.file.value).length;
  if (included.count > MOST_INCLUDES || included.size > MOST_TEXT) {
    included.full = true;
    return refuse(
      included.count > MOST_INCLUDES
        ? `Unexpected number of includes: all files together have more than ${MOST_INCLUDES}; include each part once`
        : 'Unexpected size: all included files together have more than 8 MB of text; split the deck into several',
      'include-limit',
    );
  }
  options.onInclude(found.file);
  try {
    const { body, bodyStart } = await readFrontMatter(sourceOf(found.file), found.file);
    const text = { file: found.file, files: found.files, body, bodyStart };
    return await readSlides(text, options, { including: [...including, found.files.key], included });
  } catch (error) {
    return [{ node: brokenSlide(failOnThrown(error, found.file, undefined), node.position), origin }];
  }
}
