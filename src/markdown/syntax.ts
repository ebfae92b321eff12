import { directiveFromMarkdown } from 'mdast-util-directive';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Root } from 'mdast';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Extension } from 'micromark-util-types';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { TEXT_DIRECTIVES } from '../model/directive-names.ts';
import { mayBeWide } from '../model/wide-letters.ts';
import { autolinks } from './autolinks.ts';
import { directiveSyntax } from './inline-directive-syntax.ts';
import { knownDefinitions, type KnownDefinitions } from './known-definitions.ts';
import { mathSyntax } from './math-syntax.ts';

/** Syntax that plugins add to that of a deck. */
export interface AddedSyntax {
  micromark: readonly Extension[];
  fromMarkdown: readonly (FromMarkdownExtension | FromMarkdownExtension[])[];
  /** Names of inline directives. */
  directives: readonly string[];
  /** A text must be parsed whole. */
  whole: boolean;
  /** Identifies it, for what is kept of a text. */
  key: string;
}

/** A frozen processor that parses Markdown with some of the constructs. */
type MarkdownParser = Processor<Root>;

interface Construct {
  /** Text without a match of this has no such construct, so it parses the same without the extension. */
  sign: RegExp;
  micromark: () => Extension;
  fromMarkdown: () => FromMarkdownExtension;
}

/** @param added - names of inline directives that plugins bring. */
function directives(added: readonly string[]): Construct {
  return {
    sign: new RegExp(`::|:(?:${[...TEXT_DIRECTIVES, ...added].join('|')})\\[`),
    micromark: () => directiveSyntax(added),
    fromMarkdown: directiveFromMarkdown,
  };
}

const DIRECTIVES = directives([]);

/** Everything a deck may use beyond CommonMark. */
const CONSTRUCTS: Construct[] = [
  { sign: /www\.|:\/\/|@/i, micromark: gfmAutolinkLiteral, fromMarkdown: autolinks },
  { sign: /\[\^/, micromark: gfmFootnote, fromMarkdown: gfmFootnoteFromMarkdown },
  { sign: /~/, micromark: gfmStrikethrough, fromMarkdown: gfmStrikethroughFromMarkdown },
  { sign: /-[ \t]*[|:]|[|:][ \t]*-/, micromark: gfmTable, fromMarkdown: gfmTableFromMarkdown },
  { sign: /\[[\sx]\]/i, micromark: gfmTaskListItem, fromMarkdown: gfmTaskListItemFromMarkdown },
  DIRECTIVES,
  { sign: /\$/, micromark: mathSyntax, fromMarkdown: mathFromMarkdown },
];

/** Rare enough for other decks not to pay for its code. */
const DEFINITION_LIST = /^[ \t>*+\d.)-]*:(?:\s|$)/m;

async function definitionList(): Promise<Construct> {
  const [{ defList }, { defListFromMarkdown }] = await Promise.all([
    import('micromark-extension-definition-list'),
    import('mdast-util-definition-list'),
  ]);
  return { sign: DEFINITION_LIST, micromark: () => defList, fromMarkdown: () => defListFromMarkdown };
}

/** Chinese, Japanese or Korean text, in which CommonMark finds no end of emphasis beside punctuation. */
const CJK = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u;

async function cjkEmphasis(): Promise<Construct> {
  const [{ cjkFriendlyExtension }, { gfmStrikethroughCjkFriendly }] = await Promise.all([
    import('micromark-extension-cjk-friendly'),
    import('micromark-extension-cjk-friendly-gfm-strikethrough'),
  ]);
  const micromark = (): Extension => combineExtensions([cjkFriendlyExtension(), gfmStrikethroughCjkFriendly()]);
  return { sign: CJK, micromark, fromMarkdown: () => ({}) };
}

/** The parsers of one source. */
export interface Syntaxes {
  /**
   * The parser with the constructs that a part of it can need: parsing pays for what is there.
   *
   * @param known - definitions that are elsewhere, the same for every part.
   */
  for: (text: string, known?: KnownDefinitions) => MarkdownParser;
  /** A parser with all constructs, whatever the text. */
  whole: () => MarkdownParser;
}

/** Loads what `source` can need. */
export async function loadSyntaxes(source: string, added?: AddedSyntax): Promise<Syntaxes> {
  const rare = [
    DEFINITION_LIST.test(source) && definitionList(),
    mayBeWide(source) && CJK.test(source) && cjkEmphasis(),
  ];
  const found = await Promise.all(rare);
  const own = added ? CONSTRUCTS.map((one) => (one === DIRECTIVES ? directives(added.directives) : one)) : CONSTRUCTS;
  const constructs = [...own, ...found.filter((construct) => construct !== false)];
  /** By which of the constructs they have, as a bit each. */
  const parsers = new Map<number, MarkdownParser>();
  return {
    for(text, known) {
      let bits = known ? 1 << constructs.length : 0;
      constructs.forEach(({ sign }, index) => {
        if (sign.test(text)) bits |= 1 << index;
      });
      const used = constructs.filter((_, index) => bits & (1 << index));
      const parser = parsers.get(bits) ?? parserOf(used, { known, added });
      parsers.set(bits, parser);
      return parser;
    },
    whole: () => parserOf(constructs, { added }),
  };
}

interface Beside {
  known?: KnownDefinitions | undefined;
  added: AddedSyntax | undefined;
}

function parserOf(constructs: readonly Construct[], { known, added }: Beside): MarkdownParser {
  const micromark = combineExtensions(constructs.map((construct) => construct.micromark()));
  return unified()
    .use(remarkParse)
    .data({
      micromarkExtensions: [micromark, ...(known ? [knownDefinitions(known)] : []), ...(added?.micromark ?? [])],
      fromMarkdownExtensions: [
        ...constructs.map((construct) => construct.fromMarkdown()),
        ...(added?.fromMarkdown ?? []),
      ],
    })
    .freeze();
}
