/**
 * Gives a talk to a full room: the windows of two laptops, three phones as remote controls, two readers with browsers and
 * 200 followers that are connections alone. All windows lead in turn. Says which positions and drawings somebody missed,
 * and how long it takes until everybody is within one step of the speaker (p95; the goal is nothing missed, 200 ms), and
 * how long until all are back where the server is ended and started again.
 * `BENCH_MOVES` sets the number of steps (default 240), `BENCH_PACE` the ms between them (default 300).
 */
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseBrowser } from '../src/browser/find-browser.ts';
import { launchBrowser } from '../src/browser/launch-browser.ts';
import { browserPlaces } from '../src/cli/environment.ts';
import {
  follower,
  laptop,
  leader,
  phone,
  record,
  type Follower,
  type Leader,
  type Person,
  type Seen,
} from './stage-people.ts';
import { startTalk } from './stage-talk.ts';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, '.bench', 'stage');
const FOLLOWERS = 200;
const moves = Number(process.env['BENCH_MOVES'] ?? 240);
const pace = Number(process.env['BENCH_PACE'] ?? 300);
const SLIDES = 40;
const STEPS = 3;

const share = (numbers: number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? Number.NaN;
const line = (what: string, value: string): void => console.log(`${what.padEnd(64)} ${value.padStart(12)}`);
const ms = (value: number): string => `${value.toFixed(0)} ms`;

async function writeDeck(): Promise<string> {
  const slides = Array.from(
    { length: SLIDES },
    (_, at) =>
      `## Slide ${at + 1} {#slide-${at + 1}}\n\n::::steps\n${'- a step\n'.repeat(STEPS)}::::\n\n:::notes\nSay it.\n:::\n`,
  );
  await mkdir(folder, { recursive: true });
  const deck = path.join(folder, 'talk.md');
  await writeFile(deck, `---\nduration: 20m\n---\n\n${slides.join('\n')}`);
  return deck;
}

const order = (place: string): number => {
  const [slide = '', step = 0] = place.split(' ');
  return Number(slide.replace('slide-', '')) * (STEPS + 1) + Number(step);
};

interface Room {
  leaders: Leader[];
  everybody: Person[];
  /** Positions in the order in which they were led to, each with the time at which its leader showed it. */
  led: Seen[];
}

/** All windows lead in turn: mostly on, sometimes back. */
async function giveTalk({ leaders, led }: Room): Promise<void> {
  let last = order((await leaders[0]?.seen())?.at(-1)?.place ?? 'slide-1 0');
  for (let move = 0; move < moves; move += 1) {
    const leading = leaders[move % leaders.length];
    const forwards = last <= STEPS + 3 || (move % 7 < 5 && last < SLIDES * (STEPS + 1));
    const started = Date.now();
    await leading?.go(forwards);
    const shown = (await leading?.seen())?.at(-1);
    if (shown && order(shown.place) !== last) {
      led.push(shown);
      last = order(shown.place);
    }
    await sleep(Math.max(0, pace - (Date.now() - started)));
  }
}

/** Compares what a person saw with what was led to. */
function compare(seen: readonly Seen[], led: readonly Seen[]): { missed: number; lags: number[] } {
  const lags: number[] = [];
  let from = 0;
  let missed = 0;
  for (const { at, place } of led) {
    // The same position may come again later.
    const found = seen.findIndex((one, index) => index >= from && one.place === place && one.at > at - 1000);
    if (found === -1 || (seen[found]?.at ?? 0) > at + 5000) missed += 1;
    else {
      lags.push(Math.max(0, (seen[found]?.at ?? 0) - at));
      from = found;
    }
  }
  return { missed, lags };
}

/** Ms, of those in which positions were compared, in which somebody was more than one step away from the speaker. */
function timeApart(all: readonly Seen[][], led: readonly Seen[]): number[] {
  const placeAt = (seen: readonly Seen[], time: number): number =>
    order(seen.findLast(({ at }) => at <= time)?.place ?? 'slide-1 0');
  return led.map(({ at, place }) => {
    const wanted = order(place);
    for (let time = at; time < at + 2000; time += 10)
      if (all.every((seen) => Math.abs(placeAt(seen, time) - wanted) <= 1 || placeAt(led, time) !== wanted))
        return time - at;
    return 2000;
  });
}

async function report({ everybody, led }: Room): Promise<void> {
  const seen = await Promise.all(everybody.map((person) => person.seen()));
  const compared = seen.map((one) => compare(one, led));
  const groups = Map.groupBy(everybody.keys(), (index) => everybody[index]?.name.replace(/ \d+/, '') ?? '');
  line(`steps led, by ${everybody.length} windows and connections`, String(led.length));
  for (const [name, indices] of groups) {
    const own = [...indices].map((index) => compared[index] ?? { missed: 0, lags: [] });
    const lags = own.flatMap((one) => one.lags);
    const missed = own.reduce((sum, one) => sum + one.missed, 0);
    line(`${name}: missed, median, p95`, `${missed}, ${ms(share(lags, 0.5))}, ${ms(share(lags, 0.95))}`);
  }
  const lags = compared.flatMap((one) => one.lags);
  line('everybody: missed', String(compared.reduce((sum, one) => sum + one.missed, 0)));
  line('everybody at the same position, p95', ms(share(lags, 0.95)));
  const slowest = led.map((_, index) => Math.max(...compared.map((one) => one.lags[index] ?? 0)));
  line('the last of them, p95', ms(share(slowest, 0.95)));
  line('all within one step of the speaker, p95 (goal: 200 ms)', ms(share(timeApart(seen, led), 0.95)));
}

/** Draws on slides, and reports followers that did not receive it. */
async function drawLines(leaders: readonly Leader[], followers: readonly { drawn: Set<string> }[]): Promise<void> {
  const presenter = leaders.find(({ name }) => name.includes('presenter'));
  if (!presenter) return;
  await presenter.page.keyboard.press('Home');
  await presenter.page.keyboard.press('d');
  const layer = await presenter.page.waitForSelector('#presenter .talk-ink');
  const { x = 0, y = 0, width = 0, height = 0 } = (await layer?.boundingBox()) ?? {};
  const lines = 10;
  for (let at = 0; at < lines; at += 1) {
    await presenter.page.mouse.move(x + width * 0.2, y + height * 0.8);
    await presenter.page.mouse.down();
    await presenter.page.mouse.move(x + width * 0.7, y + height * 0.6, { steps: 10 });
    await presenter.page.mouse.up();
    for (let step = 0; step <= STEPS; step += 1) await presenter.page.keyboard.press('PageDown');
  }
  await sleep(1500);
  const missing = followers.reduce((sum, { drawn }) => sum + lines - drawn.size, 0);
  line(`drawings that one of ${followers.length} followers missed`, String(missing));
}

/** Loads a phone again while the talk goes on. */
async function loseAPhone({ leaders }: Room): Promise<void> {
  const [lost, other] = leaders.filter(({ name }) => name.startsWith('phone'));
  if (!lost || !other) return;
  await other.go(true);
  const started = Date.now();
  await lost.page.reload();
  await lost.page.waitForSelector('html[data-ready][data-connected="true"]');
  await record(lost.page, 'remote');
  const wanted = (await other.seen()).at(-1)?.place;
  while ((await lost.seen()).at(-1)?.place !== wanted && Date.now() - started < 10_000) await sleep(10);
  line('a phone that is reloaded is where the talk is after', ms(Date.now() - started));
}

/** Ends the server and starts it again at the same port; all windows and followers have to find back. */
async function restart({ leaders, everybody }: Room, followers: readonly Follower[], deck: string): Promise<void> {
  const { port } = new URL((await talk.invitation('follower')) ?? '');
  await leaders[0]?.go(true);
  await sleep(1000);
  const where = (await leaders[0]?.seen())?.at(-1)?.place;
  talk.child.kill('SIGINT');
  await once(talk.child, 'close');
  const ended = Date.now();
  talk = await startTalk(deck, port);
  await talk.invitation('follower');
  line('the server answers again after', ms(Date.now() - ended));
  const pages = leaders.map(({ page }) => page);
  const isBack = async (page: (typeof pages)[number]): Promise<boolean> =>
    (await page.evaluate('document.documentElement.dataset.connected')) === 'true';
  const missing = async (): Promise<number> => {
    const windows = await Promise.all(pages.map(isBack));
    const away = followers.filter((one) => !one.isConnected() || one.lastSeen() < ended);
    return windows.filter((back) => !back).length + away.length;
  };
  while ((await missing()) > 0 && Date.now() - ended < 30_000) await sleep(20);
  line(`all ${everybody.length} windows and connections are back after`, ms(Date.now() - ended));
  line('lost on the way', String(await missing()));
  await leaders[0]?.go(true);
  await sleep(2000);
  const shown = await Promise.all(everybody.map(async (person) => (await person.seen()).at(-1)?.place));
  const wanted = shown[0];
  const behind = shown.filter((place) => place !== wanted).length;
  line('not at the next step then', wanted === where ? 'nobody led' : String(behind));
}

const deck = await writeDeck();
let talk = await startTalk(deck);
const browser = await launchBrowser(() => chooseBrowser(browserPlaces()));
try {
  const first = await laptop('laptop 1', await browser.createBrowserContext(), await talk.invitation('speaker'));
  const second = await laptop('laptop 2', await browser.createBrowserContext(), await talk.invitation('speaker'));
  const phones: Leader[] = [];
  for (const name of ['phone 1', 'phone 2', 'phone 3'])
    phones.push(await phone(name, await browser.createBrowserContext(), await talk.invitation('remote')));
  const invitation = await talk.invitation('follower');
  const readers: Leader[] = [];
  for (const name of ['reader 1', 'reader 2']) {
    const page = await (await browser.createBrowserContext()).newPage();
    await page.goto(invitation);
    readers.push(await leader(name, page, 'deck'));
  }
  const joined = await fetch(invitation, { redirect: 'manual' });
  const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? '';
  const followers = await Promise.all(
    Array.from({ length: FOLLOWERS }, (_, at) => follower(`follower ${at + 1}`, invitation, cookie)),
  );
  const leaders = [...first, ...second, ...phones];
  const room: Room = { leaders, everybody: [...leaders, ...readers, ...followers], led: [] };
  await giveTalk(room);
  await sleep(1500);
  await report(room);
  await drawLines(leaders, followers);
  await loseAPhone(room);
  await restart(room, followers, deck);
  for (const { end } of followers) end();
} finally {
  await browser.close();
  talk.child.kill('SIGINT');
  await once(talk.child, 'close');
}
