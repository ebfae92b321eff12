import { tableKeys } from './light-table.ts';
import { overviewGrid, tablePlaces, tableSections } from './overview-grid.ts';
import { overviewHead, overviewTitle } from './overview-titles.ts';
import { slideLabel, slideName } from './slide-names.ts';
import { writes } from './stage-keys.ts';
import type { PlannedSlide } from './talk.ts';

/** The parts of reveal.js that the overview uses. */
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

/** Shows all slides as a light table, a row for each section; keys move a mark, Enter or a click goes to a slide. */
export class Overview {
  readonly #field: HTMLElement;
  readonly #region: HTMLElement;
  readonly #reveal: RevealOverview;
  readonly #options: OverviewOptions;
  readonly #seen: IntersectionObserver;
  readonly #keys: (event: KeyboardEvent) => boolean;
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
    this.#keys = tableKeys({
      slides: () =>
        this.#slides().map((slide) => {
          const { number, title } = slideName(slide, options.plan);
          return { box: slide.getBoundingClientRect(), number, title };
        }),
      marked: () => this.#slides().findIndex((slide) => slide === this.#marked),
      mark: (index) => this.#mark(this.#slides()[index]),
      go: (index) => this.#close(this.#slides()[index]),
      view: () => this.#field.clientHeight,
      rtl: options.rtl,
    });
    this.#listen();
  }

  toggle(): void {
    if (this.#isOpen()) this.#close();
    else if (!this.#region.matches('.paused, .printing *')) this.#open();
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
    const heads = this.#sections().map(({ title, count }) => overviewHead(title, count));
    this.#field.append(...heads, ...all.map((slide) => overviewTitle(slide, plan)));
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
    for (const title of field.querySelectorAll('.overview-title, .overview-head')) title.remove();
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

  #sections(): ReturnType<typeof tableSections> {
    const { plan } = this.#options;
    return tableSections(this.#slides().map(({ id }) => plan.find((one) => one.id === id)?.section ?? ''));
  }

  #layOut(): void {
    const [field, { width, height }] = [this.#field, this.#options];
    const sections = this.#sections();
    const grid = overviewGrid(field.clientWidth - 48, field.clientHeight - 48, sections, height / width);
    const places = tablePlaces(sections, grid.columns, (grid.width * height) / width);
    const values = { columns: grid.columns, width: `${grid.width}px`, rows: places.rows, scale: grid.width / width };
    for (const [name, value] of Object.entries(values)) field.style.setProperty(`--overview-${name}`, String(value));
    const heads = field.querySelectorAll<HTMLElement>('.overview-head');
    heads.forEach((head, index) => (head.style.gridRow = String(places.heads[index])));
    const titles = field.querySelectorAll<HTMLElement>('.overview-title');
    this.#slides().forEach((slide, index) => {
      const [row, column] = places.slides[index] ?? [1, 1];
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
      if (/^(?:Escape|o)$/i.test(event.key)) this.toggle();
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
    if (/^(?:[.?]|F\d+|Tab)$/.test(key)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (key === 'Escape' || (!this.#keys(event) && /^o$/i.test(key))) this.#close();
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
