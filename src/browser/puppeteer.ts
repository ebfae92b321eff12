import { PuppeteerNode } from 'puppeteer';

/**
 * Puppeteer without its configuration. The instance that the package exports runs a `.puppeteerrc.cjs` of the working
 * folder or of one above it, and a deck from elsewhere runs no code.
 */
export const puppeteer: PuppeteerNode = Reflect.construct(PuppeteerNode, [{ isPuppeteerCore: true }]);
