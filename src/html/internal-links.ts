import type { Element, ElementContent } from 'hast';
import type { Slide } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import { nearestName } from '../model/did-you-mean.ts';
import type { IdRegistry } from './ids.ts';
import { eachElement } from '../model/walk.ts';

/**
 * Leads links of the forms `#2`, `#/2` and `#/id` to slides by their ids, which all outputs know, and tells of links to
 * `#ids` that no slide has.
 */
export function resolveInternalLinks(slides: readonly Slide[], registry: IdRegistry): Slide[] {
  return slides.map((slide) => {
    const renamed = new Map<string, string>();
    for (const node of [...slide.content, ...slide.notes]) {
      eachElement({ type: 'root', children: [node] }, (element) => {
        const { href } = element.properties;
        if (element.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#') || href === '#') return;
        const name = decode(href.slice(1));
        if (registry.has(name)) return;
        const id = slideNamed(name, slides, registry);
        if (id === undefined) refuse(name, { slide, slides, element, registry });
        else renamed.set(href, `#${encodeURIComponent(id)}`);
      });
    }
    if (renamed.size === 0) return slide;
    // What was compiled is kept for the next time, when other slides may have these numbers.
    return { ...slide, content: withAddresses(slide.content, renamed), notes: withAddresses(slide.notes, renamed) };
  });
}

/**
 * The id that `2`, `/2` or `/id` mean, as reveal.js writes addresses; steps behind it are left out. GitHub, and what follows
 * it, keeps every dash that punctuation leaves behind.
 */
function slideNamed(name: string, slides: readonly Slide[], registry: IdRegistry): string | undefined {
  const [first = ''] = name.replace(/^\//, '').split('/');
  const plain = first.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
  for (const id of [first, plain]) if (registry.has(id)) return id;
  return /^\d+$/.test(first) ? slides.find(({ number }) => number === Number(first))?.id : undefined;
}

interface DeadLink {
  slide: Slide;
  slides: readonly Slide[];
  element: Element;
  registry: IdRegistry;
}

function refuse(name: string, { slide, slides, element, registry }: DeadLink): void {
  const near = nearestName(name, registry.all());
  const last = slides.findLast(({ number }) => number !== undefined)?.number ?? 0;
  const advice = /^\/?\d+$/.test(name)
    ? `slides have the numbers 1 to ${last}`
    : near
      ? `did you mean “#${near}”?`
      : 'give the slide that id: {#…} after its heading';
  warn(slide.file, `Broken link to “#${name}”: no slide has that id; ${advice}`, {
    place: element.position ?? slide.position,
    ruleId: 'link-target',
  });
}

function withAddresses<T extends ElementContent>(nodes: readonly T[], renamed: ReadonlyMap<string, string>): T[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const { href } = node.properties;
    const address = node.tagName === 'a' && typeof href === 'string' ? renamed.get(href) : undefined;
    const properties = address === undefined ? node.properties : { ...node.properties, href: address };
    return { ...node, properties, children: withAddresses(node.children, renamed) };
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
