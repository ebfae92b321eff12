import type { Html, RootContent } from 'mdast';

/** Tells whether a node is raw HTML without visible content: comments, styles, scripts. */
export function isUnseen(node: RootContent): node is Html {
  return node.type === 'html' && showsNothing(node.value);
}

/** Tells whether a block has a place of its own among others: all but what shows nothing, and pauses. */
export function takesPlace(node: RootContent): boolean {
  const isPause = node.type === 'leafDirective' && node.name === 'pause';
  return !isPause && node.type !== 'definition' && node.type !== 'footnoteDefinition' && !isUnseen(node);
}

const COMMENT = '<!--';
const WITH_CONTENT = /^<(style|script)[\s>]/i;
const WITHOUT_CONTENT = /^<(?:link|meta)\s[^>]*>/i;

function showsNothing(html: string): boolean {
  let rest = html.trimStart();
  while (rest !== '') {
    const name = WITH_CONTENT.exec(rest)?.[1];
    const empty = WITHOUT_CONTENT.exec(rest)?.[0];
    if (rest.startsWith(COMMENT)) rest = behind(rest, '-->', COMMENT.length);
    else if (name !== undefined) rest = behind(rest, `</${name.toLowerCase()}>`, 0);
    else if (empty !== undefined) rest = rest.slice(empty.length);
    else return false;
    rest = rest.trimStart();
  }
  return true;
}

/** Returns the text after an end tag; nothing where it never comes. */
function behind(html: string, end: string, from: number): string {
  const at = html.toLowerCase().indexOf(end, from);
  return at === -1 ? '' : html.slice(at + end.length);
}
