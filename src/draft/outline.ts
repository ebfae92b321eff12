import type { Blockquote, Heading, Image, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { titleOf } from './article-title.ts';
import type { Article, Block, LeftOutImage, ListEntry, Prose, Section } from './article.ts';
import { tagPlain } from './grammar/tag-plain.ts';
import type { Tagger } from './grammar/tag-english.ts';
import { inlineText, plainInline, sliceInline } from './inline.ts';
import type { Language } from './languages/language.ts';
import type { Source } from './read/source.ts';
import { idsIn, imagesIn, linesAt, linesOf, trimmed, withHead } from './paragraph-parts.ts';
import { cutByTopic } from './topics.ts';
import { sentenceRanges } from './sentences.ts';
import { wholeWords } from './whole-words.ts';
import type { Lines, Sentence } from './words.ts';

export interface OutlineOptions {
  language: Language;
  lang: string;
  /** Tags words; without it only closed classes are known. */
  tagger: Tagger | undefined;
}

/** Makes the outline of an article: its sections, their sentences, and the blocks between these. */
export function outline(source: Source, options: OutlineOptions): Article {
  const writer = new Outliner(options, footnotesOf(source.tree));
  const { title, depth } = titleOf(source);
  for (const node of source.tree.children) {
    if (node === title) writer.setTitle(node);
    else if (node.type === 'heading') writer.heading(node, depth);
    else writer.block(node);
  }
  return writer.finish(source);
}

function footnotesOf(tree: Root): Map<string, RootContent[]> {
  return new Map(
    tree.children.flatMap((node) =>
      node.type === 'footnoteDefinition' ? [[node.identifier, node.children] as const] : [],
    ),
  );
}

class Outliner {
  private readonly sections: Section[] = [];
  private readonly sentences: Sentence[] = [];
  private title: Sentence | undefined;
  /** A heading below that of the section, until something is under it. */
  private subtitle: Sentence | undefined;
  private blocks = 0;
  private readonly leftOut: LeftOutImage[] = [];
  private readonly cited = new Set<string>();
  private readonly options: OutlineOptions;
  private readonly footnotes: ReadonlyMap<string, readonly RootContent[]>;

  constructor(options: OutlineOptions, footnotes: ReadonlyMap<string, readonly RootContent[]>) {
    this.options = options;
    this.footnotes = footnotes;
  }

  setTitle(node: Heading): void {
    this.title = this.words(node.children, linesOf(node));
  }

  heading(node: Heading, depth: number): void {
    const words = this.words(node.children, linesOf(node));
    if (words.text === '') return;
    if (node.depth <= depth) {
      this.sections.push({ title: words, lines: linesOf(node), units: [] });
      this.subtitle = undefined;
    } else this.subtitle = words;
  }

  block(node: RootContent): void {
    switch (node.type) {
      case 'paragraph':
        return this.paragraph(node);
      case 'list':
        return this.list(node);
      case 'blockquote':
        return this.quote(node);
      case 'code':
        return this.shown('code', node);
      case 'math':
        return this.shown('math', node);
      case 'table':
        return this.shown('table', withHead(node));
      default:
    }
  }

  finish(source: Source): Article {
    const { language, lang } = this.options;
    const named =
      source.title === undefined ? undefined : this.words([{ type: 'text', value: source.title }], { from: 1, to: 1 });
    const subtitle =
      source.subtitle === undefined
        ? undefined
        : this.words([{ type: 'text', value: source.subtitle }], { from: 1, to: 1 });
    return {
      language,
      lang,
      title: named ?? this.title,
      subtitle,
      author: source.author,
      date: source.date,
      sections: this.namedSections(),
      sentences: this.sentences,
      leftOut: this.leftOut,
    };
  }

  /** A text whose only heading is its title, or that has none, is cut where its topic changes. */
  private namedSections(): Section[] {
    const sections = this.sections.filter(({ units, title }) => units.length > 0 || title);
    const [only, ...more] = sections;
    return only && more.length === 0 && !only.title ? cutByTopic(only, this.options.language) : sections;
  }

  private get section(): Section {
    const last = this.sections.at(-1);
    if (last) return last;
    const first: Section = { title: undefined, lines: { from: 1, to: 1 }, units: [] };
    this.sections.push(first);
    return first;
  }

  private paragraph(node: Paragraph): void {
    const found = this.sentencesOf(node.children, linesOf(node));
    if (found.length > 0) this.addProse(found);
    for (const image of imagesIn(node)) this.picture(image, node);
    for (const note of this.notesIn(node)) if (note.length > 0) this.addProse(note);
  }

  private addProse(found: readonly Sentence[]): void {
    const { units } = this.section;
    const [first] = found;
    const last = units.at(-1);
    if (last?.kind === 'prose' && !this.subtitle && first) {
      last.sentences.push(...found);
      (last.starts as Set<Sentence>).add(first);
    } else {
      const prose: Prose = {
        kind: 'prose',
        title: this.subtitle,
        sentences: [...found],
        starts: new Set(first ? [first] : []),
      };
      units.push(prose);
      this.subtitle = undefined;
    }
    this.extend(found.at(-1)?.lines);
  }

  /** The sentences of footnotes are said where the first reference to each is. */
  private notesIn(node: Paragraph): Sentence[][] {
    const names = idsIn(node).filter((name) => !this.cited.has(name));
    return names.map((name) => {
      this.cited.add(name);
      const blocks = this.footnotes.get(name) ?? [];
      return blocks.flatMap((block) =>
        block.type === 'paragraph' ? this.sentencesOf(block.children, linesOf(block)) : [],
      );
    });
  }

  private picture(image: Image, node: Paragraph): void {
    // A deck loads nothing from the web, and nobody but the site knows where its root is.
    if (/^(?:[a-z][a-z+.-]*:|\/)/i.test(image.url)) {
      this.leftOut.push({ alt: image.alt ?? '', url: image.url, line: linesOf(node).from });
      return;
    }
    this.shown('picture', { ...node, children: [image] });
  }

  private list(node: List): void {
    const lead = this.takeLead(true);
    const items = node.children.map((item) => this.entry(item));
    const sentences = items.flatMap((item) => item.sentences);
    if (sentences.length === 0) return;
    const last = this.section.units.at(-1);
    // Only HTML was between them.
    if (last?.kind === 'list' && lead.length === 0 && !this.subtitle && last.ordered === (node.ordered === true)) {
      last.items.push(...items);
      last.sentences.push(...sentences);
      last.lines = { from: last.lines.from, to: linesOf(node).to };
      return this.extend(linesOf(node));
    }
    this.push({ kind: 'list', lead, sentences, node, items, ordered: node.ordered === true });
  }

  private entry(item: ListItem): ListEntry {
    const [first] = item.children;
    const bold =
      first?.type === 'paragraph' && first.children[0]?.type === 'strong' ? first.children[0].children : undefined;
    return { lead: bold && plainInline(bold), sentences: item.children.flatMap((child) => this.blockSentences(child)) };
  }

  /** Sentences of whatever is inside a list or a quotation. */
  private blockSentences(node: RootContent): Sentence[] {
    if (node.type === 'paragraph' || node.type === 'heading') return this.sentencesOf(node.children, linesOf(node));
    if (node.type === 'list')
      return node.children.flatMap((item) => item.children.flatMap((child) => this.blockSentences(child)));
    if (node.type === 'blockquote') return node.children.flatMap((child) => this.blockSentences(child));
    return [];
  }

  private quote(node: Blockquote): void {
    const lead = this.takeLead(true);
    const sentences = node.children.flatMap((child) => this.blockSentences(child));
    if (sentences.length > 0) this.push({ kind: 'quote', lead, sentences, node, items: [], ordered: false });
    for (const child of node.children) if (child.type === 'code' || child.type === 'table') this.block(child);
  }

  private shown(kind: 'code' | 'math' | 'table' | 'picture', node: RootContent): void {
    this.push({ kind, lead: this.takeLead(false), sentences: [], node, items: [], ordered: false });
  }

  private push(block: Omit<Block, 'title' | 'lines'>): void {
    const lines = linesOf(block.node);
    this.section.units.push({ ...block, title: this.subtitle, lines });
    this.subtitle = undefined;
    this.extend(lines);
  }

  /** The sentence that leads to a block is said with it: one that ends with a colon, or, for what has no sentences, the last. */
  private takeLead(colon: boolean): Sentence[] {
    const last = this.section.units.at(-1);
    if (last?.kind !== 'prose' || this.subtitle) return [];
    const sentence = last.sentences.at(-1);
    if (!sentence || (colon && !/[:：]$/.test(sentence.text))) return [];
    last.sentences.pop();
    if (last.sentences.length === 0) {
      this.section.units.pop();
      this.subtitle = last.title;
    }
    return [sentence];
  }

  private extend(lines: Lines | undefined): void {
    const { section } = this;
    if (lines) section.lines = { from: section.lines.from, to: Math.max(section.lines.to, lines.to) };
  }

  private sentencesOf(children: readonly PhrasingContent[], lines: Lines): Sentence[] {
    const nodes = plainInline(children);
    const text = inlineText(nodes);
    this.blocks += 1;
    return sentenceRanges(text, this.options.language).map(({ start, end }) => {
      const sentence = this.sentence(
        sliceInline(nodes, start, end),
        text.slice(start, end),
        linesAt(children, lines, { text, start, end }),
      );
      this.sentences.push(sentence);
      return sentence;
    });
  }

  /** Words outside of the sentences of the article's text: titles. */
  private words(children: readonly PhrasingContent[], lines: Lines): Sentence {
    const nodes = trimmed(plainInline(children));
    return { ...this.sentence(nodes, inlineText(nodes), lines), index: -1 };
  }

  private sentence(nodes: PhrasingContent[], text: string, lines: Lines): Sentence {
    const { tagger, language } = this.options;
    const tokens = tagger ? tagger(text) : tagPlain(text, language);
    return {
      index: this.sentences.length,
      text,
      nodes,
      lines,
      block: this.blocks,
      tokens: wholeWords(tokens, nodes, text),
    };
  }
}
