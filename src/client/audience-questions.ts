import type { ServedWords } from '../model/talk-words.ts';
import type { Question } from './audience-messages.ts';
import type { AudienceStore } from './audience-store.ts';
import { make, makeButton } from './make-element.ts';

/** Lists the questions of others for followers: most votes first, answered ones at the end. */
export function fillQuestions(list: HTMLElement, store: AudienceStore, words: ServedWords): void {
  const questions = [...store.list('shown'), ...store.list('answered')];
  keepRows(list, questions, (row, question) => {
    let vote = row.querySelector('button');
    if (!vote) {
      const text = make('p', '', question.text);
      text.dir = 'auto';
      vote = makeButton('vote', '', () => store.vote(question.id));
      row.append(vote, text);
    }
    const answered = question.state === 'answered';
    row.classList.toggle('answered', answered);
    row.toggleAttribute('data-shown', store.rules.shown === question.id);
    vote.disabled = answered;
    vote.textContent = answered ? '✓' : String(question.votes);
    vote.setAttribute('aria-pressed', String(store.votes.has(question.id)));
    const name = answered ? words.answered : words.voteFor;
    vote.setAttribute('aria-label', `${name}. ${words.votes.replace('{number}', String(question.votes))}`);
  });
}

/**
 * Keeps a row for each of some things in their order. Rows stay what they are: what has the focus keeps it.
 *
 * @param fill - makes a new row, or brings one up to date.
 */
export function keepRows<T extends Pick<Question, 'id'> | { id: string }>(
  list: HTMLElement,
  things: readonly T[],
  fill: (row: HTMLElement, thing: T) => void,
): void {
  const rows = new Map([...list.children].map((row) => [(row as HTMLElement).dataset['id'], row as HTMLElement]));
  const focused = (list.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  things.forEach((thing, index) => {
    const id = String(thing.id);
    const row = rows.get(id) ?? document.createElement('li');
    rows.delete(id);
    row.dataset['id'] = id;
    fill(row, thing);
    if (list.children[index] !== row) list.insertBefore(row, list.children[index] ?? null);
  });
  for (const row of rows.values()) row.remove();
  if (focused?.isConnected) focused.focus({ preventScroll: true });
}
