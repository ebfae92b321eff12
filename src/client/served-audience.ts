import { createAudienceDesk } from './audience-desk.ts';
import { createAudienceScreen } from './audience-screen.ts';
import { AudienceStore } from './audience-store.ts';
import { createAudienceView } from './audience-view.ts';
import type { LivePage } from './live-page.ts';
import { make, makeButton } from './make-element.ts';
import type { OffscreenSlides } from './offscreen-slides.ts';
import type { PresenterWorks } from './presenter.ts';
import { AUDIENCE_KEY } from './presenter-words.ts';
import { raiseReactions } from './reaction-icons.ts';
import { paintPolls } from './slide-polls.ts';
import { writes } from './stage-keys.ts';
import type { ServedOptions } from './stage-options.ts';
import type { SlidesWindow } from './slides-window.ts';

/**
 * Brings the audience into the slides' window.
 *
 * @returns to be called when slides were put in again.
 */
export function audienceOnSlides(page: LivePage, slides: SlidesWindow, options: ServedOptions): () => void {
  const store = new AudienceStore(page);
  createAudienceScreen(store, options);
  return paintAlways(store, slides, options);
}

/** Adds the audience parts to a follower's window. @returns to be called when slides were put in again. */
export function audienceForFollowers(page: LivePage, slides: SlidesWindow, options: ServedOptions): () => void {
  const store = new AudienceStore(page);
  createAudienceView(slides, store, options);
  return paintAlways(store, slides, options);
}

function paintAlways(store: AudienceStore, { region, restyle }: SlidesWindow, { words }: ServedOptions): () => void {
  const paint = (): void => {
    if (paintPolls(region, store.polls, words)) restyle();
  };
  store.listen((type) => type === 'audience' && paint());
  return paint;
}

/** Brings the audience into the presenter view: a button, and a desk beside the notes. */
export function audienceForPresenter(
  page: LivePage,
  { frame, offscreen }: PresenterWorks,
  { words }: ServedOptions,
): void {
  const store = new AudienceStore(page);
  const view = frame.root.querySelector<HTMLElement>('.view');
  const badge = make('span', 'badge');
  const toggle = (): void => {
    aside.hidden = !aside.hidden;
    view?.toggleAttribute('data-desk', !aside.hidden);
    button.setAttribute('aria-expanded', String(!aside.hidden));
    if (aside.hidden) button.focus();
  };
  const button = makeButton('audience-button', '', toggle);
  button.setAttribute('aria-expanded', 'false');
  button.append(make('span', '', words.audience), badge, make('kbd', '', AUDIENCE_KEY));
  const desk = createAudienceDesk(store, words, toggle);
  const aside = make('aside', 'desk-place', desk.element);
  aside.setAttribute('aria-label', words.audience);
  aside.hidden = true;
  frame.root.append(aside);
  frame.button('list')?.after(button);
  const rising = make('div', 'rising small');
  button.append(rising);
  const keys = frame.parts.keys.querySelector('section:last-of-type dl');
  keys?.append(make('dt', '', make('kbd', '', AUDIENCE_KEY)), make('dd', '', words.doAudience));
  window.addEventListener('keydown', (event) => {
    if (event.key.toUpperCase() !== AUDIENCE_KEY || event.ctrlKey || event.metaKey || event.altKey || writes(event))
      return;
    if (!frame.root.querySelector('dialog[open]')) toggle();
  });
  aside.addEventListener('keydown', ({ key }) => key === 'Escape' && toggle());
  showBadge(store, badge, desk.waiting);
  store.listen((type) => type === 'reactions' && raiseReactions(rising, store.reactions));
  paintOffscreen(store, offscreen, words);
}

/** Brings the audience into the remote: a button, and the desk on the whole screen. */
export function audienceForRemote(
  page: LivePage,
  root: ShadowRoot,
  { offscreen, options: { words } }: { offscreen: OffscreenSlides; options: ServedOptions },
): void {
  const store = new AudienceStore(page);
  const dialog = make('dialog', 'desk-dialog');
  dialog.setAttribute('aria-label', words.audience);
  const desk = createAudienceDesk(store, words, () => dialog.close());
  dialog.append(desk.element);
  const badge = make('span', 'badge');
  const button = makeButton('audience-button', words.audience, () => dialog.showModal());
  button.append(badge);
  root.append(dialog);
  root.querySelector('.where')?.append(button);
  showBadge(store, badge, desk.waiting);
  paintOffscreen(store, offscreen, words);
}

function showBadge(store: AudienceStore, badge: HTMLElement, waiting: () => number): void {
  const show = (): void => {
    badge.textContent = waiting() > 0 ? String(waiting()) : '';
  };
  store.listen((type) => type !== 'reactions' && show());
  show();
}

/** Slides are copied where they are shown small: what is copied and the copies are brought up to date. */
function paintOffscreen(store: AudienceStore, offscreen: OffscreenSlides, words: ServedOptions['words']): void {
  const paint = (): void => {
    for (const slide of offscreen.all()) paintPolls(slide, store.polls, words);
    paintPolls(document, store.polls, words);
  };
  store.listen((type) => type === 'audience' && paint());
  offscreen.listen(paint);
}
