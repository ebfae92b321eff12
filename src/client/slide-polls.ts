import type { PollState } from './audience-messages.ts';
import { pollShares } from '../model/poll.ts';
import type { ServedWords } from '../model/talk-words.ts';

/**
 * Brings polls on slides to where they stand, as `html/fill-polls` does for slides that are built.
 *
 * @param root - holds slides, or is one.
 */
export function paintPolls(root: ParentNode, polls: ReadonlyMap<string, PollState>, words: ServedWords): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-poll], [data-poll-of]')) {
    const { pollOf, poll } = place.dataset;
    const state = polls.get(pollOf || poll || (place.closest('section.slide')?.id ?? ''));
    if (state) paint(place, state, words);
  }
}

function paint(place: HTMLElement, { shown, open, counts, voters }: PollState, words: ServedWords): void {
  const lang = place.closest<HTMLElement>('[lang]')?.lang || words.lang;
  const results = shown && counts.length > 0;
  const shares = results ? pollShares(counts, voters, lang) : [];
  place.toggleAttribute('data-results', results);
  place.querySelectorAll<HTMLElement>('.poll-choice').forEach((choice, index) => {
    const share = shares[index];
    const figure = choice.querySelector('.poll-share');
    choice.toggleAttribute('data-most', share?.most === true);
    choice.style.setProperty('--share', share?.width ?? '0%');
    if (!share) figure?.remove();
    else (figure ?? append(choice, 'span', 'poll-share')).textContent = share.text;
  });
  const total = place.querySelector('.poll-total');
  // While people answer, they see that answers come.
  if (!results && !(open && voters > 0)) total?.remove();
  else (total ?? append(place, 'p', 'poll-total')).textContent = words.answers.replace('{number}', String(voters));
}

function append(to: HTMLElement, tagName: string, className: string): HTMLElement {
  const made = document.createElement(tagName);
  made.className = className;
  to.append(' ', made);
  return made;
}
