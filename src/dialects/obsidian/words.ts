import type { DialectSource, SourceRange } from '../../model/dialect.ts';
import { scanLines } from '../common/scan-lines.ts';

/** Code, embedded files, links to notes, marked words, an image with a size, a remark. */
const WORDS =
  /`[^`\n]{0,500}`|(!?)\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{0,300}))?\]\]|==([^=\n]{1,300})==|!\[([^[\]|\n]{0,300})\|(\d{1,5})(?:x(\d{1,5}))?\](\([^()\n]{1,500}\))|%%[^%\n]{0,500}%%/g;
const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i;
const MEDIA = /\.(?:mp4|webm|ogv|mov)$/i;

/** Turns links, embedded files, marked words and remarks of Obsidian into those of Lectern. */
export async function readWords(range: SourceRange, source: DialectSource): Promise<void> {
  let remark: number | undefined;
  for (const line of scanLines(source.text, range)) {
    if (line.isCode || line.isComment) continue;
    if (line.text.trim() === '%%') {
      if (remark === undefined) remark = line.start;
      else {
        source.remove({ start: remark, end: line.end });
        remark = undefined;
      }
      continue;
    }
    if (remark !== undefined || !/\[\[|==|%%|\|\d/.test(line.text)) continue;
    for (const match of line.text.matchAll(WORDS)) {
      const place = { start: line.start + match.index, end: line.start + match.index + match[0].length };
      const written = await wordOf(match, { place, source });
      if (written !== undefined) source.replace(place, written);
    }
  }
}

async function wordOf(
  match: RegExpExecArray,
  { place, source }: { place: SourceRange; source: DialectSource },
): Promise<string | undefined> {
  const [all, bang, name, words, marked, alt, width, height, address] = match;
  if (all.startsWith('`')) return undefined;
  if (marked !== undefined) return `:mark[${marked}]`;
  if (all.startsWith('%%')) return '';
  if (address !== undefined)
    return `![${alt}]${address}{width=${width}${height === undefined ? '' : ` height=${height}`}}`;
  if (name === undefined) return undefined;
  return bang === '!' ? embedded(name.trim(), words, { place, source }) : (words ?? name.replace(/^.*[#/]/, '')).trim();
}

/** `![[name]]` is an image, a video, or a note whose slides are included. */
async function embedded(
  name: string,
  words: string | undefined,
  { place, source }: { place: SourceRange; source: DialectSource },
): Promise<string> {
  const size = /^(\d{1,5})(?:x(\d{1,5}))?$/.exec(words ?? '');
  const braces = size ? `{width=${size[1]}${size[2] === undefined ? '' : ` height=${size[2]}`}}` : '';
  if (IMAGE.test(name)) return `![${size ? '' : (words ?? '')}](<${await find(name, source)}>)${braces}`;
  if (MEDIA.test(name)) return `::video{src="${await find(name, source)}"}`;
  const [file = '', part] = name.split('#');
  if (part !== undefined) {
    source.report('lost', place, {
      what: `![[${name}]]`,
      advice: 'part of a note cannot be included; move it to its own file',
    });
    return '';
  }
  return `\n\n::include{file="${/\.\w{2,4}$/.test(file) ? file : `${file}.md`}"}\n\n`;
}

/** Obsidian finds files by their names; they are often in a folder for attachments. */
async function find(name: string, { files }: DialectSource): Promise<string> {
  for (const folder of ['', 'attachments/', 'assets/', 'images/', 'img/', 'media/', '../attachments/', '../assets/']) {
    const found = await files.load(`${folder}${name}`);
    if (!('problem' in found)) return `${folder}${name}`;
  }
  return name;
}
