import { markAfter, overviewGrid, rowsInView } from './overview-grid.ts';
import { slideLabel, slideName } from './slide-names.ts';
import { numberKeys, writes } from './stage-keys.ts';
import type { PlannedSlide } from './talk.ts';

/** What the overview uses of reveal.js. */
export interface RevealOverview {
  getCurrentSlide: () => HTMLElement | null;
  getIndices: (slide: Element) => { h: number; v?: number };
  slide: (h: number, v?: number) => void;
  on: (type: string, listener: () => void) => void;
}

export interface OverviewOptions {
  width: number;
  height: number;
  rtl: boolean;
  plan: readonly PlannedSlide[];
  /** Scales down what does not fit, in slides that were not seen yet. */
  fitOnce: (slides: HTMLElement[]) => void;
}

/** Shows all slides in rows; arrows move a mark, Enter or a click goes to a slide. */
export class Overview {
  readonly #field: HTMLElement;
  readonly #region: HTMLElement;
  readonly #reveal: RevealOverview;
  readonly #options: OverviewOptions;
  readonly #seen: IntersectionObserver;
  readonly #numbers: (event: KeyboardEvent) => boolean;
  #columns = 1;
  #marked: HTMLElement | undefined;

  constructor(region: HTMLElement, reveal: RevealOverview, options: OverviewOptions) {
    this.#region = region;
    this.#field = region.querySelector<HTMLElement>('.slides') ?? region;
    this.#reveal = reveal;
    this.#options = options;
    this.#seen = new IntersectionObserver(
      (entries) => {
        const near = entries.filter(({ isIntersecting }) => isIntersecting);
        options.fitOnce(near.map(({ target }) => target as HTMLElement));
      },
      { root: this.#field, rootMargin: '200px' },
    );
    this.#numbers = numberKeys((number) => {
      const named = this.#slides().find((slide) => slideName(slide, options.plan).number === String(number));
      if (named) this.#close(named);
    });
    this.#listen();
  }

  /** Takes up slides and styles that are others. */
  refresh(): void {
    if (!this.#isOpen()) return;
    this.#close();
    this.#open();
  }

  #slides(): HTMLElement[] {
    return [...this.#field.querySelectorAll<HTMLElement>('section.slide')];
  }

  #isOpen(): boolean {
    return this.#region.classList.contains('overview');
  }

  #open(): void {
    const { plan, fitOnce } = this.#options;
    const all = this.#slides();
    const at = Math.max(0, all.indexOf(this.#reveal.getCurrentSlide() as HTMLElement));
    this.#region.classList.add('overview');
    this.#field.append(...all.map((slide) => overviewTitle(slide, plan)));
    for (const slide of all) {
      slide.setAttribute('role', 'button');
      slide.setAttribute('aria-label', slideLabel(slide, plan));
      slide.tabIndex = -1;
      this.#seen.observe(slide);
    }
    exposeSlides(this.#field);
    this.#layOut();
    fitOnce(all.slice(Math.max(0, at - 40), at + 60));
    this.#mark(all[at], 'center');
  }

  #close(goTo?: HTMLElement): void {
    const [field, current] = [this.#field, this.#reveal.getCurrentSlide()];
    this.#seen.disconnect();
    this.#marked = undefined;
    for (const title of field.querySelectorAll('.overview-title')) title.remove();
    for (const slide of this.#slides()) {
      for (const name of ['role', 'aria-label', 'aria-current', 'tabindex']) slide.removeAttribute(name);
      slide.classList.remove('marked');
      slide.style.removeProperty('grid-area');
    }
    exposeSlides(field, current);
    // Slides are back at once: they do not fly there.
    field.classList.add('no-transition');
    this.#region.classList.remove('overview');
    field.getBoundingClientRect();
    field.classList.remove('no-transition');
    if (!goTo || goTo === current) return;
    const { h, v } = this.#reveal.getIndices(goTo);
    this.#reveal.slide(h, v);
  }

  #layOut(): void {
    const [field, { width, height }] = [this.#field, this.#options];
    const all = this.#slides();
    const grid = overviewGrid(field.clientWidth - 32, field.clientHeight - 32, all.length, height / width);
    this.#columns = grid.columns;
    const values = { columns: grid.columns, width: `${grid.width}px`, height: `${(grid.width * height) / width}px` };
    for (const [name, value] of Object.entries({ ...values, scale: grid.width / width }))
      field.style.setProperty(`--overview-${name}`, String(value));
    const titles = field.querySelectorAll<HTMLElement>('.overview-title');
    all.forEach((slide, index) => {
      const [row, column] = [2 * Math.floor(index / grid.columns) + 1, (index % grid.columns) + 1];
      slide.style.gridArea = `${row} / ${column}`;
      const title = titles[index];
      if (title) title.style.gridArea = `${row + 1} / ${column}`;
    });
  }

  #mark(slide: HTMLElement | undefined, block: ScrollLogicalPosition = 'nearest'): void {
    if (!slide) return;
    for (const old of this.#field.querySelectorAll('.marked')) {
      old.classList.remove('marked');
      old.removeAttribute('aria-current');
    }
    const title = this.#field.querySelectorAll('.overview-title')[this.#slides().indexOf(slide)];
    this.#marked = slide;
    for (const part of [slide, title]) part?.classList.add('marked');
    slide.setAttribute('aria-current', 'true');
    slide.focus({ preventScroll: true });
    slide.scrollIntoView({ block });
    if (block === 'nearest') title?.scrollIntoView({ block });
  }

  #listen(): void {
    window.addEventListener('keydown', (event) => this.#take(event), { capture: true });
    // What nobody else wanted, such as Escape while something is drawn.
    window.addEventListener('keydown', (event) => {
      if (this.#isOpen() || event.ctrlKey || event.metaKey || event.altKey || writes(event)) return;
      if (/^(?:Escape|o)$/i.test(event.key) && !this.#region.matches('.paused, .printing *')) this.#open();
    });
    // reveal.js would take a finger that scrolls for one that goes on.
    for (const type of ['touchstart', 'touchmove', 'touchend', 'pointerdown', 'pointermove', 'pointerup'])
      this.#region.addEventListener(type, (event) => this.#isOpen() && event.stopPropagation(), { capture: true });
    this.#region.addEventListener('click', (event) => this.#click(event), { capture: true });
    window.addEventListener('resize', () => this.#isOpen() && this.#layOut());
    window.addEventListener('beforeprint', () => this.#isOpen() && this.#close());
    this.#reveal.on('slidechanged', () => {
      if (!this.#isOpen()) return;
      exposeSlides(this.#field);
      this.#mark(this.#reveal.getCurrentSlide() ?? undefined);
    });
  }

  #take(event: KeyboardEvent): void {
    const { key } = event;
    if (!this.#isOpen() || event.ctrlKey || event.metaKey || event.altKey || writes(event)) return;
    // Black, full screen and help are what they are elsewhere.
    if (/^(?:[bsf.?]|F\d+|Tab)$/i.test(key)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (this.#numbers(event)) return;
    if (/^(?:Escape|o)$/i.test(key)) return this.#close();
    if (key === 'Enter' || key === ' ') return this.#close(this.#marked);
    const all = this.#slides();
    const rows = rowsInView(this.#field.clientHeight, all[0]?.getBoundingClientRect().height ?? 0);
    const grid = { count: all.length, columns: this.#columns, rows, rtl: this.#options.rtl };
    const to = markAfter(key, this.#marked ? all.indexOf(this.#marked) : 0, grid);
    if (to !== undefined) this.#mark(all[to]);
  }

  #click(event: Event): void {
    if (!this.#isOpen()) return;
    event.stopPropagation();
    event.preventDefault();
    const slide = event.target instanceof Element ? event.target.closest<HTMLElement>('section.slide') : null;
    if (slide) this.#close(slide);
  }
}

/** Lets keys, pointers and screen readers reach all slides, or only the one that is shown, as reveal.js has it. */
function exposeSlides(field: HTMLElement, only?: Element | null): void {
  for (const section of field.querySelectorAll<HTMLElement>('section')) {
    const reached = only === undefined || (only !== null && section.contains(only));
    section.inert = !reached;
    if (reached) section.removeAttribute('aria-hidden');
    else section.setAttribute('aria-hidden', 'true');
  }
}

/** Creates the number and title below a slide. */
function overviewTitle(slide: HTMLElement, plan: readonly PlannedSlide[]): HTMLElement {
  const { number, title } = slideName(slide, plan);
  const [place, numeral] = [document.createElement('div'), document.createElement('b')];
  place.className = 'overview-title';
  // The slide says it itself to those who hear it.
  place.setAttribute('aria-hidden', 'true');
  numeral.textContent = number;
  const text = document.createElement('span');
  text.dir = 'auto';
  text.textContent = title;
  place.append(...(number ? [numeral] : []), text);
  return place;
}
