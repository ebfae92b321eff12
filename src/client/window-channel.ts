import type { TalkMessage } from './talk.ts';

/** A way to the other windows of a talk. */
export interface TalkLink {
  send: (message: TalkMessage) => void;
}

/** Windows that one opened from another. */
export interface WindowChannel extends TalkLink {
  open: (address: string, name: string, features?: string) => boolean;
  /** Some other window was heard not long ago. */
  others: () => boolean;
  /** Another window is open that this one has opened, or that has opened this one. */
  linked: () => boolean;
  /** Sends with a right that the user's click gives this window, such as `fullscreen`. */
  lend: (message: TalkMessage, right: string) => void;
}

/**
 * Talks to the window that opened this one and to those that this one opened, from a server or from a file on disk. Only
 * windows that know the secret are heard.
 *
 * @param invited - the secret came from another window, so the one that opened this one may know it.
 */
export function openWindowChannel(
  secret: string,
  invited: boolean,
  hear: (message: TalkMessage) => void,
): WindowChannel {
  // Files on disk have no origin to name.
  const target = location.protocol === 'file:' ? '*' : location.origin;
  const peers = new Set<Window>();
  let heard = Date.now();
  const opener = window.opener as Window | null;
  if (invited && opener) peers.add(opener);
  const post = (content: object, from?: MessageEventSource, more: object = {}): void => {
    for (const peer of peers) {
      if (peer.closed) peers.delete(peer);
      else if (peer !== from) peer.postMessage({ ...content, lectern: secret }, { targetOrigin: target, ...more });
    }
  };
  window.addEventListener('message', ({ data, origin, source }) => {
    const content = data as { lectern?: string; alive?: boolean; message?: TalkMessage } | null;
    if (content?.lectern !== secret || (target !== '*' && origin !== target) || !source) return;
    peers.add(source as Window);
    heard = Date.now();
    if (!content.message) return;
    hear(content.message);
    // Windows that were opened from this one do not know each other.
    post({ message: content.message }, source);
  });
  // Identifies a window after a reload.
  setInterval(() => post({ alive: true }), 1000);
  post({ alive: true });
  return {
    send: (message) => post({ message }),
    lend(message, right) {
      try {
        // It cannot be lent to just anyone.
        post({ message }, undefined, target === '*' ? {} : { delegate: right });
      } catch {
        post({ message });
      }
    },
    open(address, name, features) {
      const made = window.open(address, name, features);
      if (made) peers.add(made);
      return made !== null;
    },
    linked: () => [...peers].some(({ closed }) => !closed),
    others: () => Date.now() - heard < 3500,
  };
}

/** Returns the secret that the windows of a talk share, and whether it came from another window. */
export function windowSecret(): { secret: string; invited: boolean } {
  const given = new URLSearchParams(location.search).get('presenter');
  let kept: string | null = null;
  try {
    kept = sessionStorage.getItem('lectern:secret');
  } catch {
    // Storage may be switched off; then a window that is reloaded has to be opened again.
  }
  const secret =
    given || kept || crypto.randomUUID?.() || String(Math.random()).slice(2) + String(Math.random()).slice(2);
  try {
    sessionStorage.setItem('lectern:secret', secret);
  } catch {
    // As above.
  }
  return { secret, invited: Boolean(given ?? kept) };
}

/** Returns the address of this document as the window with the slides has it. */
export function slidesAddress(): string {
  return location.href.replace(/[?#].*$/, '');
}
