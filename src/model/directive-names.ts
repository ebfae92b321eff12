import { THEOREM_KINDS, type TheoremKind } from './lecture-words.ts';

const OWN_CONTAINERS = [
  'notes',
  'columns',
  'column',
  'grid',
  'cell',
  'steps',
  'stack',
  'only',
  'left',
  'right',
  'full',
  'image',
  'cards',
  'kpis',
  'matrix',
  'people',
  'proscons',
  'process',
  'timeline',
  'gallery',
  'logos',
  'frame',
  'terminal',
  'output',
  'source',
  'tabs',
  'poll',
] as const;

/** `:::name` … `:::` */
export const CONTAINER_DIRECTIVES: readonly ContainerName[] = [...OWN_CONTAINERS, ...THEOREM_KINDS];

/** `::name{…}` */
export const LEAF_DIRECTIVES = [
  'slide',
  'pause',
  'include',
  'toc',
  'video',
  'audio',
  'embed',
  'references',
  'qr',
  'poll',
] as const;

/** `:name[…]{…}`; what only looks like one is text. */
export const TEXT_DIRECTIVES = ['kbd', 'icon', 'mark', 'step', 'abbr', 'span', 'ref', 'blank'] as const;

export type ContainerName = (typeof OWN_CONTAINERS)[number] | TheoremKind;
export type LeafName = (typeof LEAF_DIRECTIVES)[number];
export type TextName = (typeof TEXT_DIRECTIVES)[number];

/** Formats the name of a directive as authors write it. */
export function shownDirective(name: string): string {
  if (CONTAINER_DIRECTIVES.some((known) => known === name)) return `:::${name}`;
  return TEXT_DIRECTIVES.some((known) => known === name) ? `:${name}[…]` : `::${name}`;
}
