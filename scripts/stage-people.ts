/** People in the room of `bench-stage.ts`: windows of a browser, and followers that are connections alone. */
import { once } from 'node:events';
import type { Browser, BrowserContext, Page } from 'puppeteer';
import { WebSocket } from 'ws';

/** Where somebody is, at a time in ms since 1970; a slide and a step are one number in the order of the talk. */
export interface Seen {
  at: number;
  place: string;
}

/** Somebody whose position is measured. */
export interface Person {
  name: string;
  seen: () => Promise<Seen[]>;
}

/** A window that leads the talk. */
export interface Leader extends Person {
  page: Page;
  /** Goes one step on or back; resolves with the position that this window has then. */
  go: (forwards: boolean) => Promise<void>;
}

/** Records each position that a window shows, as `slide step`. */
const RECORD = `(() => {
  globalThis.seen = [];
  const text = (host, name) => document.getElementById(host).shadowRoot.querySelector('[data-part="' + name + '"]').textContent;
  const place = {
    deck() {
      const slide = document.querySelector('section.slide.present');
      const steps = new Set([...(slide?.querySelectorAll('.fragment.visible') ?? [])].map((one) => one.dataset.fragmentIndex));
      return slide?.id + ' ' + steps.size;
    },
    presenter() {
      const slide = document.querySelector('#presenter section.slide');
      return slide?.id + ' ' + (/\\d+/.exec(text('presenter', 'steps')) ?? [0])[0];
    },
    remote() {
      // The remote shows what is next; its words say where the talk is.
      return 'slide-' + text('remote', 'where').split(' ')[0] + ' ' + (/\\d+/.exec(text('remote', 'steps')) ?? [0])[0];
    },
  }[KIND];
  const look = () => {
    const now = place();
    if (globalThis.seen.at(-1)?.place !== now) globalThis.seen.push({ at: Date.now(), place: now });
  };
  const observer = new MutationObserver(look);
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(document.querySelector('.reveal') ?? document.body, all);
  const host = document.getElementById('presenter') ?? document.getElementById('remote');
  if (host) { observer.observe(host, all); observer.observe(host.shadowRoot, all); }
  look();
})()`;

export type Kind = 'deck' | 'presenter' | 'remote';

/** Starts to record what a page shows. */
export async function record(page: Page, kind: Kind): Promise<void> {
  await page.evaluate(RECORD.replace('KIND', JSON.stringify(kind)));
}

export async function leader(name: string, page: Page, kind: Kind): Promise<Leader> {
  await page.waitForSelector('html[data-ready][data-connected="true"]');
  await record(page, kind);
  return {
    name,
    page,
    seen: () => page.evaluate('globalThis.seen') as Promise<Seen[]>,
    async go(forwards) {
      if (kind !== 'remote') return page.keyboard.press(forwards ? 'PageDown' : 'PageUp');
      await page.evaluate(
        `document.getElementById('remote').shadowRoot.querySelector('button[data-do="${forwards ? 'next' : 'back'}"]').click()`,
      );
    },
  };
}

/** Opens the slides' window and the presenter view of a laptop. */
export async function laptop(name: string, browser: Browser | BrowserContext, address: string): Promise<Leader[]> {
  const deck = await browser.newPage();
  await deck.setViewport({ width: 1280, height: 720 });
  await deck.goto(address);
  await deck.waitForSelector('html[data-ready][data-connected="true"]');
  const opened = new Promise<Page>((resolve) => deck.once('popup', (popup) => resolve(popup as Page)));
  await deck.keyboard.press('s');
  const presenter = await opened;
  return [
    await leader(`${name}, slides`, deck, 'deck'),
    await leader(`${name}, presenter view`, presenter, 'presenter'),
  ];
}

export async function phone(name: string, context: BrowserContext, address: string): Promise<Leader> {
  const page = await context.newPage();
  await page.setViewport({ width: 390, height: 780, isMobile: true, hasTouch: true });
  await page.goto(address);
  return leader(name, page, 'remote');
}

/** A follower without a window. */
export interface Follower extends Person {
  /** Slides with drawings that it received. */
  drawn: Set<string>;
  isConnected: () => boolean;
  /** Time of the last position that it received. */
  lastSeen: () => number;
  end: () => void;
}

/** Follows the talk as the audience view does, also when its server was away. @param cookie - of followers. */
export async function follower(name: string, address: string, cookie: string): Promise<Follower> {
  const { host } = new URL(address);
  const seen: Seen[] = [];
  const drawn = new Set<string>();
  let socket: WebSocket;
  let wait = 250;
  let ended = false;
  const connect = (): WebSocket => {
    const made = new WebSocket(`ws://${host}/talk/follower`, {
      perMessageDeflate: false,
      headers: { cookie, origin: `http://${host}` },
    });
    socket = made;
    made.on('error', () => {});
    made.on('open', () => {
      wait = 250;
      made.send(JSON.stringify({ type: 'hello', version: '' }));
    });
    made.on('close', () => {
      if (!ended) setTimeout(connect, wait);
      wait = Math.min(wait * 2, 4000);
    });
    made.on('message', (data) => {
      const message = JSON.parse(String(data)) as {
        type: string;
        slide?: string;
        shown?: { slide: string; step: number };
      };
      if (message.type === 'drawing' && message.slide) drawn.add(message.slide);
      if (message.type !== 'shown' || !message.shown) return;
      seen.push({ at: Date.now(), place: `${message.shown.slide} ${message.shown.step}` });
    });
    return made;
  };
  await once(connect(), 'open');
  return {
    name,
    drawn,
    seen: async () => seen,
    isConnected: () => socket.readyState === WebSocket.OPEN,
    lastSeen: () => seen.at(-1)?.at ?? 0,
    end() {
      ended = true;
      socket.terminate();
    },
  };
}
