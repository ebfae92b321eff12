import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer';
import { mediaTypeOf } from '../model/media-types.ts';
import type { BrowserSession } from './browser-session.ts';

/** A page that shows documents with scripts off, and reaches nothing but what is laid on it. */
export interface SandboxedPage {
  page: Page;
  /** Rejects when the page crashes. */
  crashed: Promise<never>;
  /** Lays files beside the document, by the names it has for them. */
  addFiles: (files: ReadonlyMap<string, Uint8Array>) => Promise<void>;
  /** Shows a document. */
  load: (html: string) => Promise<void>;
}

const DOCUMENT = 'index.html';
/** The browser looks into what it is. */
const UNKNOWN = 'application/octet-stream';
/** An address that cannot exist (`.invalid`, RFC 2606), so that requests to it never leave the page. */
const ORIGIN = 'https://lectern.invalid/';

/** @param onShow - called as soon as the browser has a document to show. */
export async function openSandboxedPage(
  session: BrowserSession,
  onShow: () => void = () => {},
): Promise<SandboxedPage> {
  const [page, folder] = await Promise.all([session.newPage(), session.makeFolder()]);
  const crashed = new Promise<never>((_, reject) => page.once('error', reject));
  crashed.catch(() => {});
  const sandbox = { page, crashed, ...(folder === undefined ? remote(page, onShow) : local(page, { folder, onShow })) };
  await Promise.all([page.setJavaScriptEnabled(false), page.setRequestInterception(true)]);
  return sandbox;
}

/** Read from a folder, documents and images need not be passed through the browser's pipe as text. */
function local(
  page: Page,
  { folder, onShow }: { folder: string; onShow: () => void },
): Pick<SandboxedPage, 'addFiles' | 'load'> {
  const allowed = pathToFileURL(`${folder}${path.sep}`).href;
  const navigate = answerWith(page, (request) => {
    const address = request.url();
    if (address.startsWith('data:') || address.startsWith(allowed)) return request.continue();
    return request.abort('blockedbyclient');
  });
  const write = (name: string, bytes: Uint8Array | string): Promise<void> => writeFile(path.join(folder, name), bytes);
  return {
    addFiles: async (files) => {
      await Promise.all([...files].map(([name, bytes]) => write(name, bytes)));
    },
    load: async (html) => {
      await write(DOCUMENT, html);
      const navigation = navigate(allowed + DOCUMENT);
      onShow();
      await navigation;
    },
  };
}

/** A browser elsewhere asks for what it shows, and is answered from memory. */
function remote(page: Page, onShow: () => void): Pick<SandboxedPage, 'addFiles' | 'load'> {
  const laid = new Map<string, Uint8Array | string>();
  const navigate = answerWith(page, (request) => {
    const address = request.url();
    if (address.startsWith('data:')) return request.continue();
    const body = address.startsWith(ORIGIN) ? laid.get(address.slice(ORIGIN.length)) : undefined;
    if (body === undefined) return request.abort('blockedbyclient');
    return request.respond({ status: 200, contentType: mediaTypeOf(address) ?? UNKNOWN, body });
  });
  return {
    addFiles: async (files) => {
      for (const [name, bytes] of files) laid.set(name, bytes);
    },
    load: async (html) => {
      laid.set(DOCUMENT, html);
      const navigation = navigate(ORIGIN + DOCUMENT);
      onShow();
      await navigation;
    },
  };
}

function answerWith(page: Page, answer: (request: HTTPRequest) => Promise<void>): Navigate {
  let expected: string | undefined;
  const decide = (request: HTTPRequest): Promise<void> => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return answer(request);
    // `<meta http-equiv="refresh">` works without scripts. Aborting it keeps the current document.
    if (request.url() !== expected) return request.abort('aborted');
    expected = undefined;
    return answer(request);
  };
  // A request that cannot be answered any more belongs to a page that is gone.
  page.on('request', (request) => void decide(request).catch(() => {}));
  return async (address) => {
    expected = address;
    await page.goto(address, { waitUntil: 'load', timeout: 0 });
  };
}

/** Leads the page to an address; nothing else does. */
type Navigate = (address: string) => Promise<void>;
