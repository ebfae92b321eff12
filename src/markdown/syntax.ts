import { defListFromMarkdown } from 'mdast-util-definition-list';
import { directiveFromMarkdown } from 'mdast-util-directive';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { mathFromMarkdown } from 'mdast-util-math';
import { defList } from 'micromark-extension-definition-list';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { math } from 'micromark-extension-math';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Extension } from 'micromark-util-types';
import { TEXT_DIRECTIVES } from '../model/directive-names.ts';
import { directiveSyntax } from './inline-directive-syntax.ts';

/** Extensions for one parse. */
export interface Syntax {
  micromark: Extension;
  fromMarkdown: FromMarkdownExtension[];
}

interface Construct {
  /** Text without a match of this has no such construct, so it parses the same without the extension. */
  sign: RegExp;
  micromark: () => Extension;
  fromMarkdown: () => FromMarkdownExtension;
}

const DIRECTIVE_SIGN = new RegExp(`::|:(?:${TEXT_DIRECTIVES.join('|')})\\[`);

/** Everything a deck may use beyond CommonMark. */
const CONSTRUCTS: Construct[] = [
  { sign: /www\.|:\/\/|@/i, micromark: gfmAutolinkLiteral, fromMarkdown: gfmAutolinkLiteralFromMarkdown },
  { sign: /\[\^/, micromark: gfmFootnote, fromMarkdown: gfmFootnoteFromMarkdown },
  { sign: /~/, micromark: gfmStrikethrough, fromMarkdown: gfmStrikethroughFromMarkdown },
  { sign: /-[ \t]*[|:]|[|:][ \t]*-/, micromark: gfmTable, fromMarkdown: gfmTableFromMarkdown },
  { sign: /\[[\sx]\]/i, micromark: gfmTaskListItem, fromMarkdown: gfmTaskListItemFromMarkdown },
  { sign: DIRECTIVE_SIGN, micromark: directiveSyntax, fromMarkdown: directiveFromMarkdown },
  { sign: /^[\s>*+\d.)-]*:(?:\s|$)/m, micromark: () => defList, fromMarkdown: () => defListFromMarkdown },
  { sign: /\$/, micromark: math, fromMarkdown: mathFromMarkdown },
];

/** Syntaxes by which of the constructs they have, as a bit each. */
export type SyntaxCache = Map<number, Syntax>;

/** The extensions that `text` can need: parsing pays for what is there. */
export function syntaxFor(text: string, cache: SyntaxCache): Syntax {
  let bits = 0;
  CONSTRUCTS.forEach(({ sign }, index) => {
    if (sign.test(text)) bits |= 1 << index;
  });
  let syntax = cache.get(bits);
  if (!syntax) {
    syntax = combine(CONSTRUCTS.filter((_, index) => bits & (1 << index)));
    cache.set(bits, syntax);
  }
  return syntax;
}

/** All extensions, whatever the text. */
export function wholeSyntax(): Syntax {
  return combine(CONSTRUCTS);
}

function combine(constructs: Construct[]): Syntax {
  return {
    micromark: combineExtensions(constructs.map(({ micromark }) => micromark())),
    fromMarkdown: constructs.map(({ fromMarkdown }) => fromMarkdown()),
  };
}
