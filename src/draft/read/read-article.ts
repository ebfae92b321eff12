import { LecternError } from '../../model/errors.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import type { Source } from './source.ts';
import { withTitleLines } from './title-lines.ts';

/** Reads an article by the ending of its name; where it has none, by how its text begins. @throws LecternError `INPUT_UNREADABLE` */
export async function readArticle(bytes: Uint8Array, name: string | undefined): Promise<Source> {
  return withTitleLines(await read(bytes, name));
}

async function read(bytes: Uint8Array, name: string | undefined): Promise<Source> {
  if (isZip(bytes)) {
    const { readDocx } = await import('./docx.ts');
    return readDocx(bytes, name);
  }
  const text = decode(bytes, name);
  const format = formatOf(text, /\.(\w+)$/.exec(name ?? '')?.[1]?.toLowerCase() ?? '');
  if (format === 'markdown') return readMarkdown(text);
  if (format === 'text') return readPlainText(text);
  const { readHtml } = await import('./html.ts');
  return readHtml(text);
}

/** Markdown may begin with HTML, such as a logo in the middle of its line: the name of a file tells more than its first words. */
function formatOf(text: string, ending: string): 'html' | 'markdown' | 'text' {
  if (/^(?:html?|xhtml)$/.test(ending) || /^\s*<(?:!doctype html|html|head|body)\b/i.test(text)) return 'html';
  if (/^(?:md|markdown|mdx|mkd)$/.test(ending)) return 'markdown';
  if (ending !== 'txt' && isMarkdown(text)) return 'markdown';
  return /^\s*<(?:article|main|div|section|h1|p)\b/i.test(text) ? 'html' : 'text';
}

/** A `.docx` is a ZIP archive. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Signs that nobody writes in plain text: headings, links, fences and front matter. */
function isMarkdown(text: string): boolean {
  return /^(?:#{1,6} \S|```|~~~|---\s*$)|\]\(\S+\)|\*\*\S|^(?:=|-){3,}$/m.test(text);
}

function decode(bytes: Uint8Array, name: string | undefined): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below, for both.
  }
  throw new LecternError('INPUT_UNREADABLE', `${name ?? 'the article'}: the file is not UTF-8 text`, {
    advice: 'Save it as UTF-8 text, Markdown, HTML or .docx.',
  });
}
