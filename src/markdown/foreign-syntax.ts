import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';

/** Something that another tool for slides reads, and Lectern shows or passes over. */
interface Foreign {
  type: Nodes['type'];
  /** In the node's source; its first group is named in the message. */
  sign: RegExp;
  fate: string;
  expected: string;
}

const NOTES = { fate: 'shown to the audience', expected: 'speaker notes between “:::notes” and “:::”' };
const SETTINGS = 'settings in braces behind the slide’s heading, as in “## Title {layout=center}”';

/** What Slidev's slides have in front matter of their own. */
const SLIDEV = 'layout|class|background|transition|image|clicks|hideInToc|routeAlias|src|zoom';

const FOREIGN: Foreign[] = [
  // reveal.js
  { type: 'paragraph', sign: /^(notes?:)[ \t]*(?:\n|$)/i, ...NOTES },
  {
    type: 'html',
    sign: /^(<!--\s*\.slide:)/,
    fate: 'passed over',
    expected: SETTINGS,
  },
  {
    type: 'html',
    sign: /^(<!--\s*\.element:)/,
    fate: 'passed over',
    expected: '“:::steps” and “:::” around what comes step by step',
  },
  // remark
  { type: 'paragraph', sign: /^(\?{3})[ \t]*(?:\n|$)/, ...NOTES },
  // Deckset
  { type: 'paragraph', sign: /^(\^) /, ...NOTES },
  // Pandoc, kramdown
  {
    type: 'text',
    // Neither escaped nor behind colons, of which is told elsewhere.
    sign: /(?<!\\|:::|::: )(\{:? ?[.#][a-z][^{}\n]*\})/i,
    fate: 'shown as text',
    expected: 'it right behind a heading, a picture, a link or the backticks of a fence, or “:span[words]{.name}”',
  },
  { type: 'paragraph', sign: /^(\. \. \.)[ \t]*$/, fate: 'shown as text', expected: '“::pause”' },
  // Marp
  {
    type: 'html',
    sign: /^(<!--\s*_?(?:class|paginate|header|footer|color|theme|headingDivider|background\w+):)/,
    fate: 'passed over',
    expected: `${SETTINGS}, or a key of the front matter`,
  },
  {
    type: 'image',
    sign: /^!\[(bg)(?: [^\]]*)?\]/,
    fate: 'shown in the text',
    expected: '{background=…} or {layout=image-right} behind the slide’s heading',
  },
  // Slidev: a slide's front matter is a heading to CommonMark.
  {
    type: 'heading',
    sign: new RegExp(String.raw`^((?:${SLIDEV}):)[^\n]*(?:\n\w+:[^\n]*)*\n-+\s*$`),
    fate: 'shown as a heading',
    expected: SETTINGS,
  },
  {
    type: 'paragraph',
    sign: /^(::[\w-]+::)[ \t]*(?:\n|$)/,
    fate: 'shown as text',
    expected: 'a slot such as “:::left” and “:::” around what is in it',
  },
];

/** Text without a match of this has nothing foreign in it. */
const ANY = new RegExp(
  String.raw`<!--|!\[bg|\{:? ?[.#][a-z]|^[> \t]*(?:notes?:[ \t]*$|\?{3}|\^ |\. \. \.|::[\w-]+::|(?:${SLIDEV}):)`,
  'im',
);

/** Tells of what authors bring along from other tools; who listens would read their notes. */
export const foreignSyntax: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file);
  if (!ANY.test(source)) return;
  const tell = (node: Nodes): void => {
    const { start, end } = node.position ?? {};
    const kinds = FOREIGN.filter(({ type }) => type === node.type);
    if (kinds.length === 0 || start?.offset === undefined) return;
    const text = source.slice(start.offset, end?.offset).replaceAll('\r', '');
    for (const { sign, fate, expected } of kinds) {
      const written = sign.exec(text)?.[1];
      // What was taken off a text meanwhile is at home here.
      if (written === undefined || (node.type === 'text' && !node.value.includes(written))) continue;
      const shown = node.type === 'html' ? `${written.replace(/^<!--\s*/, '<!-- ')} … -->` : written;
      warn(file, `Unexpected “${shown}”, ${fate}: expected ${expected}`, { place: node, ruleId: 'foreign-syntax' });
    }
  };
  for (const child of tree.children) if (child.type === 'slide') walk<Nodes>(child, tell);
};
