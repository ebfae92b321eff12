/** Mirrors a flowchart that runs from left to right, for languages that are read from the right; words stay as they are. */
export function mirrorFlow(svg: SVGSVGElement): void {
  const { x, width } = svg.viewBox.baseVal;
  // Whatever is at `place` goes to `sum - place`.
  const sum = 2 * x + width;
  const root = svg.querySelector('.root');
  if (!root) return;
  for (const edge of root.querySelectorAll<SVGGraphicsElement>(':scope > .edgePaths > path')) {
    edge.setAttribute('transform', `translate(${sum}, 0) scale(-1, 1) ${edge.getAttribute('transform') ?? ''}`.trim());
  }
  for (const part of root.querySelectorAll<SVGGraphicsElement>(':scope > .nodes > *, :scope > .edgeLabels > *')) {
    moveTo(part, (left, right) => sum - right - left);
  }
  for (const box of root.querySelectorAll<SVGRectElement>(':scope > .clusters > * > rect')) {
    box.setAttribute('x', String(sum - Number(box.getAttribute('x')) - Number(box.getAttribute('width'))));
  }
  for (const label of root.querySelectorAll<SVGGraphicsElement>(':scope > .clusters > * > .cluster-label')) {
    moveTo(label, (left, right) => sum - right - left);
  }
}

/** Moves a part sideways. @param by - returns how far, by where its sides are */
function moveTo(part: SVGGraphicsElement, by: (left: number, right: number) => number): void {
  const { x, width } = part.getBBox();
  const { e } = part.transform.baseVal.consolidate()?.matrix ?? { e: 0 };
  if (width === 0) return;
  part.setAttribute(
    'transform',
    `translate(${by(x + e, x + e + width)}, 0) ${part.getAttribute('transform') ?? ''}`.trim(),
  );
}
