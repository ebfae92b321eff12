/** The audience view on a laptop and on a phone, while many answer a poll. */
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page, Viewport } from 'puppeteer';
import { WebSocket } from 'ws';
import { present } from '../src/app/present.ts';
import type { BrowserPlaces } from '../src/browser/find-browser.ts';
import type { AudienceAct, AudienceNews, AudienceOrder } from '../src/client/audience-messages.ts';
import { settle } from './deck-pages.ts';

const POLL = `## Where does Python run in your work? {#where}

:::poll{#python results}
- In notebooks
- In services
- In scripts and tools
- Nowhere yet
:::
`;
/** How many choose each of the four. */
const ANSWERS = [13, 9, 17, 4];
const QUESTIONS: [text: string, votes: number][] = [
  ['Does Netflix also train its models in Python, or only serve them?', 11],
  ['What do you do where Python is too slow?', 7],
  ['Will you share the notebook with the telescope images?', 4],
];

interface Connection {
  say: (message: AudienceAct | AudienceOrder) => void;
  end: () => void;
}

/** Connects to a talk as a page does. @param hear - takes what the server says about its audience. */
async function connect(
  address: string,
  cookie: string,
  hear: (news: Partial<AudienceNews>) => void = () => {},
): Promise<Connection> {
  const { origin } = new URL(address.replace(/^ws/, 'http'));
  const socket = new WebSocket(address, { headers: { cookie, origin } });
  socket.on('message', (data) => hear(JSON.parse(String(data)) as Partial<AudienceNews>));
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'hello', version: '', presents: true }));
  return { say: (message) => socket.send(JSON.stringify(message)), end: () => socket.close() };
}

/** Follows an invitation with a device that was never there. */
async function join(invitation: string): Promise<Connection> {
  const { origin } = new URL(invitation);
  const given = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const session = given(await fetch(invitation, { redirect: 'manual' }));
  const voter = given(await fetch(`${origin}/follow`, { headers: { cookie: session } }));
  return connect(`${origin.replace('http', 'ws')}/talk/follower`, `${session}; ${voter}`);
}

/** Fills the room: answers to the poll, and questions with votes that everybody sees. */
async function fillRoom(deck: Page, share: string): Promise<Connection[]> {
  const { host } = new URL(deck.url());
  const cookies = (await deck.browserContext().cookies()).map(({ name, value }) => `${name}=${value}`);
  const asked = new Map<string, number>();
  const speaker = await connect(`ws://${host}/talk/slides`, cookies.join('; '), (news) => {
    if (news.type === 'audience') for (const { text, id } of news.questions ?? []) asked.set(text, id);
  });
  speaker.say({ type: 'rules', rules: { questions: true, checked: false, reactions: true, shown: null, join: false } });
  const people: Connection[] = [];
  for (const [choice, count] of ANSWERS.entries())
    for (let at = 0; at < count; at += 1) {
      const person = await join(share);
      person.say({ type: 'answer', poll: 'python', choices: [choice] });
      people.push(person);
    }
  for (const [at, [text, votes]] of QUESTIONS.entries()) {
    people[at]?.say({ type: 'ask', text });
    while (!asked.has(text)) await sleep(20);
    const voters = people.slice(QUESTIONS.length, QUESTIONS.length + votes);
    for (const person of voters) person.say({ type: 'vote', question: asked.get(text) ?? 0, on: true });
  }
  return [speaker, ...people];
}

async function open(browser: Browser, address: string, viewport: Viewport): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport(viewport);
  await page.goto(address);
  await page.waitForSelector('html[data-connected="true"]');
  return page;
}

export async function audiencePictures(
  browser: Browser,
  home: string,
  places: BrowserPlaces,
): Promise<{ laptop: Uint8Array; phone: Uint8Array }> {
  const source = await readFile(path.join(home, 'python-at-work.md'), 'utf8');
  await writeFile(path.join(home, 'audience.md'), source.replace('# Streaming', `${POLL}\n# Streaming`));
  const talk = await present({
    deck: 'audience.md',
    cwd: home,
    browser: places,
    host: '127.0.0.1',
    port: 0,
    share: true,
  });
  const share = talk.share ?? '';
  try {
    const deck = await open(browser, talk.address, { width: 1280, height: 720 });
    await deck.keyboard.press('3');
    await deck.keyboard.press('Enter');
    await deck.waitForSelector('#where.present');
    const people = await fillRoom(deck, share);
    const laptop = await open(browser, share, { width: 1280, height: 800, deviceScaleFactor: 1.25 });
    const mobile = { width: 390, height: 780, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true };
    const phone = await open(browser, `${share}?slides`, mobile);
    for (const page of [laptop, phone])
      await (await page.waitForSelector('#audience >>> label:nth-of-type(3) input'))?.click();
    for (const page of [laptop, phone]) {
      await page.waitForFunction(`document.querySelector('#where .poll-total').textContent.includes('45')`);
      await settle(page);
    }
    const pictures = { laptop: await laptop.screenshot(), phone: await phone.screenshot() };
    for (const person of people) person.end();
    for (const page of [deck, laptop, phone]) await page.browserContext().close();
    return pictures;
  } finally {
    await talk.close();
  }
}
