import type { Element, ElementContent, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Deck, Output, Slide } from '../model/deck.ts';
import { fillInsets } from '../model/insets.ts';
import { slideFooter } from './slide-footer.ts';
import { atStep } from './step-state.ts';

/** Name of a slide's own theme in the styles, by what its author wrote; `undefined` for the deck's theme. */
export type ThemeNames = (written: string | undefined) => string | undefined;

export interface SlideHtmlOptions {
  output: Output;
  /** Put the speaker notes into the slide, as reveal.js wants them. */
  notes?: boolean;
  /** Show the slide after so many of its steps, for documents that do not move. */
  step?: number;
  /** The slide is there once more: ids stand on its first page. */
  repeated?: boolean;
  themeOf?: ThemeNames;
}

/** A slide as the `<section>` that every document shows; images still have their `assetUrl`s. */
export function slideHtml(slide: Slide, deck: Deck, options: SlideHtmlOptions): string {
  const { output, step } = options;
  const children: ElementContent[] = [...slide.backdrop, element('div', { className: ['slide-body'] }, slide.content)];
  const footer = slideFooter(slide, deck);
  if (footer) children.push(footer);
  let section = element('section', sectionProperties(slide, deck, options), children);
  if (step !== undefined && slide.steps > 0) section = atStep(section, step);
  section = forOutput(section, output);
  if (options.notes && slide.notes.length > 0) {
    section.children.push(element('aside', { className: ['notes'] }, slide.notes));
  }
  if (options.repeated) section = withoutIds(section);
  return fillInsets(toHtml(section, { allowDangerousHtml: deck.meta.html === 'trusted' }), deck.insets);
}

function sectionProperties(slide: Slide, deck: Deck, { output, themeOf }: SlideHtmlOptions): Element['properties'] {
  const { settings, id } = slide;
  const theme = themeOf?.(settings.theme);
  const forDeck = output === 'deck' && {
    ...(settings.transition && { dataTransition: settings.transition }),
    ...(settings.autoAnimate && { dataAutoAnimate: '' }),
    ...(settings.duration !== undefined && { dataTiming: String(settings.duration) }),
  };
  return {
    id,
    className: ['slide', ...settings.classes],
    dataLayout: settings.layout,
    ...(settings.tone && { dataTone: settings.tone }),
    ...(theme && { dataTheme: theme }),
    ...(settings.lang && settings.lang !== deck.meta.lang && { lang: settings.lang }),
    ...(settings.dir && settings.dir !== deck.meta.dir && { dir: settings.dir }),
    ...forDeck,
  };
}

/** Leaves out what is meant for other outputs. */
function forOutput<T extends Nodes>(node: T, output: Output): T {
  if (!('children' in node) || !hasOnly(node)) return node;
  const children = (node.children as ElementContent[]).flatMap((child) => {
    const { dataOnly } = child.type === 'element' ? child.properties : {};
    if (dataOnly === undefined) return [forOutput(child, output)];
    if (!String(dataOnly).split(' ').includes(output)) return [];
    const { dataOnly: _, ...properties } = (child as Element).properties;
    return [forOutput({ ...(child as Element), properties }, output)];
  });
  return { ...node, children };
}

function hasOnly(node: Nodes): boolean {
  if (node.type === 'element' && node.properties['dataOnly'] !== undefined) return true;
  return 'children' in node && node.children.some(hasOnly);
}

function withoutIds(node: Element): Element {
  const { id: _, ...properties } = node.properties;
  const children = node.children.map((child) =>
    child.type === 'element' && child.tagName !== 'svg' ? withoutIds(child) : child,
  );
  return { ...node, properties, children };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
