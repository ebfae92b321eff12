/** Prints an HTML file with one bare `page.pdf()`: what any tool that prints with this browser takes at least. */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { launch } from 'puppeteer';
import { chooseBrowser } from '../src/browser/find-browser.ts';
import { browserPlaces } from '../src/cli/environment.ts';

const [html = '', pdf = ''] = process.argv.slice(2);
const { path, env } = await chooseBrowser(browserPlaces());
const browser = await launch({
  executablePath: path,
  pipe: true,
  protocolTimeout: 600_000,
  args: process.getuid?.() === 0 ? ['--disable-gpu', '--no-sandbox'] : ['--disable-gpu'],
  env: { ...process.env, ...env },
});
const page = await browser.newPage();
await page.goto(pathToFileURL(html).href);
await writeFile(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: true, timeout: 0 }));
await browser.close();
