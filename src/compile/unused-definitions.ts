import type { Definition, FootnoteDefinition, Nodes } from 'mdast';
import type { DeckDefinitions, Origin } from '../markdown/slide-node.ts';
import type { UnusedDefinition } from '../model/deck.ts';
import { walk } from '../model/walk.ts';
import type { SourceSlide } from './deck-source.ts';

/** `[//]: # (words)` is how Markdown is commented. */
function isComment(definition: Definition | FootnoteDefinition): boolean {
  return definition.type === 'definition' && /^#?$/.test(definition.url);
}

/** Definitions of links and footnotes that nothing refers to, in each file that slides are written in. */
export function unusedDefinitions(slides: readonly SourceSlide[]): UnusedDefinition[] {
  // Most decks have none, and are not walked.
  const defining = slides.filter(
    ({ origin: { definitions } }) => definitions.links.size + definitions.footnotes.size > 0,
  );
  const origins = new Map<DeckDefinitions, { origin: Origin; used: Set<string> }>();
  const refer = (used: Set<string>, node: Nodes): void => {
    walk(node, (child: Nodes) => {
      if (child.type === 'linkReference' || child.type === 'imageReference') used.add(`link ${child.identifier}`);
      if (child.type === 'footnoteReference') used.add(`footnote ${child.identifier}`);
    });
  };
  for (const { node, origin } of defining) {
    const known = origins.get(origin.definitions) ?? { origin, used: new Set<string>() };
    origins.set(origin.definitions, known);
    for (const child of [...node.children, ...node.data.notes]) refer(known.used, child);
  }
  return [...origins.values()].flatMap(({ origin: { file, definitions }, used }) => {
    for (const footnote of definitions.footnotes.values()) refer(used, footnote);
    const all = [...definitions.links.values(), ...definitions.footnotes.values()];
    return all.flatMap((definition): UnusedDefinition[] => {
      const kind = definition.type === 'definition' ? 'link' : 'footnote';
      const { identifier, label, position } = definition;
      if (used.has(`${kind} ${identifier}`) || !position || isComment(definition)) return [];
      return [{ file, label: label ?? identifier, kind, position }];
    });
  });
}
