import type { Element, ElementContent } from 'hast';
import type { DialectSource, SourceRange } from '../../../model/dialect.ts';
import { notesBlock } from '../../notes.ts';
import { noSettings, settingsText } from '../../slides.ts';
import { addSlideAttributes } from '../slide-comment.ts';
import { attributesOf, elementsOf, textOf } from './elements.ts';
import { dedented, inlineMarkdown, oneLine } from './one-line.ts';

/** Elements that end a paragraph. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|center|details|div|dl|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|pre|script|section|style|table|ul)$/;

/** Writes the attributes of a section as the comment that Markdown has for them; empty if none matter. */
export function attributesComment(attributes: ReadonlyMap<string, string>): string {
  const own = [...attributes].filter(([name]) =>
    /^(?:class|id|data-(?:background|transition|auto-animate|state|visibility|timing))/.test(name),
  );
  if (own.length === 0) return '';
  const text = own.map(([name, value]) => `${name}="${value.replaceAll('"', '')}"`.replaceAll('--', '- -'));
  return `<!-- .slide: ${text.join(' ')} -->\n\n`;
}

/** Turns a section in HTML into a slide: headings, images, code and notes as Markdown, all else as HTML. */
export function htmlSlide(section: Element, range: SourceRange, source: DialectSource): string {
  const settings = noSettings();
  addSlideAttributes(attributesOf(section), settings);
  const blocks: string[] = [];
  let words: ElementContent[] = [];
  const flush = (): void => {
    const text = paragraph(words);
    if (text !== '') blocks.push(imageAlone(words) ?? text);
    words = [];
  };
  for (const child of section.children) {
    if (child.type === 'element' && BLOCKS.test(child.tagName)) {
      flush();
      const written = blockOf(child, range, source);
      if (written !== '') blocks.push(written);
    } else if (child.type !== 'comment') words.push(child);
  }
  flush();
  const braces = settingsText(settings);
  const first = blocks[0];
  if (braces !== '' && first !== undefined && /^#{1,6} [^\n]*$/.test(first)) blocks[0] = `${first} ${braces}`;
  else if (braces !== '' || blocks.length === 0) blocks.unshift(`::slide${braces}`);
  return blocks.join('\n\n');
}

function blockOf(element: Element, range: SourceRange, source: DialectSource): string {
  const { tagName } = element;
  const attributes = attributesOf(element);
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  if (level !== undefined) {
    const text = inlineMarkdown(element.children).trim();
    if (text === '') return '';
    const look = [...attributes].filter(([name]) => name === 'class' || name === 'style');
    const open = look.map(([name, value]) => ` ${name}="${value.replaceAll('"', "'")}"`).join('');
    return `${'#'.repeat(Number(level))} ${open === '' ? text : `<span${open}>${text}</span>`}`;
  }
  if (tagName === 'aside' && /(?:^| )notes(?: |$)/.test(attributes.get('class') ?? ''))
    return notesBlock(notesText(element));
  if (tagName === 'pre') return codeOf(element) ?? oneLine([element]);
  if (tagName === 'p') {
    const isPlain = attributes.size === 0;
    return imageAlone(element.children) ?? (isPlain ? paragraph(element.children) : oneLine([element]));
  }
  if (tagName === 'iframe') {
    const address = attributes.get('data-src') ?? attributes.get('src') ?? '';
    if (/^(?:https?:)?\/\//.test(address)) return `::embed{src="${address.replaceAll('"', '%22')}"}`;
  }
  if (tagName === 'script' || tagName === 'style') {
    source.report('lost', rangeIn(element, range), {
      what: `<${tagName}>`,
      advice: 'write it in “style” or a plugin of the config',
    });
    return '';
  }
  return oneLine([element]);
}

/** Words as a paragraph: they begin no list and no heading. A paragraph of HTML alone stays HTML. */
function paragraph(nodes: readonly ElementContent[]): string {
  const text = inlineMarkdown(nodes).trim();
  if (text.startsWith('<')) return `<p>${oneLine(nodes).trim()}</p>`;
  return text.replace(/^(\d{1,9})([.)])|^([-+#])/, (_all, number: string | undefined, mark: string, sign: string) =>
    number === undefined ? `\\${sign}` : `${number}\\${mark}`,
  );
}

function rangeIn({ position }: Element, range: SourceRange): SourceRange {
  return position ? { start: position.start.offset ?? range.start, end: position.end.offset ?? range.end } : range;
}

/** Paragraphs of notes are apart; what they are marked with is left out. */
function notesText(element: Element): string {
  return element.children
    .map((child) => {
      const isBlock = child.type === 'element' && /^(?:p|div|ul|ol|li|h[1-6])$/.test(child.tagName);
      if (isBlock && elementsOf(child).some(({ tagName }) => tagName === 'li'))
        return `\n\n${elementsOf(child)
          .map((item) => `- ${inlineMarkdown(item.children).trim()}`)
          .join('\n')}\n\n`;
      return isBlock ? `\n\n${inlineMarkdown(child.children).trim()}\n\n` : inlineMarkdown([child]);
    })
    .join('')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/\n\n +/g, '\n\n')
    .trim();
}

/** An image that is all of its paragraph, as Markdown. */
function imageAlone(nodes: readonly ElementContent[]): string | undefined {
  const own = nodes.filter((node) => !(node.type === 'text' && node.value.trim() === '') && node.type !== 'comment');
  const [image] = own;
  if (own.length !== 1 || image?.type !== 'element' || image.tagName !== 'img') return undefined;
  const attributes = attributesOf(image);
  const address = attributes.get('data-src') ?? attributes.get('src') ?? '';
  if (address === '' || attributes.has('style') || /fragment/.test(attributes.get('class') ?? '')) return undefined;
  const sizes = ['width', 'height'].flatMap((key) => {
    const size = /^(\d{1,4}(?:\.\d{1,3})?)(px|%|)$/.exec(attributes.get(key) ?? '');
    return size ? [`${key}=${size[1]}${size[2] || 'px'}`] : [];
  });
  const alt = (attributes.get('alt') ?? '').replaceAll(/\s+/g, ' ').replaceAll(/[[\]]/g, '\\$&');
  const file = /[\s()]/.test(address) ? `<${address.replaceAll(/[<>]/g, '')}>` : address;
  return `![${alt}](${file})${sizes.length > 0 ? `{${sizes.join(' ')}}` : ''}`;
}

/** `<pre><code>` is a fence. */
function codeOf(pre: Element): string | undefined {
  const [code] = elementsOf(pre);
  if (code?.tagName !== 'code' || elementsOf(pre).length !== 1) return undefined;
  const attributes = attributesOf(code);
  const names = (attributes.get('class') ?? '').split(/\s+/).map((name) => name.replace(/^lang(?:uage)?-/, ''));
  const language =
    names.find((name) => /^[\w+#-]{1,30}$/.test(name) && !/^(?:hljs|stretch|nohighlight|fragment|code)/.test(name)) ??
    '';
  const steps = (attributes.get('data-line-numbers') ?? '').replaceAll(/\s/g, '');
  const text = dedented(textOf(code));
  const ticks = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const info = [language || 'text', ...(/^[\d|,-]+$/.test(steps) ? [`{${steps}}`] : [])].join(' ');
  return `${ticks}${info}\n${text}\n${ticks}`;
}
