import type { ElementContent, Root as HastRoot } from 'hast';
import type { Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { errorBox } from '../html/error-box.ts';
import { fenceHandlers, type FenceRegistry } from '../html/fence-registry.ts';
import { listHandlers } from '../html/list-items.ts';
import { definitionsFor } from '../markdown/definitions.ts';
import type { Origin } from '../markdown/slide-node.ts';
import type { DeckFiles } from '../model/deck-files.ts';
import type { SlideFacts } from '../model/hast-data.ts';
import { failOnThrown } from './thrown.ts';
import type { Processor } from 'unified';

export interface ToContentOptions {
  /** What ids made for footnotes begin with. */
  id: string;
  origin: Origin;
  facts: SlideFacts;
  parts: FenceRegistry;
  /** The HTML plugins for one file. */
  chain: (files: DeckFiles) => Processor<undefined, HastRoot, HastRoot>;
}

/** Raw HTML is parsed here, slide by slide, and footnotes come out at the end of the slide that cites them. */
export async function toContent(children: RootContent[], options: ToContentOptions): Promise<ElementContent[]> {
  const { id, origin, facts, parts, chain } = options;
  const position = children[0]?.position;
  try {
    const root: Root = { type: 'root', children: [...children, ...definitionsFor(children, origin.definitions)] };
    const hast = toHast(root, {
      allowDangerousHtml: true,
      clobberPrefix: `${id}-`,
      footnoteBackContent: '↑',
      handlers: { ...fenceHandlers(parts), ...listHandlers() },
    }) as HastRoot;
    if (position) hast.position = position;
    hast.data = { ...hast.data, slide: facts };
    hast.children = hast.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    const done = await chain(origin.files).run(hast, origin.file);
    return done.children.filter((child): child is ElementContent => child.type !== 'doctype');
  } catch (error) {
    return [errorBox(failOnThrown(error, origin.file, position))];
  }
}
