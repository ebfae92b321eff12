import type { ElementContent, Root as HastRoot } from 'hast';
import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import remarkRehype from 'remark-rehype';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { errorBox } from '../html/error-box.ts';
import type { IdRegistry } from '../html/ids.ts';
import type { SlideFacts, SlideFindings } from '../model/hast-data.ts';
import type { RawMarkups } from '../model/raw-markup.ts';
import { failOnThrown } from './thrown.ts';

/** Everything that slides of a deck go through. */
export interface SlideChain {
  /** mdast → mdast, for a file. */
  markdown: Processor<undefined, Root, Root>;
  /** mdast → hast, for a slide. */
  handlers: Handlers;
  /** hast → hast, for a slide. */
  html: Processor<undefined, HastRoot, HastRoot>;
  /** What the plugins give out and put aside. */
  shared: SharedParts;
}

/** What the slides of a deck share. */
interface SharedParts {
  ids: IdRegistry;
  rawMarkup: RawMarkups;
}

/** Nodes that become the content of a slide, and what is known of them. */
export interface ContentSource {
  children: RootContent[];
  /** The definitions that the nodes refer to. */
  definitions: readonly (Definition | FootnoteDefinition)[];
  /** The file that they are written in. */
  file: VFile;
  /** What ids made for footnotes begin with. */
  id: string;
  facts: SlideFacts;
}

/** What became of nodes. */
export interface MadeContent {
  content: ElementContent[];
  findings: SlideFindings;
}

/** Converts the nodes of a slide to HTML: raw HTML is parsed, and footnotes end the slide that cites them. */
export async function toContent(source: ContentSource, { handlers, html }: SlideChain): Promise<MadeContent> {
  const { children, definitions, file, id, facts } = source;
  const position = children[0]?.position;
  const findings: SlideFindings = { steps: 0, images: [], pure: true };
  const messages = file.messages.length;
  try {
    const bridge = remarkRehype({
      allowDangerousHtml: true,
      clobberPrefix: `${id}-`,
      footnoteBackContent: '↑',
      handlers,
    });
    const root: Root = { type: 'root', children: [...children, ...definitions] };
    const hast = bridge(root, file) as HastRoot;
    if (position) hast.position = position;
    hast.data = { ...hast.data, slide: facts, findings };
    hast.children = hast.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    const done = await html.run(hast, file);
    const content = done.children.filter((child): child is ElementContent => child.type !== 'doctype');
    // Messages are for whoever compiles the deck now, and have to come again.
    if (file.messages.length > messages) findings.pure = false;
    return { content, findings };
  } catch (error) {
    return { content: [errorBox(failOnThrown(error, file, position))], findings: { ...findings, pure: false } };
  }
}
