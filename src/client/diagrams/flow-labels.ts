/** Settings of a flowchart that Mermaid does not have; its script and its labels read them. */
export interface FlowSettings {
  /** px between nodes. */
  spacing: number;
  /** Names of nodes whose shape is a cylinder, and px that they are wider than other nodes. */
  cylinders: ReadonlySet<string>;
  wider: number;
}

type FlowPage = typeof globalThis & { lecternFlow?: FlowSettings };

/** Sets the settings that Mermaid does not have. */
export function setFlow(flow: FlowSettings): void {
  (globalThis as FlowPage).lecternFlow = flow;
}

/** Gives labels in cylinders as much air as those in boxes have. */
export function widenCylinders(): void {
  const boxOf = SVGGraphicsElement.prototype.getBBox;
  SVGGraphicsElement.prototype.getBBox = function measured(options): DOMRect {
    const box = boxOf.call(this, options);
    const flow = (globalThis as FlowPage).lecternFlow;
    if (!flow || flow.cylinders.size === 0 || !this.parentElement?.parentElement?.classList.contains('label'))
      return box;
    const name = /flowchart-(.+)-\d+$/.exec(this.closest('.node')?.id ?? '')?.[1];
    if (name === undefined || !flow.cylinders.has(name)) return box;
    // Mermaid takes the place of a label for that of its letters only if the box has no side named `left`, as those of SVG.
    return Object.assign(document.createElementNS('http://www.w3.org/2000/svg', 'svg').createSVGRect(), {
      x: box.x - flow.wider / 2,
      y: box.y,
      width: box.width + flow.wider,
      height: box.height,
    });
  };
}

/** Centres names of states, which hang at the left edge of their boxes where labels are SVG. */
export function centreStates(box: HTMLElement): void {
  for (const label of box.querySelectorAll<SVGGraphicsElement>('.statediagram-state > .label')) {
    const { x, width, y, height } = label.getBBox();
    label.setAttribute('transform', `translate(${-(x + width / 2)}, ${-(y + height / 2)})`);
  }
}

/** px that labels are moved at least, since less is not seen, and at most: where they are further away, their shape wants that. */
const [LEAST_SHIFT, MOST_SHIFT] = [0.75, 9];

/**
 * Centres labels in their boxes by what is seen of them, from the height of capitals to the last line: Mermaid centres
 * lines, and fonts with long descenders would be too high.
 */
export function centreLabels(box: HTMLElement): void {
  const pen = document.createElement('canvas').getContext('2d');
  for (const label of box.querySelectorAll<SVGGraphicsElement>('.node > .label')) {
    const text = label.querySelector('text');
    const [inNode, inText] = [label.parentElement, text].map((one) =>
      (one as SVGGraphicsElement | null)?.getScreenCTM(),
    );
    const letters = text?.getNumberOfChars() ?? 0;
    if (!text || !pen || !inNode || !inText || letters === 0) continue;
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(text);
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const toNode = inNode.inverse().multiply(inText);
    const [first, last] = [0, letters - 1].map((at) => text.getStartPositionOfChar(at).matrixTransform(toNode).y);
    const shift = (pen.measureText('H').actualBoundingBoxAscent - (first ?? 0) - (last ?? 0)) / 2;
    if (Math.abs(shift) < LEAST_SHIFT || Math.abs(shift) > MOST_SHIFT) continue;
    label.setAttribute(
      'transform',
      `translate(0, ${Math.round(shift * 10) / 10}) ${label.getAttribute('transform') ?? ''}`,
    );
  }
}
