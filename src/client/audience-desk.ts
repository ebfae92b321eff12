import type { ServedWords } from '../model/talk-words.ts';
import type { AudienceStore } from './audience-store.ts';
import { fillDeskPolls } from './desk-polls.ts';
import { fillDeskQuestions } from './desk-questions.ts';
import { make, makeButton } from './make-element.ts';

/** The speaker's view of the audience, and decisions about it. */
export interface AudienceDesk {
  element: HTMLElement;
  /** How many questions wait. */
  waiting: () => number;
}

/** Creates the place from which the speaker leads the audience: polls, questions, and what it may do. */
export function createAudienceDesk(store: AudienceStore, words: ServedWords, close: () => void): AudienceDesk {
  const [followers, rules, saved] = [make('span', 'quiet'), make('div', 'rules'), make('span', 'quiet')];
  saved.setAttribute('role', 'status');
  const lists = { polls: make('ul', 'polls'), waiting: make('ol'), shown: make('ol'), answered: make('ol') };
  const head = (text: string): HTMLElement => make('h3', '', text);
  const titles = {
    polls: head(words.polls),
    waiting: head(''),
    shown: head(words.questions),
    answered: head(words.answered),
  };
  const none = make('p', 'quiet', words.noQuestions);
  const closing = makeButton('small', '✕', close);
  closing.setAttribute('aria-label', words.close);
  const element = make(
    'div',
    'desk',
    make('div', 'desk-head', make('h2', '', words.audience), followers, closing),
    rules,
    titles.polls,
    lists.polls,
    titles.waiting,
    lists.waiting,
    titles.shown,
    none,
    lists.shown,
    titles.answered,
    lists.answered,
    make('div', 'desk-end', ...endButtons(store, words), saved),
  );
  const show = (): void => {
    followers.textContent = words.followers.replace('{number}', String(store.followers));
    saved.textContent = store.saved ? words.savedAnswers.replace('{file}', store.saved) : '';
    fillDeskPolls(lists.polls, store, words);
    for (const state of ['waiting', 'shown', 'answered'] as const) {
      fillDeskQuestions(lists[state], state, { store, words });
      titles[state].hidden = lists[state].childElementCount === 0;
    }
    titles.polls.hidden = store.polls.size === 0;
    titles.waiting.textContent = words.waiting.replace('{number}', String(lists.waiting.childElementCount));
    titles.shown.hidden = false;
    none.hidden = store.questions.size > 0;
    titles.shown.hidden = store.questions.size > 0 && lists.shown.childElementCount === 0;
    showRules(rules, store);
    join.textContent = store.rules.join ? words.hideJoin : words.showJoin;
    join.setAttribute('aria-pressed', String(store.rules.join));
  };
  const join = makeButton('', words.showJoin, () => store.setRules({ join: !store.rules.join }));
  rules.append(...ruleButtons(store, words), join);
  store.listen((type) => type !== 'reactions' && show());
  show();
  return { element, waiting: () => lists.waiting.childElementCount };
}

function endButtons(store: AudienceStore, words: ServedWords): HTMLElement[] {
  return [
    makeButton('', words.saveAnswers, () => store.say({ type: 'save' })),
    makeButton('', words.renewAudience, () => {
      if (confirm(words.confirmRenew)) store.say({ type: 'renew' });
    }),
  ];
}

const RULES = ['questions', 'checked', 'reactions'] as const;

function ruleButtons(store: AudienceStore, words: ServedWords): HTMLElement[] {
  const names = { questions: words.takeQuestions, checked: words.checkFirst, reactions: words.takeReactions };
  return RULES.map((rule) => {
    const button = makeButton('', names[rule], () => store.setRules({ [rule]: !store.rules[rule] }));
    button.dataset['rule'] = rule;
    return button;
  });
}

function showRules(place: HTMLElement, { rules }: AudienceStore): void {
  for (const rule of RULES)
    place.querySelector(`[data-rule="${rule}"]`)?.setAttribute('aria-pressed', String(rules[rule]));
}
