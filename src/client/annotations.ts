import type { Size } from '../model/deck.ts';
import { takeHand, tenths, type Point, type Tool } from './annotation-hand.ts';
import { createAnnotationShapes, type AnnotationShapes } from './annotation-shapes.ts';
import { eraserTool, penTool, pointerTool, type ToolWorks } from './annotation-tools.ts';
import { zoomedTo, type Zoom } from './talk.ts';
import type { TalkStore } from './talk-store.ts';
import { slideZoom, zoomBox } from './zoom-slide.ts';
import { zoomTool } from './zoom-tool.ts';

/** The tools of a speaker, by the names of their keys and buttons. */
const TOOLS = ['pointer', 'spotlight', 'zoom', 'pen', 'marker', 'eraser'] as const;
export type AnnotationMode = 'none' | (typeof TOOLS)[number];

/** Colours of pens and markers. */
export const COLOURS = ['#e5262b', '#1f6feb', '#0f9d58', '#f5b301', '#ffffff', '#111111'] as const;

/** A layer over a slide that shows drawings and the pointer, and takes them where somebody draws on it. */
export class AnnotationLayer {
  readonly element: SVGSVGElement;
  readonly #store: TalkStore;
  readonly #size: Size;
  readonly #shown: (() => HTMLElement | null) | undefined;
  readonly #shapes: AnnotationShapes;
  readonly #enlarge: ReturnType<typeof slideZoom>;
  readonly #tools: Partial<Record<AnnotationMode, Tool>>;
  readonly #colours: Partial<Record<AnnotationMode, string>> = { marker: COLOURS[3] };
  readonly #listeners: (() => void)[] = [];
  #mode: AnnotationMode = 'none';
  #slide = '';

  /**
   * @param size - of the slide, in px.
   * @param shown - the slide that an audience sees here, which is shown larger where somebody looks closely; elsewhere a
   * frame shows what the audience sees.
   */
  constructor(store: TalkStore, size: Size, shown?: () => HTMLElement | null) {
    this.#store = store;
    this.#size = { width: size.width, height: size.height };
    this.#shown = shown;
    const shapes = createAnnotationShapes(size);
    this.#shapes = shapes;
    this.element = shapes.element;
    this.#enlarge = slideZoom(size);
    const works: ToolWorks = {
      store,
      size,
      slide: () => this.#slide,
      colour: () => this.colour(),
      onSlide: (at) => this.#onSlide(at),
    };
    this.#tools = toolsOf(works, shapes, shown !== undefined);
    store.listen((news) => {
      if (news.type === 'drawing' && news.slide === this.#slide) shapes.lines(news.drawing.strokes);
      else if (news.type === 'trace' && news.slide === this.#slide) shapes.trace(news.stroke);
      // Frozen, the audience does not see what the speaker points at elsewhere.
      else if (news.type === 'pointer')
        shapes.pointer(store.talk.at.slide === this.#slide ? news.point : null, news.spot);
    });
    takeHand(this.element, size, () => this.#tools[this.#mode]);
  }

  mode(): AnnotationMode {
    return this.#mode;
  }

  setMode(next: AnnotationMode): void {
    this.#tools[this.#mode]?.end?.();
    // Another tool works on what is looked at closely.
    if (this.#mode === 'zoom' && next === 'none') this.#showWhole();
    this.#mode = next;
    this.element.style.pointerEvents = next === 'none' ? 'none' : 'auto';
    this.#showZoom();
    for (const listener of this.#listeners) listener();
  }

  /** The colour of the tool in hand. */
  colour(): string {
    return this.#colours[this.#mode] ?? COLOURS[0];
  }

  /** Takes up a colour, with a pen where the tool in hand has none. */
  setColour(colour: string): void {
    const tool = this.#mode === 'marker' ? 'marker' : 'pen';
    this.#colours[tool] = colour;
    this.setMode(tool);
  }

  /** Shows what is drawn on a slide. */
  show(slide: string): void {
    this.#slide = slide;
    this.#shapes.lines(this.#store.drawing(slide).strokes);
    this.#shapes.trace(null);
    this.#showZoom();
  }

  /** Takes a key that belongs to the tool in hand, and tells whether it was one. */
  takesKey(event: KeyboardEvent): boolean {
    const tool = this.#tools[this.#mode];
    if (event.key !== 'Escape') return tool !== undefined && takesKey(tool, event, this.#size);
    if (tool) this.setMode('none');
    else if (this.#zoom()) this.#showWhole();
    else return false;
    return true;
  }

  /** @param changed - called when another tool or colour was taken up. */
  onChange(changed: () => void): void {
    this.#listeners.push(changed);
  }

  #zoom(): Zoom | undefined {
    const { shown, at } = this.#store.talk;
    const place = this.#shown ? shown : at;
    return place.slide === this.#slide ? place.zoom : undefined;
  }

  #showZoom(): void {
    const zoom = this.#zoom();
    if (this.#shown) this.#enlarge([this.#shown(), this.element], zoom);
    else this.#shapes.frame(zoom && zoomBox(zoom, this.#size));
    this.element.style.cursor = this.#tools[this.#mode]?.cursor ?? '';
  }

  #showWhole(): void {
    if (this.#zoom()) this.#store.change((talk) => zoomedTo(talk, undefined));
  }

  #onSlide([x, y]: Point): Point {
    const zoom = this.#shown && this.#zoom();
    if (!zoom) return [x, y];
    const { width, height } = this.#size;
    return [tenths(zoom.x + (x - width / 2) / zoom.scale), tenths(zoom.y + (y - height / 2) / zoom.scale)];
  }
}

function toolsOf(works: ToolWorks, shapes: AnnotationShapes, follows: boolean): Partial<Record<AnnotationMode, Tool>> {
  return {
    pointer: pointerTool(works),
    spotlight: pointerTool(works, true),
    zoom: zoomTool(works, shapes, follows),
    pen: penTool(works),
    marker: penTool(works, true),
    eraser: eraserTool(works),
  };
}

/** Plus, minus and the arrows are for the tool in hand, where it can be larger or moved. */
function takesKey(tool: Tool, { key, ctrlKey, metaKey, altKey }: KeyboardEvent, { width, height }: Size): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const factor = { '+': 1.25, '=': 1.25, '-': 0.8 }[key];
  if (factor && tool.size) {
    tool.size(factor, [width / 2, height / 2]);
    return true;
  }
  const way: Record<string, Point> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const [x, y] = way[key] ?? [0, 0];
  return key in way && (tool.shift?.(x * 0.2, y * 0.2) ?? false);
}

/** Returns what keys and buttons of the tools do, by their names. */
export function toolActions(
  layer: AnnotationLayer,
  store: TalkStore,
  slide: () => string,
): Partial<Record<string, () => void>> {
  const toggle = TOOLS.map((tool) => [tool, () => layer.setMode(layer.mode() === tool ? 'none' : tool)] as const);
  return {
    ...Object.fromEntries(toggle),
    colour: () =>
      layer.setColour(COLOURS[(COLOURS.findIndex((one) => one === layer.colour()) + 1) % COLOURS.length] ?? ''),
    undo: () => store.undo(slide()),
    clear: () => store.draw(slide(), []),
  };
}
