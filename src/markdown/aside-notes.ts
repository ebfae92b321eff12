import type { Html, RootContent } from 'mdast';
import type { SlideNode } from './slide-node.ts';

const OPENING = /^\s*<aside\s[^<>]*>/i;
const CLASS = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const CLOSING = /<\/aside\s*>/i;

/**
 * Takes `<aside class="notes">` … `</aside>` off a slide, which is how reveal.js writes speaker notes. What is between
 * blank lines is Markdown, as in all HTML.
 *
 * @returns the content of the notes.
 */
export function takeAsideNotes(slide: SlideNode): RootContent[] {
  const notes: RootContent[] = [];
  for (let start = 0; start < slide.children.length; start += 1) {
    const opening = slide.children[start];
    const tag = opening?.type === 'html' ? notesTag(opening.value) : undefined;
    if (opening?.type !== 'html' || tag === undefined) continue;
    const end = slide.children.findIndex(
      (child, at) =>
        at >= start &&
        child.type === 'html' &&
        CLOSING.test(child === opening ? child.value.slice(tag.length) : child.value),
    );
    if (end === -1) continue;
    const inside = slide.children.slice(start, end + 1);
    const last = inside.at(-1) as Html;
    // HTML after the notes in the same block stays on the slide.
    const [before = '', ...behind] = (last === opening ? last.value.slice(tag.length) : last.value).split(CLOSING);
    const rest = behind.join('</aside>');
    const head = last === opening ? before : opening.value.slice(tag.length);
    const parts = [pieceOf(opening, tag.length, head), ...(last === opening ? [] : [pieceOf(last, 0, before)])];
    notes.push(...[...parts.slice(0, 1), ...inside.slice(1, -1), ...parts.slice(1)].filter(isShown));
    const left: Html[] = rest.trim() ? [pieceOf(last, last.value.length - rest.length, rest)] : [];
    slide.children.splice(start, inside.length, ...left);
    start -= 1;
  }
  return notes;
}

/** The tag that HTML begins with, if it opens notes. */
function notesTag(html: string): string | undefined {
  const tag = OPENING.exec(html)?.[0];
  const [, double, single, bare] = CLASS.exec(tag ?? '') ?? [];
  return (double ?? single ?? bare ?? '').split(/\s+/).includes('notes') ? tag : undefined;
}

/** A part of a piece of HTML, with its place in the source. */
function pieceOf({ position }: Html, from: number, text: string): Html {
  // Words without a tag are a paragraph.
  const value = /^\s*[^<\s]/.test(text) ? `<p>${text.trim()}</p>` : text;
  if (!position) return { type: 'html', value };
  const offset = (position.start.offset ?? 0) + from;
  const [start, end] = [
    { ...position.start, offset },
    { ...position.end, offset: offset + text.length },
  ];
  return { type: 'html', value, position: { start, end } };
}

function isShown(node: RootContent): boolean {
  return node.type !== 'html' || node.value.trim() !== '';
}
