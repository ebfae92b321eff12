import type { ServedWords } from '../model/talk-words.ts';
import { LONGEST_QUESTION } from './audience-messages.ts';
import type { AudienceStore } from './audience-store.ts';

/** A form that takes questions. */
export interface AskForm {
  /** Shows what the speaker lets ask, and what became of the last question. */
  show: () => void;
}

/** Creates the form that takes questions of somebody who follows. */
export function createAskForm(place: HTMLElement, store: AudienceStore, words: ServedWords): AskForm {
  place.innerHTML = `<form><label><span class="unseen">${words.yourQuestion}</span><textarea rows="2" maxlength="${LONGEST_QUESTION}" placeholder="${words.yourQuestion}" enterkeyhint="send" autocomplete="off"></textarea></label>
<div class="row"><span class="quiet">${words.anonymous}</span><button type="submit" disabled>${words.ask}</button></div></form><p class="status" role="status"></p>`;
  const [form, status] = [
    place.querySelector('form') as HTMLFormElement,
    place.querySelector('.status') as HTMLElement,
  ];
  const [field, button] = [form.querySelector('textarea') as HTMLTextAreaElement, form.querySelector('button')];
  let sent = '';
  const changed = (): void => {
    if (button) button.disabled = field.value.trim() === '';
    // Without a text, the hint stands where those of the page do.
    field.dir = field.value === '' ? '' : 'auto';
  };
  const send = (): void => {
    if (field.value.trim() === '') return;
    sent = field.value;
    store.say({ type: 'ask', text: field.value });
    field.value = '';
    changed();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  field.addEventListener('input', () => {
    status.textContent = '';
    changed();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  store.listen((type) => {
    if (type !== 'asked') return;
    const { refused } = store.asked ?? {};
    const taken = store.rules.checked ? words.askedChecked : words.asked;
    status.textContent = refused
      ? { soon: words.askedSoon, full: words.askedFull, off: words.questionsOff }[refused]
      : taken;
    // Nobody writes it twice.
    if (refused && field.value === '') field.value = sent;
    changed();
  });
  return {
    show() {
      form.hidden = !store.rules.questions;
      if (!store.rules.questions) status.textContent = words.questionsOff;
      else if (status.textContent === words.questionsOff) status.textContent = '';
    },
  };
}
