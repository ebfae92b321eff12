import type { Nodes, Root } from 'hast';
import { Token, Tokenizer, TokenizerMode, type TokenHandler } from 'parse5';
import type { VFile } from 'vfile';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';

/**
 * Closes comments and takes out tags that are open where a piece of raw HTML ends, with a message: CommonMark ends HTML at
 * a blank line, and the HTML parser fails on elements inside of a tag.
 */
export function closeOpenTags(tree: Root, file: VFile): void {
  walk(tree, (node: Nodes) => {
    if (node.type !== 'raw') return;
    node.value = node.value.replace(/<(\/?)$/, '&lt;$1');
    if (isComplete(node.value)) return;
    const start = startOfOpenTag(node.value);
    const isComment = node.value.startsWith('<!--', start);
    const shown = node.value.slice(start).split('\n', 1)[0]?.slice(0, 30);
    node.value = isComment ? `${node.value}-->` : node.value.slice(0, start);
    const reason = isComment
      ? `“${shown}” is not closed by “-->” and ends here: HTML ends at a blank line`
      : `“${shown}” is not closed by “>” and is left out: HTML ends at a blank line`;
    warn(file, reason, { place: node, ruleId: 'html-open' });
  });
}

/** Where the tag, comment or declaration begins that is open at the end. */
function startOfOpenTag(html: string): number {
  let start = 0;
  read(html, (token) => {
    const { startOffset = 0, endOffset = 0 } = token.location ?? {};
    const isOpen = 'data' in token || token.type === Token.TokenType.DOCTYPE;
    start = isOpen && endOffset >= html.length ? startOffset : Math.max(start, endOffset);
  });
  return Math.min(start, html.lastIndexOf('<'));
}

const PROBE = 'x-probe';

/** Elements whose content is text up to their own end tag. */
const TEXT_ELEMENTS = new Map<string, Tokenizer['state']>([
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['plaintext', TokenizerMode.PLAINTEXT],
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
  ['xmp', TokenizerMode.RAWTEXT],
]);

type ParserToken = Token.TagToken | Token.CommentToken | Token.DoctypeToken | Token.CharacterToken;

/** Whether a tag behind the HTML would be read as that tag, or as the text of an element that holds nothing but text. */
function isComplete(html: string): boolean {
  let last = '';
  read(`${html}<${PROBE}>`, (token) => {
    if (token.type === Token.TokenType.START_TAG) last = token.tagName;
    if (token.type === Token.TokenType.END_TAG) last = '';
  });
  return last === PROBE || TEXT_ELEMENTS.has(last);
}

/** Tells all tokens of HTML but its end. */
function read(html: string, onToken: (token: ParserToken) => void): void {
  const handler: TokenHandler = {
    onStartTag(tag) {
      tokenizer.state = TEXT_ELEMENTS.get(tag.tagName) ?? tokenizer.state;
      onToken(tag);
    },
    onEndTag: onToken,
    onComment: onToken,
    onDoctype: onToken,
    onEof() {},
    onCharacter: onToken,
    onNullCharacter: onToken,
    onWhitespaceCharacter: onToken,
  };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
  tokenizer.write(html, true);
}
