import type { LiveOptions } from '../client/live-messages.ts';
import { escapeHtml } from './document-head.ts';

/** Names of the manifests by the views that may lie on a home screen. */
const MANIFESTS: Partial<Record<LiveOptions['view'], string>> = {
  remote: '/remote.webmanifest',
  follower: '/follow.webmanifest',
};

/** Renders what a phone needs to put a page of a talk on its home screen. */
export function appLinks({ view }: LiveOptions, title: string): string {
  const manifest = MANIFESTS[view];
  if (manifest === undefined) return '';
  return [
    // The manifest has a way in: it is for clients that are in already, as their cookies prove.
    `<link rel="manifest" href="${manifest}" crossorigin="use-credentials">`,
    `<link rel="apple-touch-icon" href="/icon-180.png">`,
    `<meta name="mobile-web-app-capable" content="yes">`,
    `<meta name="apple-mobile-web-app-capable" content="yes">`,
    `<meta name="apple-mobile-web-app-title" content="${escapeHtml(title)}">`,
    `<meta name="theme-color" content="#14161b">`,
  ].join('');
}
