/** The script of a deck's page that runs plugins of reveal.js, for decks that have some. */
export { withPlugins } from './with-plugins.ts';
