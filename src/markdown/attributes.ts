import type { Heading, Image, Link, Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { htmlProperties, parseAttributes, type Attributes } from '../model/attributes.ts';
import { warn } from '../model/messages.ts';
import { spellingOf, didYouMean } from '../model/did-you-mean.ts';
import { isOpenData } from '../model/own-data.ts';
import {
  isPictureAttribute,
  pictureLooks,
  PICTURE_ATTRIBUTES,
  PICTURE_ATTRIBUTE_NAMES,
} from '../model/picture-attributes.ts';
import { walk } from '../model/walk.ts';

const FOLLOWING = /\{((?:[^{}"'\n]|"[^"\n]*"|'[^'\n]*')*)\}/y;

/**
 * Takes `{…}` off what is right behind an image or a link and gives it to them. Attributes are found in the source,
 * so quotes, emphasis marks and escapes inside them mean nothing; what CommonMark made of the text before and behind
 * them stays.
 */
export const inlineAttributes: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('{')) return;
  walk(tree, (node: Nodes) => {
    if (!('children' in node)) return;
    for (let index = 0; index < node.children.length; index += 1) {
      const child = node.children[index];
      if (child?.type === 'image' || child?.type === 'link') takeFollowing(child, node, file);
      else if (child?.type === 'imageReference' || child?.type === 'linkReference') {
        takeFollowing(child as unknown as Image, node, file);
      }
    }
  });
};

/** Attributes that can do no harm. */
const ALLOWED: Readonly<Record<'image' | 'link', readonly string[]>> = {
  image: [...PICTURE_ATTRIBUTE_NAMES, 'title', 'lang', 'dir'],
  link: ['target', 'rel', 'title', 'download', 'lang', 'dir'],
};

function takeFollowing(node: Image | Link, parent: Parents, file: VFile): void {
  const source = String(file);
  const end = node.position?.end;
  if (end?.offset === undefined || source.charAt(end.offset) !== '{') return;
  FOLLOWING.lastIndex = end.offset;
  const match = FOLLOWING.exec(source);
  const attributes = match && parseAttributes(match[1] ?? '');
  if (!match || !attributes || !cutFollowing(parent, node, end.offset + match[0].length, source)) return;
  const last = { ...end, column: end.column + match[0].length, offset: end.offset + match[0].length };
  const place = { start: { ...end }, end: last };
  const isPicture = node.type.startsWith('image');
  for (const [key, value] of attributes.values) {
    const known = ALLOWED[isPicture ? 'image' : 'link'];
    if (isPicture && isPictureAttribute(key) && PICTURE_ATTRIBUTES[key].read(String(value)) === undefined) {
      attributes.values.delete(key);
      const given = value === true ? 'without a value' : `“${value}”`;
      const reason = `Invalid ${key} ${given}, expected ${PICTURE_ATTRIBUTES[key].expected}`;
      warn(file, reason, { place, ruleId: 'attribute' });
    }
    if (known.includes(key) || isOpenData(key)) continue;
    attributes.values.delete(key);
    const what = isPicture ? 'an image' : 'a link';
    const reason = `Unknown attribute “${key}” of ${what}${didYouMean(key, known)}`;
    warn(file, reason, { place, ruleId: 'attribute', spelling: spellingOf(key, known) });
  }
  end.column = last.column;
  end.offset = last.offset;
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, ...inlineProperties(attributes) } };
}

/** How an image is shown is what people set on it, so it is a style: `width=40%` means 40% of what holds the image. */
function inlineProperties(attributes: Attributes): Record<string, string | string[] | true> {
  const looks = pictureLooks(attributes.values);
  const others = [...attributes.values].filter(([key]) => !isPictureAttribute(key));
  const properties = htmlProperties({ ...attributes, values: new Map(others) });
  const style = [looks.style, ...(typeof properties['style'] === 'string' ? [properties['style']] : [])]
    .filter(Boolean)
    .join(';');
  return { ...properties, ...(style && { style }), ...(looks.shape && { dataShape: looks.shape }) };
}

/** Drops what is between a node and `offset`; false where that would split anything but text. */
function cutFollowing(parent: Parents, node: Image | Link, offset: number, source: string): boolean {
  const children = parent.children as PhrasingContent[];
  const index = children.indexOf(node);
  let next = index + 1;
  while (next < children.length && (children[next]?.position?.end.offset ?? Infinity) <= offset) next += 1;
  const split = children[next];
  const start = split?.position?.start;
  if (split && start?.offset !== undefined && start.offset < offset) {
    if (split.type !== 'text') return false;
    split.value = split.value.slice(decodeString(source.slice(start.offset, offset)).length);
    start.column += offset - start.offset;
    start.offset = offset;
  }
  children.splice(index + 1, next - index - 1);
  return true;
}

/** Takes the attributes off the end of a heading, or of a caption; `\{` or a brace in code is text. */
export function takeHeadingAttributes(heading: Heading | Paragraph, source: string): Attributes | undefined {
  const start = heading.children[0]?.position?.start.offset;
  const end = heading.children.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const text = source.slice(start, end);
  const brace = lastBrace(text);
  if (brace === undefined || text.charAt(brace - 1) === '\\') return undefined;
  const attributes = parseAttributes(text.slice(brace + 1, text.lastIndexOf('}')));
  const kept = text.slice(0, brace).trimEnd();
  if (!attributes || !cutHeading(heading, start + kept.length, source)) return undefined;
  return attributes;
}

/** Where the braces begin that end a text; braces in quotes are part of a value. */
function lastBrace(text: string): number | undefined {
  const end = text.trimEnd().length - 1;
  if (text.charAt(end) !== '}') return undefined;
  // Read backwards, a quote ends where it begins: each character is looked at once.
  for (let at = end - 1; at >= 0; at -= 1) {
    const character = text.charAt(at);
    if (character === '{') return at;
    if (character === '}') return undefined;
    if (character !== '"' && character !== "'") continue;
    at = at === 0 ? -1 : text.lastIndexOf(character, at - 1);
  }
  return undefined;
}

/** Drops what is at or after `offset`; false where that would split anything but text. */
function cutHeading(heading: Heading | Paragraph, offset: number, source: string): boolean {
  const kept = heading.children.filter((child) => (child.position?.start.offset ?? 0) < offset);
  const last = kept.at(-1);
  const lastEnd = last?.position?.end;
  if (last && lastEnd && (lastEnd.offset ?? 0) > offset) {
    if (last.type !== 'text') return false;
    const cut = decodeString(source.slice(offset, lastEnd.offset)).length;
    last.value = last.value.slice(0, Math.max(0, last.value.length - cut)).trimEnd();
    lastEnd.column -= (lastEnd.offset ?? 0) - offset;
    lastEnd.offset = offset;
    if (last.value === '') kept.pop();
  }
  heading.children = kept;
  return true;
}
