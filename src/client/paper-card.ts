/** Puts the card of a video or sound beside it: its poster, its title and, where there is one, its address. */
export function cardOnPaper(player: HTMLMediaElement, link: string): HTMLElement {
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
  if (URL.canParse(link)) {
    const { host, pathname } = new URL(link);
    const address = `${host.replace(/^www\./, '')}${pathname === '/' ? '' : pathname}`;
    words.append(make('span', 'media-address', address.length > 48 ? `${address.slice(0, 47)}…` : address));
    const anchor = make('a', 'bare', ...parts) as HTMLAnchorElement;
    anchor.href = link;
    card.append(anchor);
  } else card.append(...parts);
  player.after(card);
  return card;
}
