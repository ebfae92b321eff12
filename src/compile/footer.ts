import type { ElementContent } from 'hast';
import type { Image, PhrasingContent, RootContent } from 'mdast';
import { parseSource } from '../markdown/parse-source.ts';
import type { Origin } from '../markdown/slide-node.ts';
import type { DeckMeta } from '../model/deck.ts';
import type { SlideFacts } from '../model/hast-data.ts';
import type { SlideContext } from './compile-slides.ts';
import { toContent } from './to-content.ts';

/** The logo that the front matter names, as an `img`; it says nothing that the deck's title and authors do not. */
export async function compileLogo(meta: DeckMeta, origin: Origin, context: SlideContext): Promise<ElementContent[]> {
  if (meta.logo === undefined) return [];
  const position = meta.positions.get('logo');
  const image: Image = { type: 'image', url: meta.logo, alt: '', ...(position && { position }) };
  return outsideSlides([image], { id: 'logo', meta, origin, context });
}

/** The running footer as inline content. Placeholders such as `{section}` stay in it, to be filled slide by slide. */
export async function compileFooter(meta: DeckMeta, origin: Origin, context: SlideContext): Promise<ElementContent[]> {
  if (!meta.footer) return [];
  const { children } = await parseSource(meta.footer, { line: 1, offset: 0 });
  const first = children[0];
  const inline: PhrasingContent[] =
    first?.type === 'paragraph' ? first.children : [{ type: 'text', value: meta.footer }];
  const position = meta.positions.get('footer');
  const placed: RootContent[] = inline;
  for (const node of placed) if (position) node.position = position;
  return outsideSlides(placed, { id: 'footer', meta, origin, context });
}

interface Outside {
  id: string;
  meta: DeckMeta;
  origin: Origin;
  context: SlideContext;
}

function outsideSlides(nodes: RootContent[], { id, meta, origin, context }: Outside): Promise<ElementContent[]> {
  const facts: SlideFacts = {
    part: 'notes',
    layout: 'default',
    lang: meta.lang,
    incremental: false,
    autoAnimate: false,
    agenda: [],
    steps: 0,
  };
  const { parts, chain } = context;
  return toContent(nodes, { id, origin, facts, parts, chain });
}
