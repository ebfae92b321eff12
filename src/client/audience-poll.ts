import { pollShares } from '../model/poll.ts';
import type { ServedWords } from '../model/talk-words.ts';
import type { PollState } from './audience-messages.ts';
import { keepRows } from './audience-questions.ts';
import type { AudienceStore } from './audience-store.ts';
import { make } from './make-element.ts';

/** Forms that take answers to polls. */
export interface PollForms {
  show: () => void;
  /** How many there are. */
  count: () => number;
}

/** Creates the forms that take answers to polls: those that are open, and those whose results are shown. */
export function createPollForms(place: HTMLElement, store: AudienceStore, words: ServedWords): PollForms {
  const list = make('ul', 'polls');
  place.append(list);
  const polls = (): PollState[] => {
    const found = [...store.polls.values()];
    // The latest first; results of former ones are on their slides.
    const open = found.filter((poll) => poll.open).toReversed();
    const latest = found.findLast((poll) => poll.shown && !poll.open);
    return open.length > 0 || !latest ? open : [latest];
  };
  return {
    count: () => polls().length,
    show: () => keepRows(list, polls(), (row, poll) => fillPoll(row, poll, { store, words })),
  };
}

interface PollWorks {
  store: AudienceStore;
  words: ServedWords;
}

function fillPoll(row: HTMLElement, poll: PollState, works: PollWorks): void {
  const asked = JSON.stringify([poll.question, poll.choices, poll.multiple]);
  if (row.dataset['asked'] !== asked) {
    row.dataset['asked'] = asked;
    makeForm(row, poll, works);
  }
  const { store, words } = works;
  const chosen = store.answers.get(poll.id) ?? [];
  const shares = poll.counts.length > 0 ? pollShares(poll.counts, poll.voters, words.lang) : [];
  const form = row.querySelector('fieldset') as HTMLFieldSetElement;
  form.disabled = !poll.open;
  row.querySelectorAll('label').forEach((label, index) => {
    const [input, figure] = [label.querySelector('input'), label.querySelector('.share')];
    if (input) input.checked = chosen.includes(index);
    label.style.setProperty('--share', shares[index]?.width ?? '0%');
    if (figure) figure.textContent = shares[index]?.text ?? '';
  });
  const how = poll.multiple ? words.chooseSome : words.chooseOne;
  const state = poll.open ? (chosen.length > 0 ? words.answerCounts : how) : words.pollOver;
  const counted = poll.voters > 0 ? ` ${words.answers.replace('{number}', String(poll.voters))}` : '';
  const status = row.querySelector('.quiet');
  if (status) status.textContent = state + counted;
}

function makeForm(
  row: HTMLElement,
  { id, question, choices, letters, multiple }: PollState,
  { store, words }: PollWorks,
): void {
  const legend = make('legend', '', question || words.poll);
  legend.dir = 'auto';
  const form = make('fieldset', '', legend);
  choices.forEach((choice, index) => {
    const [input, text] = [make('input'), make('span', 'choice', choice)];
    Object.assign(input, { type: multiple ? 'checkbox' : 'radio', name: id, value: String(index) });
    text.dir = 'auto';
    form.append(make('label', '', input, make('b', 'letter', letters[index] ?? ''), text, make('span', 'share')));
  });
  form.addEventListener('change', () => {
    const checked = [...form.querySelectorAll('input')].flatMap((input, index) => (input.checked ? [index] : []));
    store.answer(id, checked);
  });
  row.replaceChildren(form, make('p', 'quiet'));
}
