import { createRequire } from 'node:module';
import path from 'node:path';
import type { PageParts } from '../model/page-parts.ts';
import { dependencyFile, packageRoot } from './package-files.ts';
import { readPlainText } from './plain-file.ts';

/** Reads what every deck's page has with it: reveal.js cannot be imported without a browser. */
export async function readPageParts(): Promise<PageParts> {
  const [reveal, script, presenterCss] = await Promise.all([
    readPlainText(dependencyFile('reveal.js')),
    readPageScript(),
    readSmallCss('presenter.css'),
  ]);
  return { reveal, script, presenterCss };
}

/** Styles of a phone as a remote control, which come after those of the presenter view. */
export function readRemoteCss(): Promise<string> {
  return readSmallCss('remote.css');
}

async function readSmallCss(name: string): Promise<string> {
  const css = await readPlainText(path.join(packageRoot(), 'themes', 'base', name));
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1');
}

/** The published package has the script ready-made; in a checkout it is made of the functions as Node has them. */
async function readPageScript(): Promise<string> {
  if (!import.meta.url.endsWith('.ts')) return readPlainText(path.join(packageRoot(), 'lib', 'page.js'));
  const modules = createRequire(import.meta.url)(path.join(packageRoot(), 'src', 'client', 'page.ts')) as object;
  const functions = Object.values(modules).filter((made) => typeof made === 'function');
  // Where types stood, Node leaves as many blanks.
  const texts = functions.map((made) =>
    String(made)
      .replace(/^\s*\/\/.*\n|^\s*\/\*\*[^]*?\*\/\n|(?<=\n)\s+/gm, '')
      .replace(/ {3,}/g, ' '),
  );
  return `var lectern=(()=>{${texts.join('\n')}\nreturn{${functions.map(({ name }) => name).join()}}})();`;
}
