import type { Root } from 'mdast';
import { mathFromMarkdown } from 'mdast-util-math';
import { math } from 'micromark-extension-math';
import { decodeString } from 'micromark-util-decode-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { withoutHtml } from './embedded-html.ts';
import { withoutReferences } from './references.ts';
import { withoutMarks } from './site-marks.ts';
import { countWords } from '../words.ts';
import type { Source } from './source.ts';

const YAML_FRONT = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** As Hugo and Zola have it. */
const TOML_FRONT = /^\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/;

/** Formulas in lines of their own; a “$” inside a line is money more often. */
const FORMULAS = { flow: math().flow ?? {} };

/** Reads Markdown of any shape. What front matter of blogs says of the text is taken over; its lines stay counted. */
export async function readMarkdown(text: string): Promise<Source> {
  const front = YAML_FRONT.exec(text) ?? TOML_FRONT.exec(text);
  const facts = front ? await readFront(front[1] ?? '', front[0].startsWith('+++') ? parseToml : parseYaml) : {};
  // Blank lines take its place, so that the lines of the rest are those of the file.
  const body = front ? front[0].replaceAll(/[^\n]/g, '') + text.slice(front[0].length) : text;
  const tree: Root = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .data({ micromarkExtensions: [FORMULAS], fromMarkdownExtensions: [mathFromMarkdown()] })
    .parse(body);
  return { tree: withoutMarks(await withoutHtml(withoutReferences(tree), body)), ...facts };
}

async function parseYaml(source: string): Promise<unknown> {
  const { parse } = await import('yaml');
  return parse(source);
}

async function parseToml(source: string): Promise<unknown> {
  const { parse } = await import('smol-toml');
  return parse(source);
}

async function readFront(source: string, parse: (source: string) => Promise<unknown>): Promise<Partial<Source>> {
  try {
    const data = await parse(source);
    if (typeof data !== 'object' || data === null) return {};
    const facts = data as Record<string, unknown>;
    const text = (...keys: string[]): string | undefined =>
      keys.map((key) => asText(facts[key])).find((value) => value !== undefined);
    return {
      title: text('title'),
      subtitle: boundSubtitle(text('subtitle') ?? text('description', 'summary')),
      author: text('author', 'authors', 'by'),
      date: text('date', 'published', 'pubDate')?.replace(/^(\d{4}-\d\d-\d\d)[T ].*$/s, '$1'),
      lang: text('lang', 'language'),
    };
  } catch {
    // Front matter that cannot be parsed says nothing of the text.
    return {};
  }
}

/** Words that have room below the title of a talk. */
const MOST_OF_SUBTITLE = 16;

/** Keeps a subtitle that fits; else its first sentence, where that does. Descriptions for search engines are longer. */
function boundSubtitle(text: string | undefined): string | undefined {
  const fits = (words: string | undefined): boolean => words !== undefined && countWords(words) <= MOST_OF_SUBTITLE;
  if (text === undefined || fits(text)) return text;
  const first = /^.*?[.!?。！？](?=\s|$|(?<=[。！？]))/su.exec(text)?.[0];
  return fits(first) ? first : undefined;
}

function asText(value: unknown): string | undefined {
  if (Array.isArray(value))
    return (
      value
        .map(asText)
        .filter((one) => one !== undefined)
        .join(', ') || undefined
    );
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null && 'name' in value) return asText(value.name);
  // Blogs write front matter into HTML: “c&oacute;digo”.
  return typeof value === 'string' || typeof value === 'number' ? decodeString(String(value)) : undefined;
}
