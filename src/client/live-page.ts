import type { LiveFinding, LiveOptions, PageMessage, ServerMessage } from './live-messages.ts';
import { isRead } from './reading-view.ts';
import { createPatcher, patchStyles } from './patch-deck.ts';
import { linkServer, type ServerLink } from './server-link.ts';
import type { TalkMessage } from './talk.ts';
import { isForServers } from './talk.ts';
import type { TalkStore } from './talk-store.ts';

/** Handlers for news of a deck. */
export interface LiveParts {
  put: (slides: HTMLElement[]) => void;
  restyle: () => void;
  faults: (message: Extract<ServerMessage, { type: 'faults' }>) => void;
  findings: (findings: readonly LiveFinding[]) => void;
}

/** A page that comes from a server, which tells it what changes. */
export interface LivePage {
  connect: (parts: LiveParts) => void;
  /** Tells the server, where there is a connection. */
  say: (message: PageMessage) => void;
  /** Adds a listener for messages that are not about the deck. */
  listen: (listener: (message: ServerMessage) => void) => void;
}

/**
 * Creates the part of a page that takes what a server sends: slides that were changed, errors and findings.
 *
 * @param store - the talk that this window has a part in; `undefined` where it only looks.
 * @param hear - takes messages that are not about the deck.
 */
export function createLivePage(
  live: LiveOptions,
  store: TalkStore | undefined,
  hear: (message: ServerMessage) => void = () => {},
): LivePage {
  const patcher = createPatcher(live);
  const listeners = [hear];
  let link: ServerLink | undefined;
  const presents = new URLSearchParams(location.search).has('presenter');
  const isReading = isRead(live);
  const take = (message: ServerMessage, { put, restyle, faults, findings }: LiveParts): void => {
    if (message.type === 'reload') return location.reload();
    if (message.type === 'windows') return void (store && (store.slidesWindows = message.slides));
    if (message.type === 'clock') return void (store && (store.skew = message.now - Date.now()));
    if (message.type === 'faults') return faults(message);
    if (message.type === 'findings') return findings(message.findings);
    if (message.type !== 'deck') {
      if (store && isOfTalk(message)) store.hear(message);
      for (const listener of listeners) listener(message);
      return undefined;
    }
    const slides = patcher.slides(message);
    if (!slides) return location.reload();
    if (!presents && live.view !== 'remote') document.title = message.title;
    if (store) store.plan = message.plan;
    patchStyles(message.style, restyle);
    put(slides);
    document.documentElement.dataset['version'] = message.version;
  };
  return {
    connect(parts) {
      const made = linkServer(
        live.view,
        () => [
          {
            type: 'hello',
            version: patcher.version(),
            presents: presents || isReading,
            ...(store && { talk: store.talk }),
          },
          // The server may be another one, which knows of none.
          ...(store?.allDrawings() ?? []),
        ],
        (message) => {
          document.documentElement.dataset['connected'] = String(message !== undefined);
          if (message) take(message, parts);
          else if (store) store.slidesWindows = 0;
        },
      );
      link = made;
      store?.addLink({
        send: (message) => isForServers(message) && made.send(message),
      });
    },
    say: (message) => link?.send(message),
    listen: (listener) => void listeners.push(listener),
  };
}

/** Tells whether windows of the talk tell each other this as well. */
function isOfTalk(message: ServerMessage): message is TalkMessage {
  return /^(?:hello|talk|drawing|trace|pointer)$/.test(message.type);
}
