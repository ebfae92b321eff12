import type { SourceRange } from '../model/dialect.ts';

interface Edit extends SourceRange {
  text: string;
}

/** A part of the new text: a copy of the old one, or text in the place of it. */
interface Piece extends SourceRange {
  /** Where it begins in the new text. */
  at: number;
  copied: boolean;
}

/** A text after its changes. */
export interface EditedText {
  text: string;
  /** Returns the offset in the old text of an offset in the new one: of new text, where it was put. */
  toOriginal: (offset: number) => number;
}

/**
 * Changes of a text at offsets of the old text. (magic-string keeps the way back in source maps only, by line; messages need
 * single characters.)
 */
export class Edits {
  readonly #text: string;
  readonly #edits: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  get isEmpty(): boolean {
    return this.#edits.length === 0;
  }

  /** Inserts text; several texts at one offset stay in the order they came. */
  insert(at: number, text: string): void {
    if (text !== '') this.replace({ start: at, end: at }, text);
  }

  /** Inserts text at the beginning, before all other. */
  prepend(text: string): void {
    if (text !== '') this.#edits.unshift({ start: 0, end: 0, text });
  }

  replace({ start, end }: SourceRange, text: string): void {
    if (start < 0 || end < start || end > this.#text.length) throw new RangeError(`no text from ${start} to ${end}`);
    if (this.#text.slice(start, end) !== text) this.#edits.push({ start, end, text });
  }

  /** Makes the changes. Those within a part that is replaced have no effect. */
  apply(): EditedText {
    const pieces: Piece[] = [];
    let [text, done] = ['', 0];
    const copyTo = (end: number): void => {
      if (end > done) pieces.push({ start: done, end, at: text.length, copied: true });
      text += this.#text.slice(done, end);
      done = end;
    };
    for (const edit of this.#edits.toSorted(inOrder)) {
      if (edit.start < done) continue;
      copyTo(edit.start);
      if (edit.text !== '') pieces.push({ start: edit.start, end: edit.end, at: text.length, copied: false });
      text += edit.text;
      done = edit.end;
    }
    copyTo(this.#text.length);
    return { text, toOriginal: (offset) => originalOffset(offset, pieces) };
  }
}

/** By place; what is inserted goes before what is replaced there, and the longer part before those within it. */
function inOrder(one: Edit, other: Edit): number {
  return (
    one.start - other.start || Number(one.end > one.start) - Number(other.end > other.start) || other.end - one.end
  );
}

function originalOffset(offset: number, pieces: readonly Piece[]): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (!piece) return 0;
  return piece.copied ? Math.min(piece.start + offset - piece.at, piece.end) : piece.start;
}
