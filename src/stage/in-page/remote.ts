import { createInkLayer } from './ink.ts';
import { clockText, paceOf, paceText } from './pace.ts';
import { createPreview } from './preview.ts';
import { fillNotes, type SlideShelf } from './slide-shelf.ts';
import type { StageOptions } from './start-stage.ts';
import { placeAfter, toggledTimer } from './talk.ts';
import type { TalkStore } from './talk-store.ts';

/** A phone as a remote control: what is next, what is to be said, and large buttons. */
export function startRemote(store: TalkStore, shelf: SlideShelf, options: StageOptions): void {
  const { root, screen, part } = createRemoteFrame(options);
  const ink = createInkLayer(store, options);
  const preview = createPreview(screen, options);
  screen.append(ink.element);
  let pointing = false;
  const show = (): void => {
    const { at, black } = store.talk;
    const after = placeAfter(store.plan, at);
    const more = after.slide !== at.slide || after.step !== at.step;
    const shown = pointing ? at : after;
    preview.show(pointing || more ? shelf.slide(shown.slide) : null, shown.step);
    const slide = store.plan.find(({ id }) => id === at.slide);
    part('where').textContent = [slide?.number, slide?.title].filter(Boolean).join(' · ');
    part('label').textContent = pointing ? 'Touch to point' : more ? 'Next' : 'End of the talk';
    fillNotes(part('notes'), shelf, at.slide);
    root.querySelector('[data-do=black]')?.setAttribute('aria-pressed', String(black));
    root.querySelector('[data-do=pointer]')?.setAttribute('aria-pressed', String(pointing));
    ink.show(pointing ? at.slide : '');
  };
  const tick = (): void => showRemoteTime(part, store);
  const actions: Partial<Record<string, () => void>> = {
    next: () => store.next(),
    back: () => store.back(),
    black: () => store.change((talk) => ({ ...talk, black: !talk.black })),
    timer: () => store.change((talk) => toggledTimer(talk, store.now())),
    pointer() {
      pointing = !pointing;
      ink.setMode(pointing ? 'pointer' : 'none');
      show();
    },
  };
  root.addEventListener('click', (event) => {
    actions[(event.target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'] ?? '']?.();
  });
  store.listen(({ type }) => type === 'talk' && (show(), tick()));
  shelf.listen(show);
  void document.fonts.ready.then(show);
  show();
  setInterval(tick, 500);
  tick();
  document.documentElement.dataset['ready'] = 'true';
}

export interface RemoteFrame {
  root: ShadowRoot;
  /** Holds a slide, in the page's own styles. */
  screen: HTMLElement;
  part: (name: string) => HTMLElement;
}

export function createRemoteFrame({ width, height, title, presenterCss }: StageOptions): RemoteFrame {
  const host = document.createElement('div');
  host.id = 'remote';
  host.dir = 'ltr';
  host.style.cssText = `position:fixed;inset:0;--shape:${width}/${height}`;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>${presenterCss}</style>${remoteMarkup()}`;
  const screen = document.createElement('div');
  screen.style.cssText = 'position:absolute;inset:0;overflow:hidden';
  screen.dir = document.documentElement.dir;
  host.append(screen);
  document.body.style.margin = '0';
  document.body.append(host);
  document.title = `${title} – Remote`;
  return { root, screen, part: (name) => root.querySelector(`[data-part="${name}"]`) as HTMLElement };
}

export function showRemoteTime(part: (name: string) => HTMLElement, store: TalkStore): void {
  const pace = paceOf(store.talk, store.plan, store.now());
  const { text, state } = paceText(pace);
  part('timer').textContent = clockText(pace.spent);
  part('timer').dataset['running'] = String(store.talk.timer.since !== null);
  part('pace').textContent = pace.spent > 0 ? text : '';
  part('pace').dataset['state'] = pace.spent > 0 ? state : 'none';
  part('offline').hidden = document.documentElement.dataset['connected'] !== 'false';
}

export function remoteMarkup(): string {
  return `<div class="view remote">
<header><button type="button" data-do="timer" title="Start or stop the timer"><span class="digits" data-part="timer">0:00</span></button><p class="pace" data-part="pace" role="status"></p><strong data-part="where"></strong></header>
<div class="lost" data-part="offline" role="alert" hidden>No connection. It is made again by itself.</div>
<section class="peek" aria-label="Preview"><div class="screen"><slot></slot></div><span class="label" data-part="label"></span></section>
<section class="notes" aria-label="Speaker notes"><div class="text" data-part="notes" tabindex="0"></div></section>
<nav aria-label="Tools"><button type="button" data-do="black" aria-pressed="false">Black</button><button type="button" data-do="pointer" aria-pressed="false">Pointer</button></nav>
<nav aria-label="Slides" class="turn"><button type="button" data-do="back" aria-label="Back">‹</button><button type="button" data-do="next" aria-label="Next step">›</button></nav>
</div>`;
}
