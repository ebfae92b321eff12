import mammoth from 'mammoth';
import { LecternError } from '../../model/errors.ts';
import { treeOf } from './html.ts';
import type { Source } from './source.ts';

/** Paragraph styles outside of the text. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Author'] => p.author:fresh",
];

/** Address of an image that is inside of the document. */
const IN_DOCUMENT = 'document:image';

/** Reads a `.docx` file: headings, lists, tables, links and footnotes by their styles. @throws LecternError `INPUT_UNREADABLE` */
export async function readDocx(bytes: Uint8Array, name: string | undefined): Promise<Source> {
  try {
    const options = {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: IN_DOCUMENT })),
    };
    const converted = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options);
    const value = inLines(converted.value);
    const author = textOf(value, 'author');
    const subtitle = textOf(value, 'subtitle');
    const body = value.replaceAll(/<p class="(?:author|subtitle)">.*?<\/p>/g, '');
    // Headings below a title of its own style are those of sections.
    return {
      tree: treeOf(body.replaceAll(/<h1 class="title">.*?<\/h1>/g, '')),
      title: textOf(value, 'title'),
      subtitle,
      author,
    };
  } catch (cause) {
    throw new LecternError('INPUT_UNREADABLE', `${name ?? 'the article'}: the document cannot be read`, {
      advice: 'Save it as .docx again, or as HTML.',
      cause,
    });
  }
}

/** Writes each paragraph on a line of its own, so that the line of a block is the number of its paragraph. */
function inLines(html: string): string {
  return html.replaceAll(/<\/(?:p|h[1-6]|li|tr)>/g, '$&\n');
}

function textOf(html: string, name: string): string | undefined {
  const found = new RegExp(`class="${name}">(.*?)</`).exec(html)?.[1];
  const text = found?.replaceAll(/<[^>]*>/g, '').trim();
  return text === '' ? undefined : text;
}
