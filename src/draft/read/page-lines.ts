import type { Nodes as Html } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Words by which a block is found in its file. */
const WORDS = 4;

/**
 * Gives the blocks of a page the lines of its file: what cleans a page keeps its words, not their places. A block whose first words are not in
 * the file is where the one before it ends.
 */
export function withPageLines(tree: Root, html: string): Root {
  new Placer(html).place(tree);
  return tree;
}

class Placer {
  private readonly words: string[] = [];
  private readonly lines: number[] = [];
  private readonly starts = new Map<string, number[]>();
  private cursor = 0;
  private line = 1;

  constructor(html: string) {
    this.collect(fromHtml(html));
    for (const [at, word] of this.words.entries()) {
      const list = this.starts.get(word);
      if (list) list.push(at);
      else this.starts.set(word, [at]);
    }
  }

  place(node: Nodes): void {
    if (!('children' in node) || /^(?:paragraph|heading|tableRow)$/.test(node.type)) return this.placeWords(node);
    for (const child of node.children) this.place(child);
    const [first, last] = [node.children[0]?.position, node.children.at(-1)?.position];
    if (first && last) node.position = { start: first.start, end: last.end };
  }

  private placeWords(node: Nodes): void {
    const words = wordsOf(toString(node));
    const at = this.find(words.slice(0, WORDS));
    const from = at === undefined ? this.line : (this.lines[at] ?? this.line);
    if (at !== undefined) {
      this.cursor = at + words.length;
      this.line = Math.max(from, this.lines[this.cursor - 1] ?? from);
    }
    node.position = { start: { line: from, column: 1 }, end: { line: Math.max(from, this.line), column: 1 } };
  }

  private find(words: readonly string[]): number | undefined {
    const [first] = words;
    const places = first === undefined ? [] : (this.starts.get(first) ?? []);
    return places.find((at) => at >= this.cursor && words.every((word, index) => this.words[at + index] === word));
  }

  /** Collects the words of a page that readers see, each with its line. */
  private collect(node: Html): void {
    if (node.type === 'element' && /^(?:head|script|style|template)$/.test(node.tagName)) return;
    if ('children' in node) for (const child of node.children) this.collect(child);
    if (node.type !== 'text') return;
    for (const [index, text] of node.value.split('\n').entries()) {
      for (const word of wordsOf(text)) {
        this.words.push(word);
        this.lines.push((node.position?.start.line ?? 1) + index);
      }
    }
  }
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
