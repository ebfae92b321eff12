import type { Page } from 'puppeteer';

/** Collects what a page says on its console, what it throws, and what it asks for beyond its own file. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!/^(?:data:|file:.*\.html)/.test(request.url())) complaints.push(`request: ${request.url().slice(0, 200)}`);
  });
  return complaints;
}
