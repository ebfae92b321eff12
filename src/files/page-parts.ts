import path from 'node:path';
import type { PageParts } from '../model/page-parts.ts';
import { readClientScript } from './client-scripts.ts';
import { dependencyFile, packageRoot } from './package-files.ts';
import { readPlainText } from './plain-file.ts';

/** Reads what every deck's page has with it: reveal.js cannot be imported without a browser. */
export async function readPageParts(): Promise<PageParts> {
  const [reveal, script, presenterCss] = await Promise.all([
    readPlainText(dependencyFile('reveal.js')),
    readClientScript('deck'),
    readSmallCss('presenter.css'),
  ]);
  return { reveal, script, presenterCss };
}

/** Adds the script that runs plugins, where pages have some. */
export async function withPluginScript<Parts extends PageParts>(
  parts: Parts,
  plugins: readonly unknown[],
): Promise<Parts> {
  return plugins.length > 0 ? { ...parts, plugins: await readClientScript('plugins') } : parts;
}

/** Reads the styles of the remote, which follow those of the presenter view. */
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
