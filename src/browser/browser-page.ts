import type { Page } from 'puppeteer';

/** A page of the browser, as far as other rooms use it. Nothing else of the driver is known outside of this one. */
export type BrowserPage = Pick<
  Page,
  | '$'
  | 'close'
  | 'createCDPSession'
  | 'evaluate'
  | 'goto'
  | 'on'
  | 'screenshot'
  | 'setContent'
  | 'setJavaScriptEnabled'
  | 'setOfflineMode'
  | 'setViewport'
>;
