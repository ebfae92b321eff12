/** How many times larger names of slices are than Mermaid draws them: its rows have one height. */
const LARGER = 1.7;
const MOVE = /translate\(\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*\)/;

/** Enlarges the names beside a pie, and makes room for them. */
export function enlargeLegend(box: HTMLElement, source: string): void {
  const drawing = box.querySelector('svg');
  if (!drawing || !/^[ \t]*pie\b/m.test(source)) return;
  const rows = [...drawing.querySelectorAll<SVGGElement>('g.legend')];
  if (rows.length === 0) return;
  const widest = Math.max(...rows.map((row) => row.getBBox().width));
  for (const row of rows) {
    const [, x = '0', y = '0'] = MOVE.exec(row.getAttribute('transform') ?? '') ?? [];
    row.setAttribute('transform', `translate(${x},${(Number(y) * LARGER).toFixed(1)}) scale(${LARGER})`);
  }
  const [left = 0, top = 0, width = 0, height = 0] = (drawing.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  const viewBox = [left, top, Math.ceil(width + (LARGER - 1) * widest), height];
  drawing.setAttribute('viewBox', viewBox.join(' '));
}
