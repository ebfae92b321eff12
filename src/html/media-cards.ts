import type { Element, ElementContent, Parents, Root } from 'hast';
import type { Plugin } from 'unified';
import type { UiWords } from '../model/ui-words.ts';
import { eachElement } from '../model/walk.ts';
import { element, replaceWith, text } from './elements.ts';

/**
 * Gives everything that plays or is a page of the web a form for paper: a card with the poster, the title and, where
 * there is one, a link. Embedded pages show the same card on screen until the speaker opens them.
 */
export const mediaCards: Plugin<[{ words: UiWords }], Root> = ({ words }) => {
  return (tree) => {
    const players: [Element, Parents][] = [];
    eachElement(tree, (found, parent) => {
      if (found.tagName === 'video' || found.tagName === 'audio') players.push([found, parent]);
      else if (found.properties['dataEmbed'] !== undefined) makeEmbed(found, words);
    });
    for (const [player, parent] of players) addCard(player, parent, words);
  };
};

function addCard(player: Element, parent: Parents, words: UiWords): void {
  const kind = player.tagName === 'video' ? 'video' : 'audio';
  const { title, dataLink, poster, style } = player.properties;
  delete player.properties['dataLink'];
  const label = typeof title === 'string' ? title : words[kind];
  player.properties['ariaLabel'] = label;
  delete player.properties['title'];
  const card = cardOf({
    kind,
    label,
    poster,
    link: typeof dataLink === 'string' ? dataLink : undefined,
    position: player.position,
    looks: styleOf(style, (declaration) => !isSize(declaration)),
  });
  card.properties = { ...card.properties, ...styleOf(style, isSize), dataOnly: 'pdf handout' };
  player.properties['dataOnly'] = 'deck';
  const at = parent.children.indexOf(player);
  parent.children.splice(at + 1, 0, card as never);
}

function isSize(declaration: string): boolean {
  return /^(?:width|height):/.test(declaration);
}

/** Styles of a video: its size is that of the card, everything else that of the poster on it. */
function styleOf(style: unknown, wanted: (declaration: string) => boolean): { style?: string } {
  const declarations = typeof style === 'string' ? style.split(';').filter(wanted) : [];
  return declarations.length > 0 ? { style: declarations.join(';') } : {};
}

function makeEmbed(target: Element, words: UiWords): void {
  const { dataEmbed, dataPoster, title, ...rest } = target.properties;
  const address = String(dataEmbed);
  const label = typeof title === 'string' ? title : words.page;
  const card = cardOf({ kind: 'page', label, poster: dataPoster, link: address, position: target.position });
  const frame = framed(address);
  replaceWith(target, {
    ...card,
    properties: { ...rest, ...card.properties, className: ['media-card', 'embed'], dataEmbed: frame, dataTitle: label },
  });
}

interface Card {
  kind: 'video' | 'audio' | 'page';
  label: string;
  poster: unknown;
  link: string | undefined;
  position: Element['position'];
  /** Style of the poster. */
  looks?: { style?: string };
}

function cardOf({ kind, label, poster, link, position, looks }: Card): Element {
  const sign = element('span', { className: ['media-sign'], ariaHidden: 'true' });
  const words: ElementContent[] = [element('span', { className: ['media-title'] }, [text(label)])];
  if (link) words.push(element('span', { className: ['media-address'] }, [text(shownAddress(link))]));
  const caption = element('span', { className: ['media-words'] }, words);
  const picture =
    typeof poster === 'string'
      ? [{ ...element('img', { src: poster, alt: '', ariaHidden: 'true', ...looks }), position }]
      : [];
  const children = [...picture, element('span', { className: ['media-label'] }, [sign, caption])];
  const body = link ? [element('a', { href: link, className: ['bare'] }, children)] : children;
  return element(
    'div',
    { className: ['media-card'], dataKind: kind, ...(picture.length > 0 && { dataPoster: '' }) },
    body,
  );
}

function shownAddress(link: string): string {
  if (!URL.canParse(link)) return link;
  const { host, pathname } = new URL(link);
  const shown = `${host.replace(/^www\./, '')}${pathname === '/' ? '' : pathname}`;
  return shown.length > 48 ? `${shown.slice(0, 47)}…` : shown;
}

/** The form of an address that may be in a frame: pages that show a video refuse to, their players do not. */
function framed(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname, searchParams } = new URL(address);
  const host = hostname.replace(/^(?:www|m)\./, '');
  const film = host === 'youtu.be' ? pathname.slice(1) : host === 'youtube.com' ? searchParams.get('v') : null;
  if (film) return `https://www.youtube-nocookie.com/embed/${film}`;
  const vimeo = host === 'vimeo.com' ? /^\/(\d+)/.exec(pathname)?.[1] : undefined;
  return vimeo ? `https://player.vimeo.com/video/${vimeo}` : address;
}
