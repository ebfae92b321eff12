import { toString } from 'mdast-util-to-string';
import type { RootContent } from 'mdast';
import { isFurniture } from '../furniture.ts';
import { countWords } from '../words.ts';
import type { Source } from './source.ts';

/** Words of a line below a title that says more of the whole, and of one that says who wrote it. */
const [SUBTITLE, BYLINE] = [14, 16];

/** “By NAME”. */
const AUTHOR =
  /^(?:by|von|par|por)\s+(\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:de|del|van|von|der|la|le)\s+)?\p{Lu}[\p{L}.'’-]*){1,3})/iu;
const READING_TIME = /\b\d{1,3}[ -]?min(?:ute)?s?[ -]read\b/i;

/**
 * Takes the lines below the title out of the text: who wrote it and when, and a subtitle where the article names none – in plain text a title with nothing
 * under it, else a first paragraph of a few words that is not a sentence.
 */
export function withTitleLines(source: Source): Source {
  const { tree, title } = source;
  const [first] = tree.children;
  const isTitled = first?.type === 'heading' && (first.depth === 1 || toString(first).trim() === title);
  if (title === undefined && !isTitled) return source;
  const at = isTitled ? 1 : 0;
  let { subtitle, author } = source;
  let to = at;
  for (; to < at + 3; to += 1) {
    const [line, next] = tree.children.slice(to);
    if (!line) break;
    const text = toString(line, { includeImageAlt: false }).trim();
    if (isByline(line, text)) author ??= AUTHOR.exec(text)?.[1];
    else if (subtitle === undefined && isSubtitle(line, next, { text, level: source.level })) subtitle = text;
    else break;
  }
  const children = [...tree.children.slice(0, at), ...tree.children.slice(to)];
  return { ...source, subtitle, author, tree: { ...tree, children } };
}

function isByline({ type }: RootContent, text: string): boolean {
  const isShort = type === 'paragraph' && text !== '' && countWords(text) <= BYLINE && !/[.!?]$/.test(text);
  return isShort && (AUTHOR.test(text) || READING_TIME.test(text));
}

function isSubtitle(
  line: RootContent,
  next: RootContent | undefined,
  { text, level }: { text: string; level: Source['level'] },
): boolean {
  if (text === '' || countWords(text) > SUBTITLE || isFurniture({ text })) return false;
  if (level === 'one' && line.type === 'heading') return next?.type === 'heading';
  const isPlain =
    line.type === 'paragraph' && line.children.every(({ type }) => type === 'text' || type === 'emphasis');
  return isPlain && /^(?:heading|paragraph)$/.test(next?.type ?? '') && !/[.!?:;,。！？：]["”’»」)]?$/.test(text);
}
