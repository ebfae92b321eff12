import type { ServedWords } from '../model/talk-words.ts';
import { dialogMarkup } from './dialog-markup.ts';
import { LIGHT_ICON } from './light-switch.ts';
import type { ServedOptions } from './stage-options.ts';

/** The parts of a phone's page. */
export interface RemoteFrame {
  root: ShadowRoot;
  /** Holds a slide, in the page's own styles. */
  screen: HTMLElement;
  part: (name: string) => HTMLElement;
  button: (name: string) => HTMLButtonElement | null;
  /** The list of slides. */
  list: HTMLDialogElement;
}

/** Creates the remote control without content, in a shadow tree. */
export function createRemoteFrame({ width, height, title, presenterCss, words }: ServedOptions): RemoteFrame {
  const { dir } = document.documentElement;
  const host = document.createElement('div');
  host.id = 'remote';
  [host.lang, host.dir] = [words.lang, words.dir];
  host.style.cssText = `position:fixed;inset:0;--shape:${width}/${height};--ratio:${width / height}`;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>${presenterCss}</style>${remoteMarkup(words)}`;
  const screen = document.createElement('div');
  screen.style.cssText = 'position:absolute;inset:0;overflow:hidden';
  screen.dir = dir;
  host.append(screen);
  document.body.style.margin = '0';
  document.body.append(host);
  document.title = `${title} – ${words.remote}`;
  const part = (name: string): HTMLElement => root.querySelector(`[data-part="${name}"]`) as HTMLElement;
  return {
    root,
    screen,
    part,
    button: (name) => root.querySelector<HTMLButtonElement>(`button[data-do="${name}"]`),
    list: root.querySelector('dialog') as HTMLDialogElement,
  };
}

function remoteMarkup(words: ServedWords): string {
  const toggle = (name: string, text: string): string =>
    `<button type="button" data-do="${name}" aria-pressed="false">${text}</button>`;
  return `<div class="view remote">
<header><div class="time"><button type="button" data-do="timer" title="${words.timer}"><span class="digits" dir="ltr" data-part="timer">0:00</span></button><span class="of digits" data-part="planned"></span>
<button type="button" class="small" data-do="reset" aria-label="${words.reset}" hidden>↺</button></div><p class="pace" data-part="pace" role="status"></p></header>
<div class="lost" data-part="offline" role="alert" hidden>${words.offline}</div>
<div class="where"><strong data-part="where" dir="auto"></strong><span class="steps" data-part="steps"></span><span class="audience" data-part="audience" role="status" hidden></span></div>
<section class="peek" aria-label="${words.preview}"><div class="screen"><slot></slot></div><div class="below"><span class="label" data-part="label"></span><button type="button" class="small" data-do="undo" hidden>${words.undo}</button></div><div class="players" data-part="players" hidden></div></section>
<section class="notes" aria-label="${words.notes}"><div class="text" data-part="notes" tabindex="0"></div><div class="sizes"><button type="button" class="small" data-do="smaller" aria-label="${words.smaller}"><span dir="ltr" data-sign="A−"></span></button><button type="button" class="small" data-do="larger" aria-label="${words.larger}"><span dir="ltr" data-sign="A+"></span></button><button type="button" class="small" data-do="light" aria-label="${words.light}">${LIGHT_ICON}</button></div></section>
<nav aria-label="${words.tools}"><button type="button" data-do="list">${words.slides}</button>${toggle('black', words.black)}${toggle('freeze', words.freeze)}${toggle('pointer', words.pointer)}${toggle('pen', words.draw)}</nav>
<nav aria-label="${words.slides}" class="turn"><button type="button" data-do="back" aria-label="${words.back}">‹</button><button type="button" data-do="next" aria-label="${words.nextStep}">›</button></nav>
</div>
${dialogMarkup('list', words.slides, words.close, '<ol data-part="rows"></ol>')}`;
}
