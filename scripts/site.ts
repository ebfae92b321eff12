/**
 * Makes the documentation site into dist/site/.
 *
 *     npm run site                 everything: pages, decks of examples, gallery
 *     npm run site -- --keep       pages only; decks that are there stay
 *     npm run site -- --serve      the same at http://localhost:8080, with live reload
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { endBrowsers } from '../src/browser/running-browsers.ts';
import { browserPlaces } from '../src/cli/environment.ts';
import { deadLinks } from './site/check-links.ts';
import { makeSite } from './site/make-site.ts';

const root = path.join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { keep: { type: 'boolean' }, serve: { type: 'boolean' }, out: { type: 'string' } },
});
const out = path.resolve(root, values.out ?? 'dist/site');
const keeps = values.keep ?? values.serve ?? false;
if (!keeps) rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
process.chdir(root);
try {
  await makeSite({ root, out, places: browserPlaces(), keeps, port: values.serve ? 8080 : undefined });
  const dead = deadLinks(out);
  if (dead.length > 0) throw new Error(`links that lead nowhere:\n${dead.join('\n')}`);
  console.log(`${path.relative('', out)}/index.html`);
} finally {
  await endBrowsers();
}
