import path from 'node:path';
import type { PageParts } from '../model/page-parts.ts';
import { readClientScript } from './client-scripts.ts';
import { dependencyFile, packageRoot } from './package-files.ts';
import { readPlainText } from './plain-file.ts';

/** Styles of what is in shadow trees, in their order. */
const PRESENTER_CSS = ['', '-notes', '-tools', '-pens', '-dialogs', '-list', '-menu', '-players', '-sizes'].map(
  (topic) => `presenter${topic}.css`,
);

/**
 * Reads what every deck's page has with it: reveal.js cannot be imported without a browser.
 *
 * @param name - `served` for pages of `lectern present`.
 */
export async function readPageParts(name: 'deck' | 'served' = 'deck'): Promise<PageParts> {
  const [reveal, script, presenterCss] = await Promise.all([
    readPlainText(dependencyFile('reveal.js')),
    readClientScript(name),
    readSmallCss(...PRESENTER_CSS),
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

/** Adds the script for videos and sounds, where a deck has some. */
export async function withPlayerScript<Parts extends PageParts>(parts: Parts, hasPlayers: boolean): Promise<Parts> {
  return hasPlayers ? { ...parts, players: await readClientScript('players') } : parts;
}

/** Styles of windows that only `lectern present` has, or has more of. */
export interface ServedCss {
  remote: string;
  /** For the presenter view and the slides' window. */
  presenter: string;
  follower: string;
}

/** Reads styles that only pages of `lectern present` have; they follow those of the presenter view. */
export async function readServedCss(): Promise<ServedCss> {
  const [remote, presenter, follower] = await Promise.all([
    readSmallCss('remote.css', 'audience-desk.css'),
    readSmallCss(
      'presenter-served.css',
      'rehearsals.css',
      'presenter-recording.css',
      'audience-desk.css',
      'audience-screen.css',
    ),
    readSmallCss('audience.css', 'audience-forms.css'),
  ]);
  return { remote, presenter, follower };
}

async function readSmallCss(...names: string[]): Promise<string> {
  const sheets = names.map((name) => readPlainText(path.join(packageRoot(), 'themes', 'base', name)));
  return (
    (await Promise.all(sheets))
      .join('')
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1')
      // No selector has a colon before a blank.
      .replaceAll(': ', ':')
      .replaceAll(';}', '}')
  );
}
