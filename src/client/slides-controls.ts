import { dialogMarkup } from './dialog-markup.ts';
import { fillKeys } from './key-help.ts';
import type { PluginKey } from './plugin-keys.ts';
import { numberKeys, stageAction } from './stage-keys.ts';
import { createStageMenu } from './stage-menu.ts';
import type { StageOptions } from './stage-options.ts';
import { takeTaps } from './stage-taps.ts';
import type { SlidesWindow } from './slides-window.ts';

/** Actions of a window with slides, by the names of keys and buttons. */
export interface SlidesControls {
  actions: Partial<Record<string, () => void>>;
  /** Goes to a slide by its number. */
  number: (number: number) => void;
  /** Somebody draws or points. */
  isHandy: () => boolean;
  /** Takes a key that has another meaning for what somebody draws or points with. */
  takesKey?: (event: KeyboardEvent) => boolean;
  /** Keys of this window, as the list of keys names them. @default all */
  only?: readonly string[] | undefined;
  /** Keys do nothing for now. */
  isAsleep?: () => boolean;
}

/** Tells the user of a window something. */
export type Hint = (text: string, act?: () => void) => void;

/** Lets keys, the menu and taps do what a window with slides can do. */
export function takeSlidesControls(
  { region, plugins, overview, search }: SlidesWindow,
  options: StageOptions,
  createControls: (hint: Hint) => SlidesControls,
): void {
  const root = createShell(options);
  const controls = createControls((text, act) => showHint(root, text, act));
  const help = createHelp(root, options, { only: controls.only, ofPlugins: () => plugins?.keys.list() });
  const actions: SlidesControls['actions'] = {
    overview,
    search,
    help,
    fullscreen() {
      if (!document.fullscreenElement) void document.documentElement.requestFullscreen?.().catch(() => {});
    },
    ...controls.actions,
  };
  const isBusy = (): boolean => controls.isHandy() || region.matches('.overview, .paused');
  const menu = createStageMenu(root, {
    words: options.words,
    actions,
    isBusy,
    below: () => Math.max(0, innerHeight - region.getBoundingClientRect().bottom),
  });
  takeTaps(region, {
    back: () => actions['back']?.(),
    next: () => actions['next']?.(),
    middle: menu.toggle,
    advance: options.advance ?? [],
    rtl: document.documentElement.dir === 'rtl',
    isBusy,
  });
  const numbers = numberKeys(controls.number);
  window.addEventListener(
    'keydown',
    (event) => {
      const action = stageAction(event);
      if (root.querySelector('dialog[open]')) {
        event.stopPropagation();
        if (action !== 'help') return;
      } else if (menu.takes(event)) return event.stopPropagation();
      else if (plugins?.keys.has(event)) return;
      if (controls.takesKey?.(event)) return event.stopPropagation();
      const act = numbers(event) ? () => {} : action && actions[action];
      if (!act || controls.isAsleep?.()) return;
      // Before reveal.js hears of it, which has other plans for some of them.
      event.stopPropagation();
      event.preventDefault();
      act();
    },
    { capture: true },
  );
}

/** Creates the shadow tree of what is over the slides. */
function createShell({ presenterCss, words }: StageOptions): ShadowRoot {
  const host = document.createElement('div');
  host.id = 'controls';
  [host.lang, host.dir] = [words.lang, words.dir];
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>${presenterCss}</style>${dialogMarkup('help', words.keys, words.close, '<div class="keys"></div>')}`;
  document.body.append(host);
  return root;
}

/** @returns what opens the list of keys, or closes it. */
function createHelp(
  root: ShadowRoot,
  { words }: StageOptions,
  { only, ofPlugins }: Pick<SlidesControls, 'only'> & { ofPlugins: () => readonly PluginKey[] | undefined },
): () => void {
  return () => {
    const dialog = root.querySelector('dialog') as HTMLDialogElement;
    if (dialog.open) return dialog.close();
    fillKeys(dialog.querySelector('.keys') as HTMLElement, words, { ofPlugins: ofPlugins(), only });
    dialog.showModal();
  };
}

/** Shows a hint for a while; one that asks for a click until it is there. */
function showHint(root: ShadowRoot, text: string, act?: () => void): void {
  root.querySelector('.hint')?.remove();
  const hint = document.createElement(act ? 'button' : 'p');
  hint.className = 'hint';
  if (!act) hint.setAttribute('role', 'status');
  root.append(hint);
  hint.textContent = text;
  if (!act) return void setTimeout(() => hint.remove(), 8000);
  hint.addEventListener('click', () => {
    hint.remove();
    act();
  });
}
