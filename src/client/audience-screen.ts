import type { Invitation } from './audience-messages.ts';
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
  const [join, rising] = [make('div', 'join'), make('div', 'rising')];
  host.attachShadow({ mode: 'open' }).append(style, join, question, rising);
  document.body.append(host);
  const show = (): void => {
    const { invitation, rules } = store;
    join.hidden = !rules.join || !invitation;
    if (invitation && join.dataset['address'] !== invitation.address) fillJoin(join, invitation, words.joinAt);
    const shown = store.questions.get(store.rules.shown ?? 0);
    text.textContent = shown?.text ?? '';
    question.hidden = !shown;
  };
  store.listen((type) => (type === 'reactions' ? raiseReactions(rising, store.reactions) : show()));
  show();
}

function fillJoin(place: HTMLElement, { address, code }: Invitation, text: string): void {
  place.dataset['address'] = address;
  const link = make('p', 'address', address.replace(/^https?:\/\//, ''));
  link.dir = 'ltr';
  place.replaceChildren(make('div', 'card', qrCode(code), make('p', '', text), link));
}

/** Draws a QR code; where it is dark in a row, one line is drawn. */
function qrCode(rows: readonly string[]): SVGSVGElement {
  const names = 'http://www.w3.org/2000/svg';
  const [drawing, path] = [document.createElementNS(names, 'svg'), document.createElementNS(names, 'path')];
  drawing.setAttribute('viewBox', `0 0 ${rows.length} ${rows.length}`);
  drawing.setAttribute('aria-hidden', 'true');
  const lines = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ 0: dark, index }) => `M${index} ${y}h${dark.length}v1h-${dark.length}z`),
  );
  path.setAttribute('d', lines.join(''));
  drawing.append(path);
  return drawing;
}
