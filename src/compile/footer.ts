import type { ElementContent } from 'hast';
import type { Image, Nodes, Paragraph, RootContent } from 'mdast';
import { VFile } from 'vfile';
import { parseSource } from '../markdown/parse-source.ts';
import type { Origin } from '../markdown/slide-node.ts';
import type { DeckMeta } from '../model/deck.ts';
import type { SlideFacts } from '../model/hast-data.ts';
import { isRuleId } from '../model/rule-ids.ts';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';
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
  const position = meta.positions.get('footer');
  const paragraph = await footerParagraph(meta.footer, origin, context);
  walk(paragraph, (node: Nodes) => {
    if (position) node.position = position;
    const fence = node.data && 'fence' in node.data ? node.data.fence : undefined;
    if (fence) Object.assign(fence, { file: origin.file, position, valueStart: undefined });
  });
  const content = await outsideSlides([paragraph], { id: 'footer', meta, origin, context });
  return content.flatMap((node) => (node.type === 'element' && node.tagName === 'p' ? node.children : [node]));
}

/** The footer as text of a slide would be read; its messages are told where the front matter has it. */
async function footerParagraph(value: string, origin: Origin, context: SlideContext): Promise<Paragraph> {
  const file = new VFile({ path: origin.file.path, value });
  const { children } = await parseSource(value, { line: 1, offset: 0 });
  const [first] = children;
  const plain: Paragraph = { type: 'paragraph', children: [{ type: 'text', value }] };
  if (first?.type !== 'paragraph') return plain;
  await context.markdownChain(origin.files).run({ type: 'root', children: [first] }, file);
  const place = context.meta.positions.get('footer');
  for (const { reason, ruleId } of file.messages) {
    warn(origin.file, reason, { place, ruleId: isRuleId(ruleId) ? ruleId : 'front-matter-value' });
  }
  return first;
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
