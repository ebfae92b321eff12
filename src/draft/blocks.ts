import type { Block, ListEntry, Section } from './article.ts';
import { shortestPart } from './grammar/shortest-part.ts';
import { pieceOf, pieceText, pieceWords, wholePiece, type Piece } from './piece.ts';
import { linesOf, type PlannedSlide } from './planned.ts';
import type { Context } from './recognise/recogniser.ts';
import { MOST_WORDS, slideWords, type Item, type SlideContent } from './slide.ts';
import { isWord, type Sentence } from './words.ts';

/** Makes slides of a block of the article: a list, a quotation, code, a table or a picture. */
export function blockSlides(block: Block, section: Section, context: Context): PlannedSlide[] {
  const heading = headingOf(block, section, context);
  if (block.kind === 'list') return listSlides(block, heading, context);
  if (block.kind === 'quote') return [quoteSlide(block, heading, context)];
  const notes = block.lead;
  return [
    {
      content: { heading, body: { kind: 'block', block: block.node } },
      notes,
      form: block.kind,
      why: `a ${block.kind} of the article`,
      lines: block.lines,
    },
  ];
}

/** A heading of the article; else what leads to the block; else the title of the section. */
function headingOf({ title, lead }: Block, section: Section, context: Context): Piece | undefined {
  if (title) return wholePiece(title);
  const [sentence] = lead;
  const headline = sentence && context.headline(sentence);
  if (headline && headline.quality >= 0.3) return headline.piece;
  const short = sentence && shortestPart(sentence);
  return short ?? (section.title && wholePiece(section.title));
}

/** Items that share a slide. */
const MOST_ITEMS = 6;

function listSlides(block: Block, heading: Piece | undefined, context: Context): PlannedSlide[] {
  const groups: { items: Item[]; notes: Sentence[] }[] = [];
  const headingWords = heading ? pieceWords(heading) : 0;
  for (const entry of block.items) {
    const item = itemOf(entry, context);
    const last = groups.at(-1);
    const words = [...(last?.items ?? []), item].reduce((sum, one) => sum + wordsOf(one), headingWords);
    if (last && last.items.length < MOST_ITEMS && words <= MOST_WORDS) {
      last.items.push(item);
      last.notes.push(...entry.sentences);
    } else groups.push({ items: [item], notes: [...entry.sentences] });
  }
  return groups.map(({ items, notes }, index) => {
    const said = index === 0 ? [...block.lead, ...notes] : notes;
    const content = listContent(items, block, heading);
    return {
      content,
      notes: said,
      form: content.body.kind === 'items' ? content.body.as : 'list',
      why: `a list of the article${groups.length > 1 ? `, part ${index + 1} of ${groups.length}` : ''}`,
      lines: linesOf(said),
    };
  });
}

function wordsOf({ lead, text }: Item): number {
  return (lead ? pieceWords(lead) : 0) + (text ? pieceWords(text) : 0);
}

function listContent(items: readonly Item[], { ordered }: Block, heading: Piece | undefined): SlideContent {
  const short = items.every((item) => wordsOf(item) <= 9);
  const named = items.every(({ lead }) => lead !== undefined && pieceWords(lead) <= 4);
  if (ordered && short && items.length >= 2 && items.length <= 6) {
    return { heading, body: { kind: 'items', as: 'process', items: items.map(asStage), ordered } };
  }
  if (!ordered && items.length >= 2 && (named || items.every((item) => wordsOf(item) <= 5))) {
    return {
      heading,
      body: {
        kind: 'items',
        as: 'cards',
        items: items.map(({ lead, text }) => (lead ? { lead, ...(text && { text }) } : asLead(text))),
      },
    };
  }
  const [only] = items;
  if (items.length === 1 && only) {
    const text = only.text ?? only.lead;
    return text ? { heading, body: { kind: 'text', text } } : { heading, body: { kind: 'none' } };
  }
  return { heading, body: { kind: 'items', as: 'list', items, ordered } };
}

function asLead(text: Piece | undefined): Item {
  return text ? { lead: text } : {};
}

/** The verb with what it is done to names a stage. */
function asStage(item: Item): Item {
  const { text } = item;
  if (item.lead || !text || pieceWords(text) <= 4) return item.lead ? item : asLead(text);
  const [first] = text.spans;
  const { tokens } = text.sentence;
  if (!first || text.spans.length > 1) return asLead(text);
  let at = first.from + 1;
  while (at < first.to && at - first.from < 4 && tokens[at]?.pos !== 'NOUN' && tokens[at]?.pos !== 'PROPN') at += 1;
  const cut = Math.min(first.to, at + 1);
  const rest = pieceOf(text.sentence, { from: cut, to: first.to });
  return rest.spans.length > 0 && isWord(tokens[cut])
    ? { lead: pieceOf(text.sentence, { from: first.from, to: cut }), text: rest }
    : asLead(text);
}

