import type { StageWords } from '../model/talk-words.ts';
import { clockText, paceOf, paceText, sectionsOf } from './pace.ts';
import type { PresenterFrame } from './presenter-frame.ts';
import type { TalkStore } from './talk-store.ts';

const CLOCK = { hour: '2-digit', minute: '2-digit', numberingSystem: 'latn' } as const;

/** Shows the time, and how the talk keeps to its plan. */
export function showPace({ parts }: PresenterFrame, store: TalkStore, words: StageWords): void {
  const [talk, plan] = [store.talk, store.plan];
  const pace = paceOf(talk, plan, store.now());
  const { text, state } = paceText(pace, words);
  const say = (part: HTMLElement, words: string): void => {
    if (part.textContent !== words) part.textContent = words;
  };
  say(parts.timer, clockText(pace.spent));
  parts.timer.dataset['running'] = String(talk.timer.since !== null);
  say(parts.planned, pace.planned > 0 ? words.of.replace('{time}', clockText(pace.planned)) : '');
  const begun = pace.spent > 0;
  say(parts.pace, begun ? text : '');
  parts.pace.dataset['state'] = begun ? state : 'none';
  say(parts.clock, new Date().toLocaleTimeString(words.lang, CLOCK));
  parts.timeline.hidden = pace.planned === 0;
  if (pace.planned === 0) return;
  showSections(parts.strip, store);
  const here = plan.find(({ id }) => id === talk.at.slide);
  const share = (seconds: number): string => `${Math.min(100, (seconds / pace.planned) * 100)}%`;
  const within = here ? here.start + (here.length * talk.at.step) / (here.steps + 1) : 0;
  parts.actual.style.insetInlineStart = share(within);
  parts['planned-mark'].style.insetInlineStart = share(pace.spent);
  parts.timeline.dataset['state'] = begun ? state : 'none';
}

/** Sections side by side, each as wide as its planned time. */
function showSections(strip: HTMLElement, store: TalkStore): void {
  const sections = sectionsOf(store.plan);
  const current = store.plan.find(({ id }) => id === store.talk.at.slide)?.section;
  const made = JSON.stringify([sections, current]);
  if (strip.dataset['made'] === made) return;
  strip.dataset['made'] = made;
  strip.replaceChildren(
    ...sections.map(({ title, length }) => {
      const part = document.createElement('span');
      part.style.flex = `${Math.max(length, 1)} 1 0`;
      part.textContent = title;
      part.title = `${title ? `${title}, ` : ''}${clockText(length)}`;
      if (title === current) part.setAttribute('aria-current', 'true');
      return part;
    }),
  );
}
