import { pollShares } from '../model/poll.ts';
import type { ServedWords } from '../model/talk-words.ts';
import type { AudienceOrder, PollState } from './audience-messages.ts';
import { keepRows } from './audience-questions.ts';
import type { AudienceStore } from './audience-store.ts';
import { make, makeButton } from './make-element.ts';

type PollAct = Extract<AudienceOrder, { type: 'poll' }>['act'];

/** Lists the polls of the deck with their results, and what the speaker can make of each. */
export function fillDeskPolls(list: HTMLElement, store: AudienceStore, words: ServedWords): void {
  keepRows(list, [...store.polls.values()], (row, poll) => {
    const asked = JSON.stringify([poll.question, poll.choices]);
    if (row.dataset['asked'] !== asked) {
      row.dataset['asked'] = asked;
      row.replaceChildren(...partsOf(poll, store, words));
    }
    const shares = pollShares(poll.counts, poll.voters, words.lang);
    row.querySelectorAll<HTMLElement>('.choice').forEach((choice, index) => {
      const figure = choice.querySelector('.share');
      choice.style.setProperty('--share', shares[index]?.width ?? '0%');
      if (figure)
        figure.textContent = poll.voters > 0 ? `${poll.counts[index] ?? 0} · ${shares[index]?.text ?? ''}` : '';
    });
    row.toggleAttribute('data-open', poll.open);
    setToggle(row, 'open', poll.open, [words.openPoll, words.closePoll]);
    setToggle(row, 'show', poll.shown, [words.showResults, words.hideResults]);
    const [reset, total] = [row.querySelector<HTMLElement>('[data-act="reset"]'), row.querySelector('.total')];
    if (reset) reset.hidden = poll.voters === 0;
    if (total) total.textContent = words.answers.replace('{number}', String(poll.voters));
  });
}

function setToggle(row: HTMLElement, act: string, on: boolean, [off, word]: [string, string]): void {
  const button = row.querySelector<HTMLElement>(`[data-act="${act}"]`);
  if (!button) return;
  button.textContent = on ? word : off;
  button.dataset['on'] = String(on);
}

function partsOf({ id, question, choices }: PollState, store: AudienceStore, words: ServedWords): HTMLElement[] {
  const title = make('p', 'asked', question || words.poll);
  title.dir = 'auto';
  const rows = choices.map((choice) => {
    const text = make('span', '', choice);
    text.dir = 'auto';
    return make('li', 'choice', text, make('span', 'share'));
  });
  const act = (name: string, does: () => PollAct | undefined): HTMLElement => {
    const button = makeButton('', '', () => {
      const order = does();
      if (order) store.say({ type: 'poll', poll: id, act: order });
    });
    button.dataset['act'] = name;
    return button;
  };
  const state = (): PollState | undefined => store.polls.get(id);
  const open = act('open', () => (state()?.open ? 'close' : 'open'));
  const show = act('show', () => (state()?.shown ? 'hide' : 'show'));
  const reset = act('reset', () => (confirm(words.confirmReset) ? 'reset' : undefined));
  reset.textContent = words.resetPoll;
  return [title, make('ul', 'choices', ...rows), make('div', 'acts', open, show, reset, make('span', 'total quiet'))];
}
