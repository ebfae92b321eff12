import type { Paragraph } from '../../../client/shapes/measured.ts';
import type { FilledPlace } from './template.ts';

/** How much smaller letters are, and lines closer, than a placeholder says. */
export interface TextFit {
  letters: number;
  lines: number;
}

/** Smaller letters than these cannot be read. */
const LEAST = 0.25;
const STEP = 0.05;
/** Lines get closer before letters get much smaller. */
const CLOSER = 0.9;
/** Heights of lines as a share of their letters, in most fonts. */
const LINE = 1.2;

/** Finds the size at which paragraphs fit into a placeholder, by the widths that they have in the deck's own fonts. */
export function fitOf(filled: FilledPlace, paragraphs: readonly Paragraph[]): TextFit {
  if (heightAt(filled, paragraphs, { letters: 1, lines: 1 }) <= roomOf(filled).height) return { letters: 1, lines: 1 };
  for (let letters = 1 - STEP; letters > LEAST; letters -= STEP) {
    const fit = { letters: Math.round(letters * 100) / 100, lines: CLOSER };
    if (heightAt(filled, paragraphs, fit) <= roomOf(filled).height) return fit;
  }
  return { letters: LEAST, lines: CLOSER };
}

function roomOf({ place, box, taken = 0 }: FilledPlace): { width: number; height: number } {
  const [left, top, right, bottom] = place.insets;
  return { width: Math.max(1, box.width - left - right), height: Math.max(1, box.height - top - bottom - taken) };
}

function heightAt(filled: FilledPlace, paragraphs: readonly Paragraph[], { letters, lines }: TextFit): number {
  const { width } = roomOf(filled);
  const { levels } = filled.place;
  return paragraphs.reduce((height, paragraph, index) => {
    const level = levels[Math.min(paragraph.level, levels.length - 1)];
    const size = (level?.size ?? 24) * letters;
    const own = paragraph.runs.find(({ text }) => text.trim() !== '')?.size ?? size;
    const breaks = paragraph.runs.filter(({ text }) => text === '\n').length;
    // All lines but the last are nearly full.
    const length = paragraph.ink.width * Math.max(1, paragraph.lines - breaks - 0.3 * Math.min(1, paragraph.lines - 1));
    const room = Math.max(size, width - (level?.margin ?? 0));
    const count = Math.max(1, Math.ceil((length * (size / own)) / room)) + breaks;
    const before = index === 0 ? 0 : (level?.before ?? 0) * lines;
    return height + before + count * size * LINE * (level?.leading ?? 1) * lines;
  }, 0);
}
