/** Puts the card of a film or sound beside it: its poster and its title. */
export function cardOnPaper(player: HTMLMediaElement): HTMLElement {
  const make = (name: string, className: string, ...inside: (string | Node)[]): HTMLElement => {
    const made = document.createElement(name);
    made.className = className;
    made.append(...inside);
    return made;
  };
  const { poster = '' } = player as Partial<HTMLVideoElement> & HTMLMediaElement;
  const words = make('span', 'media-words', make('span', 'media-title', player.getAttribute('aria-label') ?? ''));
  const parts: Node[] = [make('span', 'media-label', make('span', 'media-sign'), words)];
  const card = make('div', 'media-card on-paper');
  card.dataset['kind'] = player.localName;
  card.style.cssText = player.style.cssText;
  if (poster) {
    card.dataset['poster'] = '';
    const picture = new Image();
    picture.src = poster;
    picture.alt = '';
    parts.unshift(picture);
  }
  card.append(...parts);
  player.after(card);
  return card;
}
