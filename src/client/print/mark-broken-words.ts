/** Characters of words, soft hyphens among them. */
const WORD = /[\p{L}\p{M}\p{N}\u00AD\u2011’'-]+/gu;
const CODE = /\S+/g;
const SOFT_HYPHEN = '\u00AD';

interface BrokenWord {
  start: number;
  /** Where its parts end. */
  ends: number[];
  isCode: boolean;
}

/**
 * Marks the parts of words that lines end in: the first part is named by the whole word, the others by nothing. Readers
 * find a word that has one place. The document is laid out; its lines stay what they are.
 *
 * @param prefix - begins the names.
 */
export function markBrokenWords(prefix: string): void {
  const range = document.createRange();
  const middleOf = (text: Text, at: number): number => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const { top, height } = range.getBoundingClientRect();
    return top + height / 2;
  };
  const areApart = (text: Text, before: number, behind: number): boolean =>
    Math.abs(middleOf(text, before) - middleOf(text, behind)) > 2;
  /** Where a text of a word goes on in the next line. */
  const breaksIn = (text: Text, start: number, end: number): number[] => {
    if (end - start < 3 || !areApart(text, start, end - 1)) return [];
    const breaks: number[] = [];
    for (let at = start + 1; at < end; at += 1) {
      const before = text.data.charAt(at - 1) === SOFT_HYPHEN ? at - 2 : at - 1;
      if (before >= start && areApart(text, before, at)) breaks.push(at);
    }
    return breaks;
  };
  const isAutomatic = document.body.matches('.article');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: [text: Text, words: BrokenWord[]][] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || !parent || node.data.trim() === '') continue;
    const text = node;
    const isCode = parent.closest('code') !== null;
    const mayBreakAnywhere = isCode || (isAutomatic && getComputedStyle(parent).hyphens === 'auto');
    if (!mayBreakAnywhere && !/[\u00AD-]/.test(text.data)) continue;
    if (!areApart(text, 0, text.data.length - 1)) continue;
    const words = [...text.data.matchAll(isCode ? CODE : WORD)].flatMap(({ 0: word, index }): BrokenWord[] => {
      const breaks = breaksIn(text, index, index + word.length).filter(
        (at) => mayBreakAnywhere || /[\u00AD-]/.test(text.data.charAt(at - 1)),
      );
      return breaks.length > 0 ? [{ start: index, ends: [...breaks, index + word.length], isCode }] : [];
    });
    if (words.length > 0) found.push([text, words]);
  }
  // All reads come before all writes: each write makes the browser lay out the document again.
  for (const [text, words] of found) text.replaceWith(...marked(text.data, words, prefix));
}

function marked(text: string, words: readonly BrokenWord[], prefix: string): (string | HTMLElement)[] {
  let done = 0;
  const parts = words.flatMap(({ start, ends, isCode }): (string | HTMLElement)[] => {
    const word = text.slice(start, ends.at(-1)).replaceAll(SOFT_HYPHEN, '');
    const before = text.slice(done, start);
    done = start;
    const spans = ends.map((end, index) => {
      const part = text.slice(done, end);
      done = end;
      // A hyphen that is there is one to every reader.
      const isLast = index === ends.length - 1;
      return named(isLast || isCode ? part : part.replace(/[\u00AD-]?$/, '-'), prefix + (index === 0 ? word : ''));
    });
    return [before, ...spans];
  });
  return [...parts, text.slice(done)];
}

function named(text: string, name: string): HTMLElement {
  const span = document.createElement('span');
  span.role = 'figure';
  span.ariaLabel = name;
  span.textContent = text;
  return span;
}
