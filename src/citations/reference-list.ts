import type { BlockContent, Paragraph, PhrasingContent } from 'mdast';
import type { FormattedEntry } from './format-deck.ts';
import { plainRuns, type Run } from './runs.ts';
import { referenceId, runsToMdast } from './to-mdast.ts';

/** An entry that is ready to be shown. */
export interface ReferenceNode {
  node: Paragraph;
  /** How much room it takes: letters, wide ones twice. */
  letters: number;
}

/**
 * Makes nodes of entries. Where they are cited is filled in when slides have numbers.
 *
 * @param citedAt - ids of citations by keys.
 */
export function referenceNodes(
  entries: readonly FormattedEntry[],
  citedAt: ReadonlyMap<string, readonly string[]>,
): ReferenceNode[] {
  const none: ReadonlySet<string> = new Set();
  const hasMargin = entries.some(({ margin }) => margin.length > 0);
  return entries.map(({ key, margin, runs }) => {
    const places = citedAt.get(key) ?? [];
    const text = [...runsToMdast(joined(runs), none), ...(places.length > 0 ? [backlinks(places)] : [])];
    const children = hasMargin
      ? [spanOf('reference-number', runsToMdast(margin, none)), spanOf('reference-text', text)]
      : text;
    const data = { hName: 'div', hProperties: { id: referenceId(key), className: ['reference'], role: 'listitem' } };
    return {
      node: { type: 'paragraph', children, data },
      letters: lettersOf(runs) + LINK * Math.min(places.length, MOST_LINKS),
    };
  });
}

/** Keeps the text after a colon with it: pages with their volume, and a publisher of one word with its town. */
function joined(runs: readonly Run[]): Run[] {
  return runs.map((run, index) => {
    const text = run.text.replace(/(?<=\d\)?): (?=\d)/g, ':\u00A0');
    return { ...run, text: index === runs.length - 1 ? text.replace(/(?<=\p{L}): (?=\p{L}+\.?$)/u, ':\u00A0') : text };
  });
}

/** Letters of a link back, and how many there may be: several on a slide are one. */
const LINK = 4;
const MOST_LINKS = 20;

/** Makes the list of such entries. */
export function referenceList(
  entries: readonly ReferenceNode[],
  { className = [], id }: { className?: readonly string[]; id?: string },
): BlockContent {
  const numbered = entries.some(({ node }) => isNumber(node.children[0]));
  const classes = ['references', ...(numbered ? ['numbered'] : []), ...className];
  const hProperties = { ...(id !== undefined && { id }), className: classes, role: 'list' };
  return { type: 'blockquote', children: entries.map(({ node }) => node), data: { hName: 'div', hProperties } };
}

function isNumber(node: PhrasingContent | undefined): boolean {
  const classes = node?.data?.hProperties?.['className'];
  return Array.isArray(classes) && classes.includes('reference-number');
}

function backlinks(places: readonly string[]): PhrasingContent {
  return { type: 'emphasis', children: [], data: { hName: 'span', hProperties: { dataCited: places.join(' ') } } };
}

function spanOf(className: string, children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', children, data: { hName: 'span', hProperties: { className: [className] } } };
}

function lettersOf(runs: readonly Run[]): number {
  const text = plainRuns(runs);
  const wide = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  return text.length + wide;
}
