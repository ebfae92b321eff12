import { numberKeys } from './stage-keys.ts';

/** A slide of a light table. */
interface TableSlide {
  /** Its place on the screen. */
  box: Pick<DOMRect, 'x' | 'y'>;
  title: string;
  number: string;
}

/** Slides side by side, one of them marked. */
export interface LightTable {
  slides: () => TableSlide[];
  /** Index of the marked one. */
  marked: () => number;
  /** Moves the mark. */
  mark: (index: number) => void;
  go: (index: number) => void;
  /** Height in px of what is seen of it. */
  view: () => number;
  rtl: boolean;
}

/**
 * Takes the keys of a light table: arrows and pages move the mark, letters move it to the next title with a word that begins
 * with them, Enter goes to the marked slide, a number and Enter to another.
 *
 * @returns what takes a key, and tells whether it had a meaning.
 */
export function tableKeys(table: LightTable): (event: KeyboardEvent) => boolean {
  const typed = typedWords();
  const numbers = numberKeys((number) => {
    const at = table.slides().findIndex((slide) => slide.number === String(number));
    if (at !== -1) table.go(at);
  });
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const [slides, at] = [table.slides(), Math.max(0, table.marked())];
    const { key } = event;
    const found = typed(event, slides, at);
    if (found !== undefined) table.mark(found);
    else if (numbers(event)) return true;
    else if (key === 'Enter' || key === ' ') table.go(at);
    else {
      const boxes = slides.map(({ box }) => box);
      const next = markAfter(key, at, boxes, table);
      if (next === undefined) return false;
      table.mark(next);
    }
    return true;
  };
}

/** Returns the index that a key moves the mark to; `undefined` where the key has no meaning. */
export function markAfter(
  key: string,
  at: number,
  boxes: readonly Pick<DOMRect, 'x' | 'y'>[],
  { rtl, view }: Pick<LightTable, 'rtl' | 'view'>,
): number | undefined {
  const last = boxes.length - 1;
  const here = boxes[at] ?? { x: 0, y: 0 };
  const beside = (by: number): number => Math.max(0, Math.min(last, at + by));
  /** The nearest slide of the first row that is so far away, or of the last one. */
  const row = (way: 1 | -1, least: number): number => {
    const away = boxes.map(({ y }) => way * (y - here.y));
    const beyond = away.filter((px) => px > 1);
    if (beyond.length === 0) return at;
    const far = beyond.filter((px) => px >= least);
    const line = far.length > 0 ? Math.min(...far) : Math.max(...beyond);
    const across = boxes.map(({ x }, index) =>
      Math.abs((away[index] ?? 0) - line) > 1 ? Infinity : Math.abs(x - here.x),
    );
    return across.indexOf(Math.min(...across));
  };
  const page = (way: 1 | -1): number => row(way, view() * 0.7);
  const moves: Record<string, () => number> = {
    ArrowRight: () => beside(rtl ? -1 : 1),
    ArrowLeft: () => beside(rtl ? 1 : -1),
    ArrowDown: () => row(1, 0),
    ArrowUp: () => row(-1, 0),
    PageDown: () => page(1),
    PageUp: () => page(-1),
    Home: () => 0,
    End: () => last,
  };
  return moves[key]?.();
}

/** Finds titles by their first letters, as they are typed without a pause. */
function typedWords(): (event: KeyboardEvent, slides: readonly TableSlide[], at: number) => number | undefined {
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  let [typed, last] = ['', 0];
  return ({ key, timeStamp }, slides, at) => {
    const goesOn = typed !== '' && timeStamp - last < 1000;
    if (key.length > 2 || !(/^[\p{L}\p{M}]+$/u.test(key) || (goesOn && /[\d ]/.test(key)))) return undefined;
    const again = goesOn && typed === plain(key);
    typed = goesOn && !again ? typed + plain(key) : plain(key);
    last = timeStamp;
    // What goes on being typed may still mean the marked one; a letter once more means the next.
    const from = goesOn && !again ? at : at + 1;
    for (let by = 0; by < slides.length; by += 1) {
      const index = (from + by) % slides.length;
      if (` ${plain(slides[index]?.title ?? '').replace(/[^\p{L}\p{N}]+/gu, ' ')}`.includes(` ${typed}`)) return index;
    }
    return undefined;
  };
}
