import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PageParts } from '../model/page-parts.ts';
import { dependencyFile, packageRoot } from './package-files.ts';

/** Reads what every deck's page has with it: reveal.js cannot be imported without a browser. */
export async function readPageParts(): Promise<PageParts> {
  const [reveal, search, script, presenterCss] = await Promise.all([
    readFile(dependencyFile('reveal.js'), 'utf8'),
    readFile(dependencyFile('reveal.js/plugin/search'), 'utf8'),
    readPageScript(),
    readFile(path.join(packageRoot(), 'themes', 'base', 'presenter.css'), 'utf8'),
  ]);
  return { reveal, search, script, presenterCss: presenterCss.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ') };
}

/** The published package has the script ready-made; in a checkout it is made of the functions as Node has them. */
async function readPageScript(): Promise<string> {
  if (!import.meta.url.endsWith('.ts')) return readFile(path.join(packageRoot(), 'lib', 'page.js'), 'utf8');
  const modules = createRequire(import.meta.url)(path.join(packageRoot(), 'src', 'stage', 'page.ts')) as object;
  const functions = Object.values(modules).filter((made) => typeof made === 'function');
  const texts = functions.map((made) => String(made).replace(/^\s*\/\/.*\n|(?<=\n)\s+/gm, ''));
  return `var lectern=(()=>{${texts.join('\n')}\nreturn{${functions.map(({ name }) => name).join()}}})();`;
}
