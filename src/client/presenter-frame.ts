import type { StageWords } from '../model/talk-words.ts';
import { LIGHT_ICON } from './light-switch.ts';
import type { StageOptions } from './stage-options.ts';
import { dialogMarkup } from './dialog-markup.ts';
import { toolsMarkup } from './tools-markup.ts';

/** Parts of the presenter view by their names. */
type PresenterParts = Record<
  | 'title'
  | 'timer'
  | 'planned'
  | 'pace'
  | 'clock'
  | 'screen'
  | 'where'
  | 'section'
  | 'arranged'
  | 'audience'
  | 'steps'
  | 'upcoming'
  | 'notes'
  | 'timeline'
  | 'strip'
  | 'actual'
  | 'planned-mark'
  | 'lost'
  | 'hint'
  | 'players'
  | 'list'
  | 'rows'
  | 'help'
  | 'keys'
  | 'faults'
  | 'findings'
  | 'pens',
  HTMLElement
>;

export interface PresenterFrame {
  root: ShadowRoot;
  parts: PresenterParts;
  /** Holds the slide that is shown, in the page's own styles. */
  current: HTMLElement;
  next: HTMLElement;
  button: (name: string) => HTMLButtonElement | null;
}

/** Creates the presenter view without content, in a shadow tree: its styles and those of the deck stay apart. */
export function createPresenterFrame({ presenterCss, words, ...shape }: StageOptions): PresenterFrame {
  const host = document.createElement('div');
  host.id = 'presenter';
  host.style.cssText = `position:fixed;inset:0;--shape:${shape.width}/${shape.height};--ratio:${shape.width / shape.height}`;
  [host.lang, host.dir] = [words.lang, words.dir];
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>${presenterCss}</style>${presenterMarkup(words)}`;
  const slot = (name: string): HTMLElement => {
    const place = document.createElement('div');
    place.slot = name;
    place.dir = document.documentElement.dir;
    place.style.cssText = 'position:absolute;inset:0;overflow:hidden';
    host.append(place);
    return place;
  };
  const [current, next] = [slot('current'), slot('next')];
  document.body.style.margin = '0';
  document.body.append(host);
  const named = [...root.querySelectorAll<HTMLElement>('[data-part]')].map((part) => [part.dataset['part'], part]);
  return {
    root,
    parts: Object.fromEntries(named) as PresenterParts,
    current,
    next,
    button: (name) => root.querySelector<HTMLButtonElement>(`button[data-do="${name}"]`),
  };
}

function presenterMarkup(words: StageWords): string {
  const button = (name: string, text: string, keys: string): string =>
    `<button type="button" data-do="${name}"><span>${text}</span><kbd>${keys}</kbd></button>`;
  const toggle = (name: string, text: string, keys: string): string =>
    button(name, text, keys).replace('<button', '<button aria-pressed="false"');
  const small = (name: string, text: string, key: string, sign: string): string =>
    `<button type="button" class="small" data-do="${name}" aria-label="${text}" title="${text} (${key})">${sign}</button>`;
  const sized = (sign: string): string => `<span dir="ltr" data-sign="A${sign}"></span>`;
  return `<div class="view">
<header>
  <h1 data-part="title" dir="auto"></h1>
  <p class="pace" data-part="pace" role="status"></p>
  <div class="time"><button type="button" data-do="timer" title="${words.timer} (T)"><span class="digits" dir="ltr" data-part="timer">0:00</span></button><span class="of" data-part="planned"></span>
  ${small('reset', words.reset, 'R', '↺')}</div>
  <p class="clock digits" data-part="clock"></p>
  <div>${small('light', words.light, 'A', LIGHT_ICON)} ${small('screens', words.twoScreens, 'W', '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 4h13v9H3zM16 8h5v10H9v-5"/></svg>')}</div>
</header>
<div class="lost" data-part="lost" role="alert" hidden><span>${words.lost}</span><button type="button" data-do="reopen">${words.reopen}</button></div>
<p class="lost" data-part="hint" role="status" hidden></p>
<div class="faults" data-part="faults" role="alert" hidden></div>
<div class="findings" data-part="findings" role="status" hidden></div>
<main><div class="stage">
  <section class="now" aria-label="${words.current}">
    <div class="screen" data-screen data-part="screen" role="img"><slot name="current"></slot></div>
    <div class="caption"><strong data-part="where" dir="auto" aria-live="polite"></strong><span data-part="section" dir="auto"></span><span class="arranged" data-part="arranged" lang="en" dir="ltr" title="Arranged by its content; compose=plain on the heading turns it off"></span><span class="audience" dir="auto" data-part="audience" role="status"></span><span class="steps" data-part="steps" aria-live="polite"></span></div>
    <div class="players" data-part="players" hidden></div>
  </section>
  <section class="upcoming" aria-label="${words.next}">
    <div class="screen" data-do="next"><slot name="next"></slot></div>
    <div class="caption"><span class="label">${words.next}</span><strong data-part="upcoming" dir="auto"></strong></div>
  </section>
  <section class="notes" aria-label="${words.notes}">
    <div class="text" data-part="notes" tabindex="0"></div>
    <div class="sizes">${small('smaller', words.smaller, '−', sized('−'))}${small('larger', words.larger, '+', sized('+'))}</div>
  </section>
</div></main>
<nav aria-label="${words.tools}">
  <button type="button" class="go" data-do="back" aria-label="${words.back}">‹</button><button type="button" class="go" data-do="next" aria-label="${words.nextStep}">›</button>
  <span class="group">${button('list', words.slides, 'G')}${toggle('black', words.black, 'B')}${toggle('freeze', words.freeze, 'Z')}</span>
  ${toolsMarkup(words)}
  <span class="group end">${button('help', words.keys, '?')}</span>
</nav>
<div class="timeline" role="region" aria-label="${words.plan}" data-part="timeline" hidden><div class="strip" data-part="strip"></div><i class="mark planned" data-part="planned-mark"></i><i class="mark actual" data-part="actual"></i></div>
</div>
${dialogMarkup('list', words.slides, words.close, '<ol data-part="rows"></ol>')}
${dialogMarkup('help', words.keys, words.close, '<div class="keys" data-part="keys"></div>')}`;
}
