import { execFileSync } from 'node:child_process';
import type { Browser, KeyInput, Page } from 'puppeteer';
import { chooseBrowser } from '../../src/browser/find-browser.ts';
import { launchBrowser } from '../../src/browser/launch-browser.ts';
import { places } from './browser.ts';
import { startWebDriver } from './web-driver.ts';

/** A window of any browser. */
export interface DrivenWindow {
  id: unknown;
  goto: (address: string) => Promise<void>;
  /** Evaluates an expression whose value is JSON. */
  evaluate: (expression: string) => Promise<unknown>;
  press: (key: string) => Promise<void>;
  /** Presses the button of the mouse at the first point, moves on and lets go at the last. */
  drag: (points: readonly [readonly [number, number], ...(readonly [number, number])[]]) => Promise<void>;
  screenshot: () => Promise<Uint8Array>;
  /** Prints as Ctrl+P does; WebKitGTK's driver has no command for it. */
  print?: () => Promise<Uint8Array>;
}

/** A browser of any kind, with what tests of windows need. */
export interface DrivenBrowser {
  open: (address: string) => Promise<DrivenWindow>;
  windows: () => Promise<DrivenWindow[]>;
  close: () => Promise<void>;
}

/** How to start a browser; a text says why that cannot be. */
type Starting = (() => Promise<DrivenBrowser>) | string;

/** The kinds of browsers that talks are given in. Firefox and WebKitGTK are looked for on the PATH. */
export const BROWSERS: Readonly<Record<'Chromium' | 'Firefox' | 'WebKitGTK', Starting>> = {
  Chromium: async () => withPuppeteer(await launchBrowser(() => chooseBrowser(places))),
  Firefox: startFirefox(),
  WebKitGTK: startWebKit(),
};

function startFirefox(): Starting {
  const program = onPath('firefox-esr') ?? onPath('firefox');
  if (program === undefined) return 'no firefox-esr or firefox on the PATH';
  return async () => {
    const { default: puppeteer } = await import('puppeteer');
    return withPuppeteer(await puppeteer.launch({ browser: 'firefox', executablePath: program, headless: true }));
  };
}

/** It has no mode without a display. */
function startWebKit(): Starting {
  const [driver, display] = [onPath('WebKitWebDriver'), onPath('xvfb-run')];
  if (driver === undefined) return 'no WebKitWebDriver on the PATH';
  if (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return () => startWebDriver([driver]);
  return display === undefined
    ? 'no display, and no xvfb-run on the PATH'
    : () => startWebDriver([display, '-a', driver]);
}

function onPath(program: string): string | undefined {
  try {
    return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

function withPuppeteer(browser: Browser): DrivenBrowser {
  return {
    async open(address) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      await page.goto(address);
      return driven(page);
    },
    windows: async () => (await browser.pages()).map(driven),
    close: () => browser.close(),
  };
}

function driven(page: Page): DrivenWindow {
  return {
    id: page,
    goto: async (address) => void (await page.goto(address)),
    evaluate: (expression) => page.evaluate(expression),
    press: (key) => page.keyboard.press(key as KeyInput),
    async drag([[x, y], ...others]) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (const [toX, toY] of others) await page.mouse.move(toX, toY);
      await page.mouse.up();
    },
    screenshot: () => page.screenshot(),
    print: () => page.pdf({ preferCSSPageSize: true, printBackground: true, timeout: 0 }),
  };
}
