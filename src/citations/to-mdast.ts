import type { Link, PhrasingContent } from 'mdast';
import { plainRuns, type Look, type Run } from './runs.ts';

/** Returns the id of an entry in the list of references. */
export function referenceId(key: string): string {
  // A colon is in no id that is made of a title.
  return `ref:${key}`;
}

/**
 * Makes Markdown's nodes of formatted text. Runs that cite an entry become one link to it.
 *
 * @param listed - entries that a slide lists; others have nothing to lead to.
 */
export function runsToMdast(runs: readonly Run[], listed: ReadonlySet<string>): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  // A link cannot hold another one.
  const linkOf = ({ cite, href }: Run): string | undefined => (cite !== undefined && listed.has(cite) ? cite : href);
  for (const group of groupsOf(runs, linkOf)) {
    const [first] = group;
    const children = groupsOf(group, (run) => JSON.stringify({ ...run, text: '', href: '', cite: '' })).map(shown);
    const link = first && linkOf(first);
    if (link === undefined) nodes.push(...children);
    else nodes.push(link === first?.href ? linkTo(link, children) : citeLink(link, children));
  }
  return nodes;
}

/** Runs that follow each other and are alike in something. */
function groupsOf(runs: readonly Run[], kindOf: (run: Run) => string | undefined): Run[][] {
  const groups: Run[][] = [];
  let last: string | undefined;
  for (const run of runs) {
    const kind = kindOf(run);
    if (groups.length === 0 || kind !== last) groups.push([]);
    groups.at(-1)?.push(run);
    last = kind;
  }
  return groups;
}

/** Content that a link may have. */
type LinkText = Link['children'][number];

function citeLink(key: string, children: PhrasingContent[]): Link {
  const link = linkTo(`#${encodeURIComponent(referenceId(key))}`, children);
  link.data = { hProperties: { className: ['cite'] } };
  return link;
}

function linkTo(url: string, children: PhrasingContent[]): Link {
  return { type: 'link', url, children: children as LinkText[] };
}

/**
 * Elements of looks, outer ones last. Small capitals are a style of their own and not one of the style sheets, which would
 * add capitals to the fonts of all decks.
 */
const ELEMENTS: readonly (readonly [name: keyof Look, tagName: string, style?: string])[] = [
  ['smallCaps', 'span', 'font-variant-caps:small-caps'],
  ['underline', 'u'],
];

/** Makes a node of runs that look the same. */
function shown(runs: readonly Run[]): PhrasingContent {
  const [run = { text: '' }] = runs;
  let node: PhrasingContent = { type: 'text', value: plainRuns(runs) };
  const wrap = (hName: string, style?: string): void => {
    const data = { hName, ...(style !== undefined && { hProperties: { style } }) };
    node = { type: 'emphasis', children: [node], data };
  };
  for (const [name, tagName, style] of ELEMENTS) if (run[name] === true) wrap(tagName, style);
  if (run.raised === 'sup' || run.raised === 'sub') wrap(run.raised);
  if (run.italic) node = { type: 'emphasis', children: [node] };
  if (run.bold) node = { type: 'strong', children: [node] };
  return node;
}
