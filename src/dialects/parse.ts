import type { Nodes, Root } from 'mdast';
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
import { combineExtensions } from 'micromark-util-combine-extensions';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { autolinks } from '../markdown/autolinks.ts';
import { mathSyntax } from '../markdown/math-syntax.ts';
import type { SourceRange } from '../model/dialect.ts';
import { walk } from '../model/walk.ts';

/** Markdown as most tools read it: without directives and braces, which mean something in Lectern alone. */
const PARSER: Processor<Root> = unified()
  .use(remarkParse)
  .data({
    micromarkExtensions: [
      combineExtensions([
        gfmAutolinkLiteral(),
        gfmFootnote(),
        gfmStrikethrough(),
        gfmTable(),
        gfmTaskListItem(),
        mathSyntax(),
      ]),
    ],
    fromMarkdownExtensions: [
      autolinks(),
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      mathFromMarkdown(),
    ],
  })
  .freeze();

/** Parses a part of a text; positions are those of the whole, but for columns of its first line. */
export function parsePart(text: string, { start, end }: SourceRange): Root {
  const tree = PARSER.parse(text.slice(start, end));
  if (start === 0) return tree;
  const lines = text.slice(0, start).split('\n').length - 1;
  walk(tree, (node: Nodes) => {
    if (!node.position) return;
    for (const point of [node.position.start, node.position.end]) {
      point.line += lines;
      point.offset = (point.offset ?? 0) + start;
    }
  });
  return tree;
}
