import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import type { DrivenBrowser, DrivenWindow } from './driven-browser.ts';
import { waitFor } from './talk.ts';

/** Codes of keys that are no letters (WebDriver, 17.4.2). */
const KEYS: Record<string, string> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** The longest time that a driver may take for one command, in ms. */
const LONGEST = 20_000;

type Call = (method: string, path: string, body?: object) => Promise<unknown>;

/** Starts a browser through its driver, by the WebDriver protocol. @param command - the driver, which takes `--port`. */
export async function startWebDriver(command: readonly string[]): Promise<DrivenBrowser> {
  const port = await freePort();
  const [program = '', ...args] = command;
  const driver = spawn(program, [...args, `--port=${port}`], { stdio: 'ignore', detached: true });
  const base = `http://127.0.0.1:${port}`;
  const call: Call = async (method, path, body) => {
    // What hangs says what it was.
    const signal = AbortSignal.timeout(LONGEST);
    const sent = fetch(base + path, { method, signal, ...(body && { body: JSON.stringify(body) }) });
    const response = await sent.catch((cause: unknown) => {
      throw new Error(`${method} ${path}: no answer`, { cause });
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  await waitFor(
    () =>
      fetch(`${base}/status`).then(
        ({ ok }) => ok,
        () => false,
      ),
    'the driver',
    20_000,
  );
  const { sessionId } = (await call('POST', '/session', { capabilities: {} })) as { sessionId: string };
  const session: Call = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
  const [first = ''] = (await session('GET', '/window/handles')) as string[];
  let isFirst = true;
  return {
    async open(address) {
      const { handle } = isFirst
        ? { handle: first }
        : ((await session('POST', '/window/new', { type: 'window' })) as { handle: string });
      isFirst = false;
      const window = driven(session, handle);
      await window.goto(address);
      return window;
    },
    windows: async () =>
      ((await session('GET', '/window/handles')) as string[]).map((handle) => driven(session, handle)),
    async close() {
      await session('DELETE', '').catch(() => {});
      end(driver);
    },
  };
}

function driven(session: Call, handle: string): DrivenWindow {
  const within: Call = async (method, path, body) => {
    await session('POST', '/window', { handle });
    return session(method, path, body);
  };
  const act = (type: 'key' | 'pointer', actions: object[]): Promise<unknown> =>
    within('POST', '/actions', { actions: [{ type, id: type, actions }] });
  return {
    id: handle,
    goto: async (address) => void (await within('POST', '/url', { url: address })),
    evaluate: (expression) => within('POST', '/execute/sync', { script: `return (${expression})`, args: [] }),
    async press(key) {
      const value = KEYS[key] ?? key;
      await act('key', [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
    },
    async drag([from, ...others]) {
      const move = ([x, y]: readonly [number, number]): object => ({
        type: 'pointerMove',
        duration: 0,
        x: Math.round(x),
        y: Math.round(y),
      });
      const path = [
        move(from),
        { type: 'pointerDown', button: 0 },
        ...others.map(move),
        { type: 'pointerUp', button: 0 },
      ];
      await act('pointer', path);
    },
    screenshot: async () => Buffer.from((await within('GET', '/screenshot')) as string, 'base64'),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Ends a driver and the display that it may have started. */
function end({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}
