import type { ServedWords } from '../model/talk-words.ts';
import { REACTIONS } from './audience-messages.ts';
import { createAskForm } from './audience-ask.ts';
import { createPollForms } from './audience-poll.ts';
import type { AudienceStore } from './audience-store.ts';
import { fillQuestions } from './audience-questions.ts';
import { makeButton } from './make-element.ts';
import { reactionIcon } from './reaction-icons.ts';
import type { SlidesWindow } from './slides-window.ts';
import type { ServedOptions } from './stage-options.ts';

/** The parts of the audience view for taking part. */
interface AudienceFrame {
  host: HTMLElement;
  panel: HTMLElement;
  polls: HTMLElement;
  ask: HTMLElement;
  list: HTMLElement;
  none: HTMLElement;
  toggle: HTMLButtonElement;
  reactions: HTMLElement;
}

/**
 * Adds to the audience view the parts for taking part: below the slides where the screen is upright, and beside them
 * elsewhere. Slides keep a place of their own, which nothing covers.
 */
export function createAudienceView(slides: SlidesWindow, store: AudienceStore, options: ServedOptions): void {
  const { words } = options;
  const frame = createFrame(options);
  const upright = matchMedia('(orientation: portrait)');
  // A page that is read has the screen; the panel opens over it.
  const reads = document.documentElement.classList.contains('reading');
  const isUpright = (): boolean => upright.matches && !reads;
  const isOpen = { questions: false, poll: '' };
  const polls = createPollForms(frame.polls, store, words);
  const form = createAskForm(frame.ask, store, words);
  const place = (): void => {
    const { rules } = store;
    const hasPolls = polls.count() > 0;
    const shown = store.list('shown').length + store.list('answered').length;
    const asks = rules.questions || shown > 0;
    frame.reactions.hidden = !rules.reactions;
    frame.toggle.hidden = isUpright() || !(asks || hasPolls);
    frame.toggle.setAttribute('aria-expanded', String(isOpen.questions));
    frame.panel.hidden = !(asks || hasPolls) || !(isUpright() || isOpen.questions);
    frame.host.dataset['bar'] = String(rules.reactions || !frame.toggle.hidden);
    frame.host.dataset['reads'] = String(reads);
    frame.host.dataset['upright'] = String(isUpright());
    frame.host.hidden = !(rules.reactions || asks || hasPolls);
    layOut(slides.region, frame, options);
  };
  const show = (): void => {
    polls.show();
    form.show();
    fillQuestions(frame.list, store, words);
    frame.none.hidden = frame.list.childElementCount > 0 || !store.rules.questions;
    // A poll opens the panel once: a viewer who closes it has seen it.
    const open = [...store.polls.values()].findLast((poll) => poll.open)?.id ?? '';
    if (open !== '' && open !== isOpen.poll) [isOpen.poll, isOpen.questions] = [open, true];
    place();
  };
  frame.toggle.addEventListener('click', () => {
    isOpen.questions = !isOpen.questions;
    place();
  });
  for (const reaction of REACTIONS) {
    const icon = reactionIcon(reaction);
    const button = makeButton('', '', () => {
      store.say({ type: 'react', reaction });
      if (!matchMedia('(prefers-reduced-motion: reduce)').matches) icon.animate(BOUNCE, 350);
    });
    button.title = words[reaction];
    button.setAttribute('aria-label', words[reaction]);
    button.append(icon);
    frame.reactions.append(button);
  }
  store.listen((type) => type !== 'reactions' && show());
  upright.addEventListener('change', place);
  window.addEventListener('resize', () => layOut(slides.region, frame, options, false));
  show();
}

const BOUNCE = [{ transform: 'none' }, { transform: 'translateY(-6px) scale(1.25)' }, { transform: 'none' }];

/** Gives the slides the room that the panel leaves. */
function layOut(
  region: HTMLElement,
  { host, panel }: AudienceFrame,
  { width, height }: ServedOptions,
  resized = true,
): void {
  const root = document.documentElement;
  const bar = host.hidden || host.dataset['bar'] !== 'true' ? '0px' : 'calc(56px + env(safe-area-inset-bottom))';
  const beside = !panel.hidden && host.dataset['upright'] !== 'true';
  const below = !panel.hidden && host.dataset['upright'] === 'true';
  const slide = `min(${(100 * height) / width}vw, 55vh)`;
  root.style.setProperty('--audience-below', below ? `calc(100vh - ${slide})` : bar);
  root.style.setProperty('--audience-beside', beside ? 'min(380px, 44vw)' : '0px');
  host.style.setProperty('--slide', slide);
  // A page that is read is as long as it is.
  if (host.dataset['reads'] === 'true') return;
  region.style.width = beside ? 'calc(100% - min(380px, 44vw))' : '100%';
  region.style.height = below ? slide : `calc(100% - ${bar})`;
  const room = `${region.style.width} ${region.style.height}`;
  const changed = host.dataset['room'] !== room;
  host.dataset['room'] = room;
  // reveal.js looks at the size of its region when the window's changes.
  if (resized && changed) window.dispatchEvent(new Event('resize'));
}

function createFrame({ live, words }: ServedOptions): AudienceFrame {
  const host = document.createElement('div');
  host.id = 'audience';
  [host.lang, host.dir] = [words.lang, words.dir];
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>${live?.audienceCss ?? ''}</style>${markup(words)}`;
  document.body.append(host);
  const part = <T extends HTMLElement>(name: string): T => root.querySelector(`[data-part="${name}"]`) as T;
  return {
    host,
    panel: part('panel'),
    polls: part('polls'),
    ask: part('ask'),
    list: part('list'),
    none: part('none'),
    toggle: part('toggle'),
    reactions: part('reactions'),
  };
}

function markup(words: ServedWords): string {
  return `<aside class="panel" data-part="panel" aria-label="${words.audience}" hidden>
<div data-part="polls"></div>
<section class="questions" aria-label="${words.questions}"><h2>${words.questions}</h2><div data-part="ask"></div>
<p class="quiet" data-part="none">${words.noQuestions}</p><ol data-part="list"></ol></section>
</aside>
<div class="bar"><div class="reactions" data-part="reactions" role="group" aria-label="${words.reactions}"></div>
<button type="button" class="toggle" data-part="toggle" aria-expanded="false">${words.audience}</button></div>`;
}
