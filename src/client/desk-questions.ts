import type { ServedWords } from '../model/talk-words.ts';
import type { Question, QuestionState } from './audience-messages.ts';
import { keepRows } from './audience-questions.ts';
import type { AudienceStore } from './audience-store.ts';
import { make, makeButton } from './make-element.ts';

interface DeskWorks {
  store: AudienceStore;
  words: ServedWords;
}

/** Lists the questions in one state, with what the speaker can make of each. */
export function fillDeskQuestions(list: HTMLElement, state: QuestionState, works: DeskWorks): void {
  keepRows(list, works.store.list(state), (row, question) => {
    if (row.childElementCount === 0) row.append(...partsOf(question, works));
    const votes = row.querySelector('.votes');
    if (votes) {
      votes.textContent = question.votes > 0 ? `▲ ${question.votes}` : '';
      votes.setAttribute('aria-label', works.words.votes.replace('{number}', String(question.votes)));
    }
    const onSlides = works.store.rules.shown === question.id;
    row.toggleAttribute('data-shown', onSlides);
    const put = row.querySelector<HTMLElement>('[data-act="put"]');
    if (put) put.textContent = onSlides ? works.words.takeOffSlides : works.words.putOnSlides;
    put?.setAttribute('aria-pressed', String(onSlides));
  });
}

function partsOf({ id, text, state }: Question, { store, words }: DeskWorks): HTMLElement[] {
  const shown = make('p', '', text);
  shown.dir = 'auto';
  const order = (name: string, act: QuestionState | 'remove' | 'block'): HTMLElement =>
    makeButton('', name, () => store.say({ type: 'question', question: id, act }));
  const put = makeButton('', words.putOnSlides, () => store.setRules({ shown: store.rules.shown === id ? null : id }));
  put.dataset['act'] = 'put';
  const acts = {
    waiting: [order(words.letThrough, 'shown'), put, order(words.remove, 'remove'), order(words.block, 'block')],
    shown: [put, order(words.answered, 'answered'), order(words.remove, 'remove')],
    answered: [order(words.letThrough, 'shown'), order(words.remove, 'remove')],
  }[state];
  return [make('div', 'text', shown, make('span', 'votes')), make('div', 'acts', ...acts)];
}
