import type { AudienceStore } from './audience-store.ts';
import { make } from './make-element.ts';
import { raiseReactions } from './reaction-icons.ts';
import type { ServedOptions } from './stage-options.ts';

/** Shows over the slides what the audience is to see of itself: a question that the speaker put there, and reactions. */
export function createAudienceScreen(store: AudienceStore, { presenterCss, words }: ServedOptions): void {
  const host = make('div');
  host.id = 'audience-screen';
  [host.lang, host.dir] = [words.lang, words.dir];
  const [style, text] = [make('style', '', presenterCss), make('p')];
  text.dir = 'auto';
  const question = make('div', 'shown-question', text);
  question.setAttribute('role', 'status');
  const rising = make('div', 'rising');
  host.attachShadow({ mode: 'open' }).append(style, question, rising);
  document.body.append(host);
  const show = (): void => {
    const shown = store.questions.get(store.rules.shown ?? 0);
    text.textContent = shown?.text ?? '';
    question.hidden = !shown;
  };
  store.listen((type) => (type === 'reactions' ? raiseReactions(rising, store.reactions) : show()));
  show();
}
