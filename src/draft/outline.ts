import type { Blockquote, Heading, Image, List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import type { Article, Block, ListEntry, LeftOutImage, Prose, Section } from './article.ts';
import { titleOf } from './article-title.ts';
import { asidesOf } from './asides.ts';
import { plainInline } from './inline.ts';
import type { Source } from './read/source.ts';
import { emptyBlock, imagesIn, kindOfPicture, leftOutImage, pictureNode, shownInside } from './pictures.ts';
import { footnotesOf, idsIn, linesOf, withHead } from './paragraph-parts.ts';
import { namedSections } from './topics.ts';
import { SentenceMaker, type SentenceOptions } from './sentence-maker.ts';
import { speakersOf } from './speakers.ts';
import type { Lines, Sentence } from './words.ts';

export interface OutlineOptions extends SentenceOptions {
  lang: string;
}

/** Makes the outline of an article: its sections, their sentences, and the blocks between these. */
export function outline(source: Source, options: OutlineOptions): Article {
  const writer = new Outliner(options, source.tree);
  const { title, depth } = titleOf(source);
  const asides = asidesOf(source);
  for (const node of source.tree.children) {
    if (asides.has(node)) writer.aside(node);
    else if (node === title) writer.setTitle(node);
    else if (node.type === 'heading') writer.heading(node, depth);
    else writer.block(node);
  }
  return writer.finish(source);
}

class Outliner {
  private readonly sections: Section[] = [];
  private readonly sentences: SentenceMaker;
  private title: Sentence | undefined;
  /** A heading below that of the section, until something is under it. */
  private subtitle: Sentence | undefined;
  private readonly leftOut: LeftOutImage[] = [];
  private readonly cited = new Set<string>();
  private readonly options: OutlineOptions;
  private readonly footnotes: ReadonlyMap<string, readonly RootContent[]>;

  constructor(options: OutlineOptions, tree: Root) {
    this.options = options;
    this.footnotes = footnotesOf(tree);
    this.sentences = new SentenceMaker(options, speakersOf(tree));
  }

  setTitle(node: Heading): void {
    this.title = this.sentences.title(node.children, linesOf(node));
    this.footnotesIn([node]);
  }

  heading(node: Heading, depth: number): void {
    const words = this.sentences.title(node.children, linesOf(node));
    if (words.text === '') return;
    if (node.depth <= depth) {
      this.sections.push({ title: words, lines: linesOf(node), units: [] });
      this.subtitle = undefined;
    } else this.subtitle = words;
    this.footnotesIn([node]);
  }

  /** Takes a block that is only said. Titles of it are neither shown nor said. */
  aside(node: RootContent): void {
    const found = node.type === 'heading' ? [] : this.blockSentences(node);
    for (const sentence of found) sentence.isAside = true;
    if (found.length > 0) this.addProse(found);
    this.footnotesIn([node]);
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
      source.title === undefined
        ? undefined
        : this.sentences.title([{ type: 'text', value: source.title }], { from: 1, to: 1 });
    const subtitle =
      source.subtitle === undefined
        ? undefined
        : this.sentences.title([{ type: 'text', value: source.subtitle }], { from: 1, to: 1 });
    return {
      language,
      lang,
      title: named ?? this.title,
      subtitle,
      author: source.author,
      date: source.date,
      sections: namedSections(this.sections, language),
      sentences: this.sentences.all,
      leftOut: this.leftOut,
    };
  }

  private get section(): Section {
    const last = this.sections.at(-1);
    if (last) return last;
    const first: Section = { title: undefined, lines: { from: 1, to: 1 }, units: [] };
    this.sections.push(first);
    return first;
  }

  private paragraph(node: Paragraph): void {
    const found = this.sentences.of(node.children, linesOf(node));
    const last = this.section.units.at(-1);
    const isCaption = node.data !== undefined && 'caption' in node.data;
    // Nobody sees what the caption of an image on the web speaks of.
    if (isCaption && last?.kind === 'missing') for (const sentence of found) sentence.isAside = true;
    if (isCaption && last?.kind === 'picture') last.lead.push(...found);
    else if (found.length > 0) this.addProse(found);
    for (const image of imagesIn(node.children)) this.picture(image);
    this.footnotesIn([node]);
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
  private footnotesIn(nodes: readonly RootContent[]): void {
    for (const name of idsIn(nodes)) {
      if (this.cited.has(name)) continue;
      this.cited.add(name);
      const blocks = this.footnotes.get(name) ?? [];
      const found = blocks.flatMap((block) => this.blockSentences(block));
      if (found.length > 0) this.addProse(found);
    }
  }

  private picture(image: Image): void {
    const kind = kindOfPicture(image);
    const node = pictureNode(image);
    if (kind === 'file') this.shown('picture', node);
    if (kind !== 'missing') return;
    this.leftOut.push(leftOutImage(image));
    // Nothing is said with what nobody sees.
    this.section.units.push(emptyBlock('missing', node));
  }

  /** Shows blocks without sentences that are inside of items and quotations, and says the footnotes there. */
  private inside(node: List | Blockquote): void {
    for (const found of shownInside(node.children)) {
      if (found.type === 'image') this.picture(found);
      else this.block(found as RootContent);
    }
    this.footnotesIn([node]);
  }

  private list(node: List): void {
    const lead = this.takeLead(true);
    const items = node.children.map((item) => this.entry(item));
    const sentences = items.flatMap((item) => item.sentences);
    if (sentences.length === 0) return this.inside(node);
    const last = this.section.units.at(-1);
    // Only HTML was between them.
    if (last?.kind === 'list' && lead.length === 0 && !this.subtitle && last.ordered === (node.ordered === true)) {
      last.items.push(...items);
      last.sentences.push(...sentences);
      last.lines = { from: last.lines.from, to: linesOf(node).to };
      this.extend(linesOf(node));
    } else this.push({ kind: 'list', lead, sentences, node, items, ordered: node.ordered === true });
    this.inside(node);
  }

  private entry(item: ListItem): ListEntry {
    const [first] = item.children;
    const bold =
      first?.type === 'paragraph' && first.children[0]?.type === 'strong' ? first.children[0].children : undefined;
    return { lead: bold && plainInline(bold), sentences: item.children.flatMap((child) => this.blockSentences(child)) };
  }

  /** Sentences of whatever is inside a list or a quotation. */
  private blockSentences(node: RootContent): Sentence[] {
    if (node.type === 'paragraph' || node.type === 'heading') return this.sentences.of(node.children, linesOf(node));
    if (node.type === 'list')
      return node.children.flatMap((item) => item.children.flatMap((child) => this.blockSentences(child)));
    if (node.type === 'blockquote') return node.children.flatMap((child) => this.blockSentences(child));
    return [];
  }

  private quote(node: Blockquote): void {
    const lead = this.takeLead(true);
    const sentences = node.children.flatMap((child) => this.blockSentences(child));
    if (sentences.length > 0) this.push({ kind: 'quote', lead, sentences, node, items: [], ordered: false });
    this.inside(node);
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
}
