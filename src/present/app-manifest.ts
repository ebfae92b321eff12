import type { Deck } from '../model/deck.ts';
import { MEDIA_TYPES } from '../model/media-types.ts';
import type { Access, Role } from './access.ts';

/** Roles whose pages may lie on a home screen, by the addresses of their manifests. */
export const MANIFESTS: ReadonlyMap<string, Role> = new Map([
  ['/remote.webmanifest', 'remote'],
  ['/follow.webmanifest', 'follower'],
]);

/** The talk as a manifest names it. */
interface TalkName extends Pick<Deck['meta'], 'title'> {
  /** Where the page of the role lies. */
  home: string;
}

/**
 * Returns the manifest of a page on a home screen. Phones give such a page cookies of its own: it begins with an
 * invitation that is valid as long as the cookie of the visitor.
 */
export function appManifest(role: Role, access: Access, { title, home }: TalkName): string {
  const token = access.homeToken(role);
  return JSON.stringify({
    id: home,
    name: title || 'Lectern',
    short_name: (title || 'Lectern').slice(0, 12).trim(),
    start_url: token === undefined ? home : `/join/${role}/${token}`,
    scope: '/',
    display: 'standalone',
    background_color: '#14161b',
    theme_color: '#14161b',
    icons: [
      { src: '/icon-512.png', sizes: '512x512', type: MEDIA_TYPES.png, purpose: 'any' },
      { src: '/icon-512.png', sizes: '512x512', type: MEDIA_TYPES.png, purpose: 'maskable' },
      { src: '/icon-180.png', sizes: '180x180', type: MEDIA_TYPES.png },
    ],
  });
}
