import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';
import { FOREIGN, SETTINGS, SLIDEV } from './foreign-signs.ts';
import type { SlideNode } from './slide-node.ts';

/** Text without a match of this has nothing foreign in it. */
const ANY = new RegExp(
  String.raw`<|!\[bg|\{:? ?[.#][a-z]|\]\[|\[\^|\^\[|\[-?@|\[\.|\[fit\]|\]\([^()<>\n]*[ ]|\\(?:eq|auto)?ref\{|\\cite|(?:^|[^\w.\\])\.[a-z][\w-]*\[|` +
    String.raw`^(?:marp|${SLIDEV}|src|name|count|theme|footer):|^[> \t]*(?:notes?:[ \t]*$|\?{3}|\^|--[ \t]*$|\+[-=:]{3}|\. \. \.|::[\w-]+::)`,
  'im',
);

/** Keys that remark has at the beginning of a slide, and Deckset at the beginning of a deck. */
const PROPERTIES =
  /^(?:autoscale|background-(?:color|image|position|size)|build-lists|class|count|exclude|footer|layout|name|slide-transition|slidecount|slidenumbers|template|theme)$/;

/** HTML in which asterisks, dollars and brackets stand for themselves. */
const VERBATIM = /^<(?:!|\?|style|script|pre|svg|math|code|textarea)/i;

/** Warns of syntax of other tools that Lectern shows as text or passes over. */
export const foreignSyntax: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file);
  if (!ANY.test(source)) return;
  const textOf = ({ position }: Nodes): string | undefined => {
    const start = position?.start.offset;
    return start === undefined ? undefined : source.slice(start, position?.end.offset).replaceAll('\r', '');
  };
  const tell = (node: Nodes, written: string, { fate, expected }: { fate: string; expected: string }): void => {
    warn(file, `Unexpected “${written}”, ${fate}: expected ${expected}`, { place: node, ruleId: 'foreign-syntax' });
  };
  let breaksAreKept = isForMarp(source);
  const look = (node: Nodes): void => {
    if (breaksAreKept && node.type === 'text' && node.value.includes('\n')) {
      breaksAreKept = false;
      const reason = 'Lines of a paragraph are joined, unlike in Marp; end a line with “\\” to break it';
      warn(file, reason, { place: node, ruleId: 'foreign-syntax' });
    }
    const kinds = FOREIGN.filter(({ type }) => type === node.type);
    const text = kinds.length > 0 ? textOf(node) : undefined;
    if (text === undefined) return;
    for (const kind of kinds) {
      for (const written of signsIn(text, node, kind.sign)) {
        const shown = node.type === 'html' ? `${written.replace(/^<!--\s*/, '<!-- ')} … -->` : written;
        tell(node, shown, kind);
      }
    }
    const raw = node.type === 'html' ? markdownIn(node.value) : undefined;
    if (raw) tell(node, raw, { fate: 'shown as text', expected: 'a blank line before and after what HTML holds' });
  };
  for (const slide of tree.children) {
    if (slide.type !== 'slide') continue;
    const [first] = slide.children;
    const key = propertyOf(slide, first && textOf(first));
    if (first && key) {
      const isTop = !/\S/.test(source.slice(0, first.position?.start.offset));
      const expected = isTop ? 'a line of three hyphens before and after the settings of the deck' : SETTINGS;
      tell(first, `${key}:`, { fate: 'shown as text', expected });
    }
    walk<Nodes>(slide, look);
  }
};

/** Returns what a sign matches in a node, each once. */
function signsIn(text: string, node: Nodes, sign: RegExp): string[] {
  if (node.type !== 'text') return sign.exec(text)?.slice(1, 2) ?? [];
  const found = [...text.matchAll(new RegExp(sign, `${sign.flags}g`))].map(([, written = '']) => written);
  // What was taken off a text meanwhile is at home here.
  return [...new Set(found)].filter((written) => node.value.includes(written));
}

function isForMarp(source: string): boolean {
  return source.startsWith('---') && /^marp:[ \t]*true[ \t]*$/m.test(source.slice(0, source.indexOf('\n---', 3)));
}

/** Returns the first key of a slide that begins with lines of the form `key: value`. */
function propertyOf({ children }: SlideNode, text: string | undefined): string | undefined {
  if (children[0]?.type !== 'paragraph' || text === undefined) return undefined;
  const lines = text.split('\n');
  const keys = lines.map((line) => /^([a-z][\w-]*):(?:\s|$)/i.exec(line)?.[1]);
  const [key] = keys;
  // One line of many words is a sentence.
  const isProse = lines.length === 1 && text.split(/\s+/).length > 4;
  return key && PROPERTIES.test(key) && !isProse && keys.every((other) => other !== undefined) ? key : undefined;
}

/** Returns Markdown that HTML keeps from being read. */
function markdownIn(html: string): string | undefined {
  if (VERBATIM.test(html)) return undefined;
  const text = html.replace(/<[^<>]*>/g, ' ');
  const found = /\*\*[^\s*][^*\n]*\*\*|\$[^\s$][^$\n]*\$(?!\d)|`[^`\n]+`|!?\[[^[\]\n]*\]\([^()\s]+\)/.exec(text);
  return found?.[0];
}
