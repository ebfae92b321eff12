/** Finds links inside the site that lead nowhere. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Decks are tested by themselves. */
const DECKS = /^(?:decks|live)\/|^themes\/[^/]+\//;

/** Returns links of all pages to missing files and headings, as `page → link`. */
export function deadLinks(site: string): string[] {
  const pages = globSync('**/*.html', { cwd: site })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => !DECKS.test(file));
  const texts = new Map(pages.map((page) => [page, readFileSync(path.join(site, page), 'utf8')]));
  const ids = new Map([...texts].map(([page, text]) => [page, new Set(text.match(/(?<= id=")[^"]+/g))]));
  return [...texts].flatMap(([page, text]) =>
    [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].flatMap(([, link = '']) =>
      isDead(link, { page, site, ids }) ? `${page} → ${link}` : [],
    ),
  );
}

interface LinkPlace {
  page: string;
  site: string;
  ids: ReadonlyMap<string, ReadonlySet<string>>;
}

function isDead(link: string, { page, site, ids }: LinkPlace): boolean {
  if (/^(?:https?|mailto|data):/.test(link)) return false;
  const [file = '', anchor] = link.replaceAll('&amp;', '&').split('#');
  const target = file === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(file));
  if (!existsSync(path.join(site, target))) return true;
  // Slides are named behind “#/”.
  const known = ids.get(target);
  return anchor !== undefined && !anchor.startsWith('/') && known !== undefined && !known.has(decodeURI(anchor));
}
