import type { RevealPlugin } from '../model/plugins.ts';
import { escapeHtml, fitRules } from './document-head.ts';

/**
 * Rules of reveal.js's style sheet and of a theme that plugins expect outside of slides; decks without plugins do not
 * need them. Their buttons and menus are not for paper.
 */
const EXPECTED = `@layer reveal{.r-overlay{position:absolute;inset:0;z-index:99;color:#fff;background:#000000f2}.reveal>:not(.slides) a{color:var(--r-link-color)}}@media print{.reveal>:not(.slides),body>:not(.reveal){display:none!important}}`;

/** Renders the style sheets of plugins, which are behind the deck's own. */
export function pluginStyles(plugins: readonly RevealPlugin[]): string {
  if (plugins.length === 0) return '';
  const styles = plugins
    .filter(({ style }) => style !== '')
    .map(({ name, style }) => `\n<style data-plugin="${escapeHtml(name)}">${fitRules(style)}</style>`);
  return [`\n<style>${EXPECTED}</style>`, ...styles].join('');
}

/**
 * Renders the scripts of plugins as data: they run where reveal.js does, so neither in the presenter view nor where a
 * phone shows the slides below each other.
 */
export function pluginScripts(plugins: readonly RevealPlugin[]): string {
  return plugins
    .map(
      ({ name, script }) => `<script type="text/plain" data-reveal-plugin="${escapeHtml(name)}">${script}</script>\n`,
    )
    .join('');
}
