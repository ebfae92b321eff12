import { parseAttributes, type Attributes } from '../model/attributes.ts';
import type { LineRanges } from '../model/fence.ts';

/** The info string of a fence. */
export interface FenceInfo {
  lang: string;
  attributes: Attributes;
  /** As in `{1|3-5|all}`; empty where nothing is emphasised. */
  emphasis: LineRanges[];
  /** Parts that could not be parsed. */
  unread: string;
}

const BRACES = /\{((?:[^{}"']|"[^"]*"|'[^']*')*)\}/g;
const LINES = /^[\s\d,|*a-z-]*$/;

/** Reads ```` ```ts {1|3-5|all} title="src/app.ts" numbers from=10 ````; also with everything inside the braces. */
export function readFenceInfo(lang: string, meta: string): FenceInfo {
  const name = /^[^{\s]*/.exec(lang)?.[0] ?? '';
  const text = `${lang.slice(name.length)} ${meta}`;
  const info: FenceInfo = { lang: name, attributes: { classes: [], values: new Map() }, emphasis: [], unread: '' };
  const bare = text.replace(BRACES, (braces, inside: string) => {
    const lines = readLines(inside);
    if (lines) info.emphasis = lines;
    else add(info, inside, braces);
    return ' ';
  });
  if (bare.trim() !== '') add(info, bare.trim(), bare.trim());
  readPandoc(info);
  return info;
}

/** Pandoc has the language as the first class, and lines numbered by another: `{.haskell .numberLines startFrom=10}`. */
function readPandoc(info: FenceInfo): void {
  const { classes, values } = info.attributes;
  if (classes.length === 0) return;
  const isNumbers = (name: string): boolean => /^(?:numberLines|number-lines)$/.test(name);
  const others = classes.filter((name) => !isNumbers(name));
  if (others.length < classes.length) values.set('numbers', true);
  if (info.lang === '' && !isNumbers(classes[0] ?? '')) info.lang = (others.shift() ?? '').replace(/^language-/, '');
  info.attributes.classes = others;
  const names = { startFrom: 'from', filename: 'title', 'code-line-numbers': 'numbers' } as const;
  for (const [theirs, own] of Object.entries(names)) {
    const value = values.get(theirs);
    if (value === undefined) continue;
    values.delete(theirs);
    if (own !== 'numbers' || value === 'true') values.set(own, own === 'numbers' ? true : value);
  }
}

function add(info: FenceInfo, text: string, written: string): void {
  const found = parseAttributes(text);
  if (!found) {
    info.unread = written;
    return;
  }
  if (found.id) info.attributes.id = found.id;
  info.attributes.classes.push(...found.classes);
  for (const [key, value] of found.values) info.attributes.values.set(key, value);
}

/** `1|3-5,8|all` → one list of ranges a step; `undefined` where it is something else. */
function readLines(text: string): LineRanges[] | undefined {
  if (!LINES.test(text) || !/\d|all|\*|none/.test(text)) return undefined;
  const steps = text.split('|').map((step) => step.split(',').map((part) => readRange(part.trim())));
  return steps.every((ranges) => ranges.every((range) => range !== undefined))
    ? steps.map((ranges) => ranges.flatMap((range) => (range ? [range] : [])).filter(([first]) => first > 0))
    : undefined;
}

function readRange(part: string): [number, number] | undefined {
  if (part === 'all' || part === '*') return [1, Infinity];
  if (part === 'none') return [0, 0];
  const match = /^(\d+)(?:-(\d+))?$/.exec(part);
  if (!match) return undefined;
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
  return [Math.min(first, last), Math.max(first, last)];
}
