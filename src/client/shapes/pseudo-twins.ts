import type { Page } from './page.ts';
import { paragraphOf } from './paragraphs.ts';
import type { Pseudo, PseudoName, TwinMeasure } from './pseudo.ts';

/** A pseudo-element whose area no computed style tells, and where it is. */
export interface Unmeasured {
  page: Page;
  host: Element;
  name: PseudoName;
  pseudo: Pseudo;
}

/**
 * Measures pseudo-elements: elements with the same styles take their places meanwhile. All of them at once, since the
 * document is laid out again each time. Where this moves something, as it does where a style sheet counts children, its
 * pseudo-element is measured once more by itself.
 */
export function measureTwins(pseudos: readonly Unmeasured[]): void {
  // All that is read comes before all that is written.
  const places = pseudos.map(({ host }) => host.getBoundingClientRect());
  const twins = pseudos.map(({ pseudo }) => twinOf(pseudo));
  pseudos.forEach(({ host, name }, index) => twins[index] && takePlace(twins[index], host, name));
  const moved = pseudos.filter(({ host }, index) => !isSame(host.getBoundingClientRect(), places[index]));
  pseudos.forEach((one, index) => {
    const twin = twins[index];
    if (twin) one.pseudo.measure = measureOf(one, twin);
  });
  for (const twin of twins) twin.remove();
  for (const { host } of pseudos) host.removeAttribute(AWAY);
  if (pseudos.length > 1) for (const one of moved) measureTwins([one]);
}

function measureOf({ page, pseudo: { text } }: Unmeasured, twin: HTMLElement): TwinMeasure {
  return {
    area: twin.getBoundingClientRect(),
    width: twin.offsetWidth,
    height: twin.offsetHeight,
    paragraph: text === '' ? undefined : paragraphOf(page, twin, [...twin.childNodes]),
  };
}

function isSame({ left, top, width, height }: DOMRect, other: DOMRect | undefined): boolean {
  return left === other?.left && top === other.top && width === other.width && height === other.height;
}

/** Makes an element with the styles of a pseudo-element. */
export function twinOf({ style, text }: Pseudo): HTMLElement {
  const twin = document.createElement('span');
  const look = Array.from(style, (name) => (name === 'content' ? '' : `${name}:${style.getPropertyValue(name)};`));
  twin.style.cssText = look.join('');
  twin.append(document.createTextNode(text));
  return twin;
}

const AWAY = 'data-away-pseudo';

/** Puts an element into the place of a pseudo-element, which is not there any more. */
export function takePlace(twin: Element, host: Element, name: PseudoName): void {
  const id = 'away-pseudo';
  if (!document.getElementById(id)) {
    const sheet = document.createElement('style');
    sheet.id = id;
    sheet.textContent = ['::before', '::after']
      .map((one) => `[${AWAY}~="${one}"]${one}{content:none!important}`)
      .join('');
    document.head.append(sheet);
  }
  host.setAttribute(AWAY, `${host.getAttribute(AWAY) ?? ''} ${name}`);
  if (name === '::before') host.prepend(twin);
  else host.append(twin);
}
