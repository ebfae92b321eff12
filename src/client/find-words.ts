/** Where words are in a slide. */
export interface FoundWords {
  slide: HTMLElement;
  ranges: Range[];
}

/** Signs that keyboards have, for those that typography sets instead. */
function typed(text: string): string {
  return text
    .replace(/[‘’‚‹›]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–—]/g, '-');
}

/** Finds words on slides, whatever their case and their quotes, and whether or not they may be hyphenated. */
export function findWords(slides: Iterable<HTMLElement>, words: string): FoundWords[] {
  const sought = typed(words.trim().toLowerCase()).replaceAll('\u00AD', '').replace(/\s+/g, ' ');
  if (sought === '') return [];
  const found: FoundWords[] = [];
  for (const slide of slides) {
    const ranges = rangesOf(slide, sought);
    if (ranges.length > 0) found.push({ slide, ranges });
  }
  return found;
}

function rangesOf(slide: HTMLElement, sought: string): Range[] {
  let text = '';
  const letters: [node: Text, offset: number][] = [];
  let block: Element | null | undefined;
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const around = node.parentElement;
    if (
      !around ||
      around.closest('.notes, .slide-footer, style, script, annotation, [aria-hidden=true]:not(section, svg > *)')
    )
      continue;
    const own = around.closest('p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre, figcaption, div, text');
    const data = own === block || text === '' ? node.data : `\n${node.data}`;
    const before = data.length - node.data.length;
    block = own;
    for (const [at, letter] of [...data].entries()) {
      const low = /\s/.test(letter) ? ' ' : typed(letter.toLowerCase());
      if (letter === '\u00AD' || (low === ' ' && text.endsWith(' '))) continue;
      text += low;
      for (let part = 0; part < low.length; part += 1) letters.push([node, Math.max(0, at - before)]);
    }
  }
  const ranges: Range[] = [];
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + sought.length)) {
    const [from, to] = [letters[at], letters[at + sought.length - 1]];
    if (!from || !to) continue;
    const range = document.createRange();
    range.setStart(from[0], Math.min(from[1], from[0].length));
    range.setEnd(to[0], Math.min(to[1] + 1, to[0].length));
    ranges.push(range);
  }
  return ranges;
}
