import type { ServedWords } from '../model/talk-words.ts';
import { sectionTimes, timeOn, totalOf, type Rehearsal } from '../model/rehearsal.ts';
import { clockText } from './pace.ts';
import type { PlannedSlide } from './talk.ts';

/** Rehearsals side by side; more do not fit. */
const MOST_COLUMNS = 3;

/** Creates an element of the presenter view. */
export function make(name: string, className = '', text = ''): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

/** Makes a table of rehearsals: planned and actual times of sections, and of the slides in those that are opened. */
export function rehearsalTable(
  plan: readonly PlannedSlide[],
  kept: readonly Rehearsal[],
  words: ServedWords,
  actions: (rehearsal: Rehearsal) => HTMLElement,
): HTMLElement {
  const shown = kept.slice(0, MOST_COLUMNS);
  const planned = plan.reduce((sum, { length }) => sum + length, 0);
  const isPlanned = planned > 0;
  const [table, head] = [make('table'), make('thead')];
  head.append(
    row(
      make('td'),
      ...(isPlanned ? [header('col', words.planned)] : []),
      ...shown.map((rehearsal) => {
        const cell = header('col', dateText(rehearsal.started, words));
        if (!rehearsal.whole) cell.append(make('small', '', words.notToTheEnd));
        return cell;
      }),
    ),
  );
  const line = (name: HTMLElement, length: number, times: (number | undefined)[]): HTMLElement =>
    row(name, ...(isPlanned ? [time(length)] : []), ...times.map((seconds) => time(seconds, isPlanned ? length : 0)));
  const bodies = sectionGroups(plan).map(({ title, slides }, index) => {
    const [body, name] = [make('tbody'), header('row', '')];
    const toggle = make('button', 'fold');
    toggle.append(make('bdi', '', title || words.opening));
    toggle.setAttribute('type', 'button');
    toggle.setAttribute('aria-expanded', 'false');
    name.append(toggle);
    const columns = shown.map((rehearsal) => sectionTimes(plan, rehearsal)[index]?.actual);
    const length = slides.reduce((sum, slide) => sum + slide.length, 0);
    body.append(line(name, length, columns));
    toggle.addEventListener('click', () => {
      const opened = toggle.getAttribute('aria-expanded') !== 'true';
      toggle.setAttribute('aria-expanded', String(opened));
      if (opened) body.append(...slides.map((slide) => slideLine(slide, shown, { words, line })));
      else body.replaceChildren(...[...body.children].slice(0, 1));
    });
    return body;
  });
  const foot = make('tfoot');
  foot.append(
    line(header('row', words.total), planned, shown.map(totalOf)),
    row(make('td'), ...(isPlanned ? [make('td')] : []), ...shown.map((rehearsal) => wrapped(actions(rehearsal)))),
  );
  table.append(head, ...bodies, foot);
  return table;
}

function slideLine(
  slide: PlannedSlide,
  shown: readonly Rehearsal[],
  {
    words,
    line,
  }: { words: ServedWords; line: (name: HTMLElement, length: number, times: (number | undefined)[]) => HTMLElement },
): HTMLElement {
  const name = header('row', '');
  name.append(make('bdi', '', [slide.number, slide.title || words.untitled].filter(Boolean).join(' · ')));
  const made = line(
    name,
    slide.length,
    shown.map((rehearsal) => timeOn(rehearsal, slide.id)),
  );
  made.className = 'slide';
  if (slide.steps === 0) return made;
  // Each step, where there are some.
  for (const [index, rehearsal] of shown.entries()) {
    const steps = rehearsal.times.find(([id]) => id === slide.id)?.[1];
    const cell = made.children[made.children.length - shown.length + index];
    if (steps && steps.length > 1)
      cell?.append(make('small', '', steps.map((seconds) => clockText(Math.round(seconds))).join(' + ')));
  }
  return made;
}

/** Sections with their slides, in the order of the talk. */
export function sectionGroups(plan: readonly PlannedSlide[]): { title: string; slides: PlannedSlide[] }[] {
  const groups: { title: string; slides: PlannedSlide[] }[] = [];
  for (const slide of plan) {
    const last = groups.at(-1);
    if (last?.title === slide.section) last.slides.push(slide);
    else groups.push({ title: slide.section, slides: [slide] });
  }
  return groups;
}

/** A time; how far it is from its plan is in its colour, and written beside it. */
function time(seconds: number | undefined, planned = 0): HTMLElement {
  const whole = seconds === undefined ? undefined : Math.round(seconds);
  const cell = make('td', 'digits', whole === undefined ? '–' : clockText(whole));
  if (whole === undefined || planned === 0) return cell;
  const difference = whole - planned;
  if (difference === 0) return cell;
  const shown = make('span', 'difference');
  const number = make('bdi', '', `${difference > 0 ? '+' : '−'}${clockText(Math.abs(difference))}`);
  number.dir = 'ltr';
  shown.append(number);
  // As for the pace of a talk: what is within a tenth is as planned.
  shown.dataset['state'] =
    Math.abs(difference) <= Math.max(10, planned / 10) ? 'fine' : difference > 0 ? 'late' : 'ahead';
  cell.append(shown);
  return cell;
}

/** Formats a moment as in `26 Nov, 10:40`. */
export function dateText(moment: number, { lang }: ServedWords): string {
  const parts = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Date(moment).toLocaleString(lang === 'en' ? 'en-GB' : lang, parts);
}

function header(scope: string, text: string): HTMLElement {
  const cell = make('th', '', text);
  cell.setAttribute('scope', scope);
  return cell;
}

function row(...cells: HTMLElement[]): HTMLElement {
  const made = make('tr');
  made.append(...cells);
  return made;
}

function wrapped(content: HTMLElement): HTMLElement {
  const cell = make('td');
  cell.append(content);
  return cell;
}
