import type { LiveFinding, LiveOptions, ServerMessage } from './live-messages.ts';
import { createPatcher, patchStyles } from './patch-deck.ts';
import { linkServer } from './server-link.ts';
import type { TalkStore } from './talk-store.ts';

/** What becomes of the news of a deck. */
export interface LiveParts {
  put: (slides: HTMLElement[]) => void;
  restyle: () => void;
  faults: (message: Extract<ServerMessage, { type: 'faults' }>) => void;
  findings: (findings: readonly LiveFinding[]) => void;
}

/** A page that comes from a server, which tells it what changes. */
export interface LivePage {
  connect: (parts: LiveParts) => void;
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
  const presents = new URLSearchParams(location.search).has('presenter');
  const take = (message: ServerMessage, { put, restyle, faults, findings }: LiveParts): void => {
    if (message.type === 'reload') return location.reload();
    if (message.type === 'windows') {
      if (store) store.slidesWindows = message.slides;
      return;
    }
    if (message.type === 'clock') {
      if (store) store.skew = message.now - Date.now();
      return;
    }
    if (message.type === 'faults') return faults(message);
    if (message.type === 'findings') return findings(message.findings);
    if (message.type !== 'deck') {
      if (store && message.type !== 'shown') store.hear(message);
      return hear(message);
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
      const link = linkServer(
        live.view,
        () => [
          { type: 'hello', version: patcher.version(), presents, ...(store && { talk: store.talk }) },
          // The server may be another one, which knows of none.
          ...(store?.allDrawings() ?? []),
        ],
        (message) => {
          document.documentElement.dataset['connected'] = String(message !== undefined);
          if (message) take(message, parts);
          else if (store) store.slidesWindows = 0;
        },
      );
      store?.addLink({
        // A greeting is the server's own.
        send: (message) => message.type !== 'hello' && link.send(message),
      });
    },
  };
}
