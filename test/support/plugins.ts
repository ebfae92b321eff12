import type { ContentPlugin, DeckPlugins } from '../../src/model/plugins.ts';
import { slideHtml } from '../../src/render/slide-html.ts';
import { compileText, withPictures } from './compile.ts';

type Attacher = ContentPlugin['use'][0];

/** A plugin as a project's configuration names it. */
export function plugin(
  name: string,
  attacher: unknown,
  { options = [], ...settings }: Partial<Omit<ContentPlugin, 'name' | 'use'>> & { options?: unknown[] } = {},
): ContentPlugin {
  return { name, use: [attacher as Attacher, ...options], scope: 'deck', chunkSafe: false, pure: false, ...settings };
}

/** Plugins of a project that brings nothing else. */
export function deckPlugins(given: Partial<DeckPlugins>): DeckPlugins {
  return { key: 'test', remark: [], rehype: [], remarkRehype: {}, fences: [], directives: [], ...given };
}

/** Compiles a text with plugins. */
export async function compiled(
  value: string,
  plugins: Partial<DeckPlugins>,
): Promise<{ html: string; messages: string[] }> {
  const { deck, messages } = await compileText(value, { ...withPictures(), plugins: deckPlugins(plugins) });
  const html = deck.slides.map((slide) => slideHtml(slide, deck, { output: 'deck', notes: true })).join('\n');
  return { html, messages };
}
