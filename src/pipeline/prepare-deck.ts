import path from 'node:path';
import type { VFile } from 'vfile';
import { mergeSettings, dropDisabled } from '../check/report-findings.ts';
import { compileDeck, type Compiled } from './compile-deck.ts';
import type { PrepareContext } from './prepare-context.ts';
import { resolveStyles } from './resolve-styles.ts';
import type { PictureContext } from '../export/themed-pictures.ts';
import { themedPictures } from '../files/svg-themed.ts';
import type { DeckStyles } from '../export/export-job.ts';
import { fontCutter, type CutFont } from '../styles/font-cutter.ts';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Deck } from '../model/deck.ts';
import { isBrowserError, type LecternError } from '../model/errors.ts';
import { isUnreadable, warn } from '../model/messages.ts';
import { NO_PLUGINS, type ProjectPlugins, type RevealPlugin } from '../model/plugins.ts';
import { paginate, type PaginateContext } from './paginate.ts';

/** A deck that was read, compiled, styled and paginated: what every output, the check and a talk begin with. */
export interface PreparedDeck extends Omit<Compiled, 'styles' | 'brandFile'> {
  /** The deck's source, the files that it includes and style sheets that cannot be used, with all messages. */
  sources: [file: VFile, ...included: VFile[]];
  /** Styles of the deck; `undefined` where its source cannot be read. */
  deckStyles: DeckStyles | undefined;
  /** Rule settings of the project and the deck. Messages of rules that are off are removed. */
  settings: CheckSettings;
  cutFont: CutFont;
  /** Additions of the project. */
  plugins: ProjectPlugins;
  /** Why slides that are too full were not cut, where that is the browser's problem. */
  paginateError: LecternError | undefined;
}

/**
 * Compiles a deck, finds its style sheets, drops messages of rules that are off, and cuts slides that are too full where
 * it wants that. Everything that is made of decks begins here.
 *
 * @param file - the deck's source, as `readDeck` returns it.
 * @throws LecternError `USAGE` where the call names a theme that does not exist
 */
export async function prepareDeck(file: VFile, context: PrepareContext): Promise<PreparedDeck> {
  const { options, resources, purpose } = context;
  const { styles, brandFile, ...compiled } = await compileDeck(file, context);
  const cutFont = fontCutter(path.join(resources.cacheFolder, 'fonts'));
  const settings = mergeSettings(compiled.deck, options.rules ?? new Map());
  const sources: PreparedDeck['sources'] = [file, ...compiled.deck.included, ...(brandFile ? [brandFile] : [])];
  const { plugins = NO_PLUGINS } = options;
  const prepared = { ...compiled, sources, settings, cutFont, plugins };
  if (isUnreadable(file)) return { ...prepared, deckStyles: undefined, paginateError: undefined };
  const loading = { styleKinds: purpose.styleKinds, kept: resources.styles };
  const [deckStyles, faulty] = await resolveStyles(compiled.deck, styles, { ...loading, file });
  sources.push(...faulty);
  if (purpose.styleKinds.includes('deck')) reportPlugins(file, plugins.reveal);
  dropDisabled(sources, compiled.deck, settings);
  const paginating = { deckStyles, cutFont, pool: resources.pool, timeout: options.timeout };
  const { deck, paginateError } = await paginatedDeck(compiled.deck, paginating);
  const [kind = 'print'] = purpose.styleKinds;
  const shown = await withThemedPictures(deck, { deckStyles, kind, cutFont });
  return { ...prepared, deckStyles, deck: shown, paginateError };
}

/** Few decks have such images, and no others load what makes them. */
async function withThemedPictures(deck: Deck, context: PictureContext): Promise<Deck> {
  if (themedPictures(deck.images.values()).size === 0) return deck;
  return (await import('../export/themed-pictures.ts')).themePictures(deck, context);
}

/** Problems of plugins are those of every deck that is presented with them. */
function reportPlugins(file: VFile, plugins: readonly RevealPlugin[]): void {
  for (const { warnings } of plugins)
    for (const { reason, ruleId } of warnings) warn(file, reason, { place: undefined, ruleId });
}

/** Without a browser, slides stay as they are. */
async function paginatedDeck(
  deck: Deck,
  context: PaginateContext,
): Promise<Pick<PreparedDeck, 'deck' | 'paginateError'>> {
  try {
    return { deck: await paginate(deck, context), paginateError: undefined };
  } catch (error) {
    if (!isBrowserError(error)) throw error;
    return { deck, paginateError: error };
  }
}