/** The words in bold, and what is said of them in few words. */
function itemOf({ lead, sentences }: ListEntry, context: Context): Item {
  const [first] = sentences;
  if (!first) return {};
  const bold = lead && boldSpan(first, lead);
  if (bold) {
    const rest = pieceOf(first, { from: bold, to: first.tokens.length });
    const text = rest.spans.length > 0 ? shortened(rest, first, bold) : sentences[1] && shownOf(sentences[1], context);
    return { lead: pieceOf(first, { from: 0, to: bold }), ...(text && { text }) };
  }
  const text = shownOf(first, context);
  return text ? { text } : { text: firstWords(first) };
}

function shortened(rest: Piece, sentence: Sentence, from: number): Piece | undefined {
  return pieceWords(rest) <= 9 ? rest : shortestPart(sentence, from, 9);
}

/** Where the bold words end in the tokens of the sentence. */
function boldSpan(sentence: Sentence, bold: NonNullable<ListEntry['lead']>): number | undefined {
  const length = bold.reduce((sum, node) => sum + ('value' in node ? node.value.length : 0), 0);
  if (length === 0 || length > sentence.text.length) return undefined;
  const at = sentence.tokens.findIndex(({ start }) => start >= length);
  return at === -1 ? sentence.tokens.length : at;
}

function shownOf(sentence: Sentence, context: Context): Piece | undefined {
  const whole = wholePiece(sentence);
  if (pieceWords(whole) <= 10) return whole;
  const headline = context.headline(sentence);
  return headline && pieceWords(headline.piece) <= 10 ? headline.piece : shortestPart(sentence, 0, 10);
}

/** Words of a long item that has no shorter form: up to its first mark, or its first ten words. */
function firstWords(sentence: Sentence): Piece {
  const mark = sentence.tokens.findIndex(({ text }, index) => index > 1 && /^[,;:(—–、，：]$/.test(text));
  const piece = pieceOf(sentence, { from: 0, to: mark === -1 ? sentence.tokens.length : mark });
  return pieceWords(piece) <= 16 ? piece : pieceOf(sentence, { from: 0, to: 12 });
}

/** A quotation is shown whole where it is short; else its first sentence is. */
function quoteSlide(block: Block, heading: Piece | undefined, context: Context): PlannedSlide {
  const { sentences, lead } = block;
  const last = sentences.at(-1);
  const isSpeaker = last !== undefined && sentences.length > 1 && /^[—–-]/.test(last.text);
  const body = isSpeaker ? sentences.slice(0, -1) : sentences;
  const found = inlineSpeaker(body[0]);
  const words = found?.words ?? shownQuote(body);
  const speaker = found?.speaker ?? (isSpeaker && last ? wholePiece(last) : undefined);
  const notes = [...lead, ...sentences];
  const quote: SlideContent = words
    ? { heading: undefined, layout: 'quote', body: { kind: 'quote', words, speaker } }
    : {
        heading: heading ?? (sentences[0] && context.headline(sentences[0])?.piece),
        body: { kind: 'none' },
        layout: 'statement',
      };
  const content = slideWords(quote) <= MOST_WORDS ? quote : { heading, body: { kind: 'none' } as const };
  return { content, notes, form: 'quote', why: 'a quotation of the article', lines: linesOf(notes) };
}

function shownQuote(sentences: readonly Sentence[]): Piece | undefined {
  return sentences.map(wholePiece).find((piece) => pieceWords(piece) <= 30);
}

/** “Words. — Name” in one sentence. */
function inlineSpeaker(sentence: Sentence | undefined): { words: Piece; speaker: Piece } | undefined {
  const dash = sentence?.tokens.findLastIndex(({ text }) => /^(?:—|–|--|-)$/.test(text)) ?? -1;
  if (!sentence || dash < 3 || sentence.tokens.length - dash > 8) return undefined;
  const speaker = pieceOf(sentence, { from: dash + 1, to: sentence.tokens.length });
  if (!/^\p{Lu}/u.test(pieceText(speaker))) return undefined;
  return { words: pieceOf(sentence, { from: 0, to: dash }), speaker };
}
