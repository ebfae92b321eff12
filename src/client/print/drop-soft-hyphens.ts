/** A block of text: how high it was, and its texts before and after. */
interface Block {
  height: number;
  texts: { text: Text; before: string; left: string }[];
}

/**
 * Takes out soft hyphens that no line ends at: PDF readers find no word that has one inside. The document is
 * laid out. Lines stay what they are: where they would not, so does the text.
 */
export function dropSoftHyphens(): void {
  const root = document.body;
  const widthOf = (box: HTMLElement): string => getComputedStyle(box).width;
  const range = document.createRange();
  const neighbours = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** The line of a letter, which may be in another element than the hyphen: half of a word may be bold. */
  const middleOf = (text: Text, at: number): number | undefined => {
    const [isBefore, isBehind] = [at < 0, at >= text.data.length];
    neighbours.currentNode = text;
    const node = isBefore ? neighbours.previousNode() : isBehind ? neighbours.nextNode() : text;
    if (!(node instanceof Text) || node.data === '') return undefined;
    const index = isBefore ? node.data.length - 1 : isBehind ? 0 : at;
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    const box = range.getBoundingClientRect();
    return box.height > 0 ? box.top + box.height / 2 : undefined;
  };
  /** The text without them, and whether there is one that a line ends at. */
  const withoutInner = (text: Text): string => {
    let left = '';
    for (let index = 0; index < text.data.length; index += 1) {
      const letter = text.data.charAt(index);
      const [before, behind] = letter === '\u00AD' ? [middleOf(text, index - 1), middleOf(text, index + 1)] : [];
      const isInside = before !== undefined && behind !== undefined && Math.abs(before - behind) < 2;
      if (!isInside) left += letter;
    }
    return left;
  };
  const blocks = new Map<HTMLElement, Block>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || !node.data.includes('\u00AD')) continue;
    let block = node.parentElement;
    while (block?.parentElement && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    const left = withoutInner(node);
    if (!block || left === node.data) continue;
    const known = blocks.get(block) ?? { height: block.getBoundingClientRect().height, texts: [] };
    known.texts.push({ text: node, before: node.data, left });
    blocks.set(block, known);
  }
  const isSame = ([block, { height, texts }]: [HTMLElement, Block]): boolean =>
    Math.abs(block.getBoundingClientRect().height - height) < 1 &&
    texts.every(({ text, left }) => withoutInner(text) === left);
  // Columns would get wider where their words have fewer places to break at.
  const tables = new Set([...blocks.keys()].flatMap((block) => block.closest('table') ?? []));
  const columns = [...tables].map((table) => {
    const cells = [...(table.rows[0]?.cells ?? [])];
    return { table, width: widthOf(table), cells: cells.map((cell) => ({ cell, width: widthOf(cell) })) };
  });
  for (const { table, width, cells } of columns) {
    Object.assign(table.style, { tableLayout: 'fixed', width });
    for (const { cell, width: own } of cells) cell.style.width = own;
  }
  // All reads come before all writes: each write makes the browser lay out the document again.
  for (const { texts } of blocks.values()) for (const { text, left } of texts) text.data = left;
  // Careful line breaking may choose other lines where it has less to choose from; plain breaking does not.
  const moved = [...blocks].filter((entry) => !isSame(entry));
  for (const [block] of moved) block.style.setProperty('text-wrap', 'wrap');
  const lost = moved.filter((entry) => !isSame(entry));
  for (const [block, { texts }] of lost) {
    block.style.removeProperty('text-wrap');
    for (const { text, before } of texts) text.data = before;
  }
}
