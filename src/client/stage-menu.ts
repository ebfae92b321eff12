import type { StageWords } from '../model/talk-words.ts';

/** Arrows and a menu over the slides, for users without a keyboard. */
export interface StageMenu {
  /** Shows the arrows for a while, or takes them away. */
  toggle: () => void;
  /** Takes a key while the menu is open, and tells whether it is. */
  takes: (event: KeyboardEvent) => boolean;
}

/** Milliseconds that the arrows stay after the pointer has stopped. */
const STAY = 2500;

export interface StageMenuOptions {
  words: StageWords;
  /** Actions of the window; the menu shows those that it has names for. */
  actions: Partial<Record<string, () => void>>;
  /** Tells whether something else has the pointer. */
  isBusy: () => boolean;
  /** Px that are below the slides. */
  below: () => number;
}

/**
 * Creates the arrows and the menu, which come when the pointer moves and stay away while the slides fill the screen.
 *
 * @param root - the shadow tree of what is over the slides.
 */
export function createStageMenu(root: ShadowRoot, { words, actions, isBusy, below }: StageMenuOptions): StageMenu {
  const place = document.createElement('div');
  place.innerHTML = menuMarkup(words, actions);
  root.append(...place.children);
  const [bar, more] = [root.querySelector('.menu') as HTMLElement, root.querySelector('.more') as HTMLElement];
  const isOpen = (): boolean => more.matches(':popover-open');
  const close = (): void => void (isOpen() && more.hidePopover());
  root.addEventListener('click', (event) => {
    const name = (event.target as Element).closest<HTMLElement>('.menu [data-do], .more [data-do]')?.dataset['do'];
    if (!name) return;
    close();
    actions[name]?.();
  });
  return {
    toggle: showForAWhile(bar, isBusy, {
      isOpen,
      close,
      shown: () => (root.host as HTMLElement).style.setProperty('--below', `${below()}px`),
    }),
    takes(event) {
      if (!isOpen()) return false;
      const buttons = [...more.querySelectorAll('button')];
      const at = buttons.findIndex((button) => button === root.activeElement);
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) buttons[(Math.max(at, by < 0 ? 0 : -1) + by + buttons.length) % buttons.length]?.focus();
      else if (event.key === 'Escape') close();
      else return true;
      event.preventDefault();
      return true;
    },
  };
}

/** Shows the arrows when the mouse moves, and takes them away when it stops or the slides fill the screen. */
function showForAWhile(
  bar: HTMLElement,
  isBusy: () => boolean,
  more: { isOpen: () => boolean; close: () => void; shown: () => void },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = (): void => {
    clearTimeout(timer);
    delete bar.dataset['shown'];
  };
  const show = (): void => {
    clearTimeout(timer);
    if (document.fullscreenElement || isBusy()) return hide();
    bar.dataset['shown'] = '';
    more.shown();
    timer = setTimeout(() => (bar.matches(':hover') || more.isOpen() ? show() : hide()), STAY);
  };
  let last: PointerEvent | undefined;
  window.addEventListener('pointermove', (event) => {
    const far = last && Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) > 3;
    if (far && event.pointerType === 'mouse') show();
    if (far !== false) last = event;
  });
  document.addEventListener('fullscreenchange', () => {
    hide();
    more.close();
  });
  return () => ('shown' in bar.dataset ? hide() : show());
}

function menuMarkup(words: StageWords, actions: StageMenuOptions['actions']): string {
  const entries = [
    ['overview', words.overview, 'O'],
    ['search', words.search, 'Ctrl ⇧ F'],
    ['presenter', words.presenter, 'S'],
    ['screens', words.twoScreens, 'W'],
    ['read', words.reading, 'V'],
    ['fullscreen', words.fullScreen, 'F'],
    ['help', words.keys, '?'],
  ].filter(([name = '']) => actions[name]);
  const icon = (label: string, path: string, more: string): string =>
    `<button type="button" class="go" aria-label="${label}" title="${label}" ${more}><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg></button>`;
  const bar =
    icon(words.back, 'M15 5l-7 7 7 7', 'data-do="back"') +
    icon(words.nextStep, 'M9 5l7 7-7 7', 'data-do="next"') +
    icon(words.menu, 'M5 12h.01M12 12h.01M19 12h.01', 'popovertarget="more"');
  const rows = entries.map(
    ([name, label, key]) =>
      `<button type="button" data-do="${name}"><span>${label}</span><kbd dir="ltr">${key}</kbd></button>`,
  );
  return `<div class="menu" role="toolbar" aria-label="${words.menu}">${bar}</div><div class="more" id="more" popover>${rows.join('')}</div>`;
}
