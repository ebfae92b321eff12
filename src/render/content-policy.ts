import { createHash } from 'node:crypto';
import type { Deck } from '../model/deck.ts';
import type { RevealPlugin } from '../model/plugins.ts';
import type { LiveOptions } from '../client/live-messages.ts';
import { framedAddresses } from './framed-addresses.ts';

export interface PolicyParts {
  /** Texts of the scripts that are in the page. */
  scripts: readonly string[];
  plugins: readonly RevealPlugin[];
  live: LiveOptions | undefined;
}

/** Makes the Content-Security-Policy of a deck's page: only its own scripts run, and nothing is loaded from elsewhere. */
export function contentPolicy(deck: Deck, { scripts, plugins, live }: PolicyParts): string {
  const { meta } = deck;
  const known = [...scripts, ...plugins.map(({ script }) => script)].map(hashOf);
  const trusted = meta.html === 'trusted';
  const origins = [...new Set(plugins.flatMap(({ network }) => network))].toSorted();
  const connected = [...(live ? [`'self'`] : []), ...origins];
  const framed = [...framedAddresses(deck), ...origins];
  const sources = (...some: string[]): string => [...some, ...origins].join(' ');
  return [
    `default-src 'none'`,
    `script-src ${sources(...(trusted ? [`'self'`, `'unsafe-inline'`] : known))}`,
    `style-src ${sources(`'self'`, `'unsafe-inline'`, ...(plugins.length > 0 ? ['data:'] : []))}`,
    `img-src ${sources(`'self'`, 'data:', ...(trusted ? ['https:'] : []))}`,
    `media-src ${sources(`'self'`, 'data:')}`,
    `font-src ${sources(`'self'`, 'data:')}`,
    `frame-src ${trusted ? '*' : framed.join(' ') || `'none'`}`,
    ...(live ? [`manifest-src 'self'`] : []),
    ...(connected.length > 0 ? [`connect-src ${connected.join(' ')}`] : []),
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
