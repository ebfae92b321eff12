import type { Code, Html, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { warn } from '../model/messages.ts';
import { HTML_BLOCKS } from './chunk-source.ts';

/** A line that starts a slide where nothing holds it. */
const STARTS_SLIDE = /^ {0,3}(?:#{1,6}[ \t]|(?:-[ \t]*){3,}$|=+[ \t]*$)/m;

/**
 * Warns of blocks that hold slides since they are not closed: CommonMark lets them go on to the end of the file, or to
 * the end of the next block of their kind.
 */
export const unclosedBlocks: Plugin<[], Root> = () => (tree, file) => {
  for (const node of tree.children) {
    if (node.type === 'html') reportHtml(node, file);
    else if (node.type === 'code' || node.type === 'containerDirective') reportFenced(node, file);
  }
};

function reportFenced(node: Code | ContainerDirective, file: VFile): void {
  const { start, end } = node.position ?? {};
  const source = String(file).slice(start?.offset, end?.offset);
  const [opening = '', mark = ''] = /^(`{3,}|~{3,}|:{3,})[\w-]*/.exec(source) ?? [];
  const held = mark === '' ? undefined : slidesIn(source);
  if (held === undefined) return;
  const lastLine = source.slice(source.lastIndexOf('\n') + 1).trim();
  const isClosed = lastLine.startsWith(mark) && lastLine === mark.charAt(0).repeat(lastLine.length);
  // Blocks inside of others have fewer marks.
  if (isClosed && !new RegExp(String.raw`^ {0,3}${mark}[\w{]`, 'm').test(held)) return;
  const isCode = node.type === 'code';
  const what = isCode ? 'the code that begins here' : `“${opening}”`;
  warn(file, `Expected a line “${mark}” after ${what}; until then, it contains the slides that follow`, {
    place: start,
    ruleId: isCode ? 'code-open' : 'directive-syntax',
  });
}

/** Returns the slides that a block contains from the first line that starts one. */
function slidesIn(source: string): string | undefined {
  const inside = source.replace(/^.*/, '').replaceAll('\r', '');
  const at = inside.search(STARTS_SLIDE);
  return at === -1 ? undefined : inside.slice(at);
}

/** Comments, `<style>` and their like end at their own end only. What has none is closed here. */
function reportHtml(node: Html, file: VFile): void {
  const [, close] = HTML_BLOCKS.find(([open]) => open.test(node.value)) ?? [];
  if (!close) return;
  const end = endOf(node.value);
  const isClosed = close.test(node.value);
  if (isClosed && !(end === '-->' && slidesIn(node.value)?.includes('<!--'))) return;
  const [first = ''] = node.value.split(/\r?\n/, 1);
  const until = isClosed ? `the next “${end}”` : 'the end of the file';
  warn(file, `Expected “${end}” after “${first.slice(0, 30)}”; until then, it contains everything up to ${until}`, {
    place: node.position?.start,
    ruleId: 'html-open',
  });
  if (!isClosed) node.value += `\n${end}`;
}

function endOf(html: string): string {
  if (html.startsWith('<!--')) return '-->';
  if (html.startsWith('<![CDATA[')) return ']]>';
  if (html.startsWith('<?')) return '?>';
  const name = /^<(\w+)/.exec(html)?.[1];
  return name === undefined ? '>' : `</${name}>`;
}
