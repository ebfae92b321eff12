import { LecternError } from '../model/errors.ts';
import { namesIn } from './names.ts';
import { pieceText, type Piece } from './piece.ts';
import type { Plan, PlannedSection, PlannedSlide } from './planned.ts';
import { refusedFacts, type KnownFacts } from './facts.ts';
import { MOST_WORDS, slideWords, type Body, type Item, type SlideContent } from './slide.ts';
import { countWords, type Sentence } from './words.ts';

/** Gives a plan, as JSON, to somebody who writes, and returns the answer. */
export type Writer = (plan: string) => Promise<string>;

/** Words for a slot that were not taken, and why. */
export interface RefusedWords {
  slot: string;
  words: string;
  reason: string;
}

/** Most words of a headline in a slot. */
const MOST_IN_SLOT = 16;

/** Has the slots of a plan filled. Words with facts that the article does not have, or too many of them, are refused: the draft keeps its own. */
export async function fillSlots(
  plan: Plan,
  write: Writer,
  known: KnownFacts,
): Promise<{ plan: Plan; refused: RefusedWords[] }> {
  const answer = readAnswer(await write(JSON.stringify(planData(plan), undefined, 2)));
  const refused: RefusedWords[] = [];
  const refuse = (slot: string, words: string, reason: string): void => void refused.push({ slot, words, reason });
  const taken = new Map<string, string>();
  const slots = new Set(
    slidesOf(plan).flatMap(({ id, slide }) => slotsOf(slide.content).map(({ name }) => `${id}.${name}`)),
  );
  for (const [slot, words] of answer) {
    const facts = refusedFacts(words, known);
    if (!slots.has(slot)) refuse(slot, words, 'there is no such slot');
    else if (words.trim() === '' || /[\n\r]/.test(words)) refuse(slot, words, 'it is not one line of words');
    else if (countWords(words) > MOST_IN_SLOT) refuse(slot, words, `it has more than ${MOST_IN_SLOT} words`);
    else if (facts.length > 0)
      refuse(slot, words, `the article does not have ${facts.map((fact) => `“${fact}”`).join(', ')}`);
    else taken.set(slot, words.trim());
  }
  return { plan: withWords(plan, taken, refuse), refused };
}

/** @throws LecternError `USAGE` where the answer is not a JSON object of texts */
function readAnswer(text: string): [string, string][] {
  const data = parsed(text);
  const slots: unknown = typeof data === 'object' && data !== null && 'slots' in data ? data.slots : data;
  if (typeof slots !== 'object' || slots === null || Array.isArray(slots)) throw noAnswer();
  return Object.entries(slots).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw noAnswer(cause);
  }
}

function noAnswer(cause?: unknown): LecternError {
  return new LecternError('USAGE', 'the writer did not print a JSON object', {
    advice: 'Print slots and their words, as in {"slots": {"1.1.heading": "Docks are built once"}}.',
    cause,
  });
}

interface Numbered {
  id: string;
  slide: PlannedSlide;
}

function slidesOf({ sections, closing }: Plan): Numbered[] {
  const inside = sections.flatMap(({ slides }, section) =>
    slides.map((slide, index) => ({ id: `${section + 1}.${index + 1}`, slide })),
  );
  return closing ? [...inside, { id: 'end', slide: closing }] : inside;
}

function planData(plan: Plan): unknown {
  const { article, sections, closing } = plan;
  const dataOf = ({ slide }: Numbered, id: string): unknown => ({
    id,
    form: slide.form,
    sentences: slide.notes.map(({ text }) => text),
    facts: factsOf(slide.notes),
    slots: Object.fromEntries(slotsOf(slide.content).map(({ name, piece }) => [`${id}.${name}`, pieceText(piece)])),
  });
  return {
    version: 1,
    lang: article.lang,
    title: article.title?.text,
    sections: sections.map(({ section, slides }, at) => ({
      title: section.title?.text,
      slides: slides.map((slide, index) => dataOf({ id: '', slide }, `${at + 1}.${index + 1}`)),
    })),
    ...(closing && { closing: dataOf({ id: '', slide: closing }, 'end') }),
  };
}

/** Names and numbers in some sentences. */
function factsOf(sentences: readonly Sentence[]): string[] {
  const numbers = sentences.flatMap(({ text }) => text.match(/\d[\d.,]*\d|\d/g) ?? []);
  return [...new Set([...namesIn(sentences).map(pieceText), ...numbers])];
}

interface Slot {
  name: string;
  piece: Piece;
}

/** Lists what can be written otherwise: headings, texts and items, but no quotations, labels and blocks. */
function slotsOf({ heading, body }: SlideContent): Slot[] {
  const slots: Slot[] = heading ? [{ name: 'heading', piece: heading }] : [];
  if (body.kind === 'text') slots.push({ name: 'text', piece: body.text });
  if (body.kind === 'sides')
    for (const [index, { text }] of body.sides.entries()) slots.push({ name: `sides.${index + 1}`, piece: text });
  if (body.kind === 'items') {
    for (const [index, { text }] of body.items.entries())
      if (text) slots.push({ name: `items.${index + 1}`, piece: text });
  }
  return slots;
}

type Refuse = (slot: string, words: string, reason: string) => void;

function withWords(plan: Plan, taken: ReadonlyMap<string, string>, refuse: Refuse): Plan {
  const filled = (slide: PlannedSlide, id: string): PlannedSlide => {
    const content = filledContent(slide.content, (name) => taken.get(`${id}.${name}`));
    if (slideWords(content) <= MOST_WORDS || slideWords(slide.content) > MOST_WORDS) return { ...slide, content };
    refuse(id, '', `the slide would have more than ${MOST_WORDS} words`);
    return slide;
  };
  const sections = plan.sections.map((section, at): PlannedSection => ({
    ...section,
    slides: section.slides.map((slide, index) => filled(slide, `${at + 1}.${index + 1}`)),
  }));
  return { ...plan, sections, closing: plan.closing && filled(plan.closing, 'end') };
}

function filledContent(content: SlideContent, wordsFor: (name: string) => string | undefined): SlideContent {
  const written = (piece: Piece, name: string): Piece => {
    const words = wordsFor(name);
    return words === undefined ? piece : ownWords(words, piece.sentence);
  };
  const { heading, body, open, ...rest } = content;
  const isWritten = wordsFor('heading') !== undefined;
  return {
    ...rest,
    ...(open && !isWritten && { open }),
    heading: heading && written(heading, 'heading'),
    body: filledBody(body, written),
  };
}

function filledBody(body: Body, written: (piece: Piece, name: string) => Piece): Body {
  if (body.kind === 'text') return { ...body, text: written(body.text, 'text') };
  if (body.kind === 'sides') {
    const [first, second] = body.sides;
    return {
      ...body,
      sides: [
        { ...first, text: written(first.text, 'sides.1') },
        { ...second, text: written(second.text, 'sides.2') },
      ],
    };
  }
  if (body.kind !== 'items') return body;
  return {
    ...body,
    items: body.items.map((item, index): Item =>
      item.text ? { ...item, text: written(item.text, `items.${index + 1}`) } : item,
    ),
  };
}

/** Makes a piece of words that are in no sentence. */
function ownWords(text: string, { lines, block }: Sentence): Piece {
  const tokens = [{ text, lower: text.toLowerCase(), pos: 'X' as const, start: 0, end: text.length }];
  const sentence: Sentence = { index: -1, text, nodes: [{ type: 'text', value: text }], lines, block, tokens };
  return { sentence, spans: [{ from: 0, to: 1 }] };
}
