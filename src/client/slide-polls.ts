import type { PollState } from './audience-messages.ts';
import { pollShares } from '../model/poll.ts';
import type { ServedWords } from '../model/talk-words.ts';
import { make } from './make-element.ts';

/**
 * Brings polls on slides to where they are, as `html/fill-polls` does for slides that are built.
 *
 * @param root - holds slides, or is one.
 * @returns whether some take another room than before.
 */
export function paintPolls(root: ParentNode, polls: ReadonlyMap<string, PollState>, words: ServedWords): boolean {
  let changed = false;
  for (const place of root.querySelectorAll<HTMLElement>('[data-poll], [data-poll-of]')) {
    const { pollOf, poll } = place.dataset;
    const state = polls.get(pollOf || poll || (place.closest('section.slide')?.id ?? ''));
    if (state && paint(place, state, words)) changed = true;
  }
  return changed;
}

function paint(place: HTMLElement, { shown, open, counts, voters }: PollState, words: ServedWords): boolean {
  const lang = place.closest<HTMLElement>('[lang]')?.lang || words.lang;
  const results = shown && counts.length > 0;
  const shares = results ? pollShares(counts, voters, lang) : [];
  const before = [place.hasAttribute('data-results'), place.querySelector('.poll-total') !== null].join();
  place.toggleAttribute('data-results', results);
  place.querySelectorAll<HTMLElement>('.poll-choice').forEach((choice, index) => {
    const share = shares[index];
    const figure = choice.querySelector('.poll-share');
    choice.toggleAttribute('data-most', share?.most === true);
    choice.style.setProperty('--share', share?.width ?? '0%');
    if (share) (figure ?? append(choice, 'span', 'poll-share')).textContent = share.text;
    else figure?.remove();
  });
  // While people answer, they see that answers come; the line has its room from the start.
  const total = place.querySelector('.poll-total') ?? append(place, 'p', 'poll-total');
  const counted = results || (open && voters > 0);
  total.textContent = counted ? words.answers.replace('{number}', String(voters)) : '\u00a0';
  return before !== `${results},true`;
}

function append(to: HTMLElement, tagName: 'span' | 'p', className: string): HTMLElement {
  const made = make(tagName, className);
  to.append(' ', made);
  return made;
}
