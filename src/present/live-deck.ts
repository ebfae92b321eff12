import { createHmac } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { VFile } from 'vfile';
import { deckStyleSheets, themeNames } from '../export/deck-css.ts';
import type { DeckStyles } from '../export/export-job.ts';
import { linkStyleFiles, type LinkedFile } from '../styles/link-style-files.ts';
import { readDeck } from '../files/read-deck.ts';
import { pollsOf } from '../html/polls.ts';
import { styleSources } from '../styles/style-sources.ts';
import { isInlineCss } from '../styles/style-imports.ts';
import type { Deck } from '../model/deck.ts';
import { errorOf, type LecternError, sentences } from '../model/errors.ts';
import { sortMessages } from '../model/messages.ts';
import { servedWords, type ServedWords } from '../model/talk-words.ts';
import type { LiveResources, PrepareContext } from '../pipeline/prepare-context.ts';
import { prepareDeck, type PreparedDeck } from '../pipeline/prepare-deck.ts';
import { imageFiles, withAddresses } from '../render/image-addresses.ts';
import { slideHtml, type ThemeNames } from '../render/slide-html.ts';
import { talkPlan } from '../render/timing.ts';
import type { LiveFault } from '../client/live-messages.ts';
import type { ShownDeck, ShownSlide } from './shown-deck.ts';

/** A deck as it is on the disk now. */
export interface LiveDeck extends Omit<PreparedDeck, 'deckStyles'> {
  deckStyles: DeckStyles;
  themeOf: ThemeNames;
  /** Words of its windows. */
  words: ServedWords;
  /** The deck as it is served. */
  shown: ShownDeck;
}

/** The result of compiling a deck. */
export interface LiveResult {
  live: LiveDeck | undefined;
  /** The deck's source and what belongs to it, with their messages. */
  sources: VFile[];
  faults: LiveFault[];
  /** The environment, or the call, kept the deck from being read. */
  error?: LecternError;
}

export interface LiveContext extends PrepareContext {
  cwd: string;
  /** `located` gets every file that changes something. */
  live: LiveResources;
  /** Of hashes that others get to see. */
  key: string;
  /** Somebody may follow the talk. */
  followed: boolean;
}

const ASSETS = '/assets/';

/** Reads and compiles a deck; problems are reported, not thrown, and placeholders replace missing content. */
export async function readLiveDeck(name: string, context: LiveContext): Promise<LiveResult> {
  const { cwd, options } = context;
  const { located } = context.live;
  located.add(path.resolve(cwd, name));
  const sources: VFile[] = [];
  const failures: LecternError[] = [];
  const result = (live?: LiveDeck): LiveResult => {
    for (const file of sources) sortMessages(file);
    const faults = failures.map((failure) => ({ file: name, reason: sentences(failure) }));
    return { live, sources, faults: [...faults, ...faultsOf(sources)] };
  };
  try {
    const file = await readDeck(name, cwd, options);
    sources.push(file);
    for (const style of styleFilesAt(cwd, options.theme)) located.add(style);
    const { deckStyles, ...prepared } = await prepareDeck(file, context);
    sources.push(...prepared.sources.slice(1));
    for (const style of namedStyles(prepared.deck, file)) located.add(style);
    if (!deckStyles) return result();
    if (prepared.paginateError) failures.push(prepared.paginateError);
    for (const source of await styleSources(sheetsOf(deckStyles), deckStyles.styles.door)) located.add(source);
    const live = { ...prepared, deckStyles, ...(await shownDeck(prepared, deckStyles, context)) };
    // Installed packages do not change while somebody talks.
    for (const { file } of live.shown.styleFiles.values())
      if (!file.includes(`${path.sep}node_modules${path.sep}`)) located.add(file);
    return result(live);
  } catch (thrown) {
    const error = errorOf(thrown);
    failures.push(error);
    // Whatever it is, the talk goes on with what it has.
    return { ...result(), ...(error.code !== 'UNEXPECTED' && { error }) };
  }
}

/** The style sheets that a deck is styled by. */
function sheetsOf({ styles, slideThemes, styleFiles }: DeckStyles): string[] {
  return [styles.theme.file, ...[...slideThemes.values()].map((theme) => theme.file), ...styleFiles];
}

/** Where the style sheets lie that the deck names, including those that do not exist yet. */
function namedStyles({ meta, slides }: Deck, source: VFile): string[] {
  const folderOf = (file: VFile): string => path.dirname(path.resolve(file.cwd, file.path));
  return [
    ...[meta.theme, ...meta.style.filter((entry) => !isInlineCss(entry))].flatMap((name) =>
      styleFilesAt(folderOf(source), name),
    ),
    ...slides.flatMap(({ settings, file }) => styleFilesAt(folderOf(file), settings.theme)),
  ];
}

function styleFilesAt(folder: string, name: string | undefined): string[] {
  if (name === undefined || name === '' || name.includes('\0')) return [];
  const file = path.resolve(folder, name);
  return name.endsWith('.css') ? [file] : [path.join(file, 'theme.css')];
}

async function shownDeck(
  { deck, plugins }: Pick<PreparedDeck, 'deck' | 'plugins'>,
  deckStyles: DeckStyles,
  context: LiveContext,
): Promise<Pick<LiveDeck, 'shown' | 'themeOf' | 'words'>> {
  const hash = (text: string): string => createHmac('sha256', context.key).update(text).digest('hex').slice(0, 16);
  const themeOf = themeNames(deckStyles);
  const { sheets, tokens } = await deckStyleSheets(deck, deckStyles, 'deck');
  const linked = sheets.map((sheet) => linkStyleFiles(sheet, ASSETS));
  const styleFiles = await stamped(linked.flatMap(({ files }) => files));
  let css = [...linked.map((sheet) => sheet.css), tokens].join('');
  for (const [address, { address: before }] of styleFiles) css = css.replaceAll(before, address);
  const addresses = imageAddresses(deck);
  const slides = deck.slides.map((slide): ShownSlide => {
    const show = (notes: boolean): string =>
      withAddresses(slideHtml(slide, deck, { output: 'deck', notes, themeOf }), addresses);
    const html = show(true);
    return { id: slide.id, hash: hash(html), html, publicHtml: context.followed ? show(false) : undefined };
  });
  const hashes = slides.map(({ hash }) => hash);
  const { title, size, lang, dir, transition, advance, html, stacks } = deck.meta;
  const frame = hash(JSON.stringify([size, lang, dir, transition, advance, html, stacks && hashes, ...plugins.reveal]));
  const styleAddress = `/style-${hash(css)}.css`;
  const plan = talkPlan(deck.slides, deck.meta);
  // Most decks have none, and their slides are not searched.
  const asks = slides.some(({ html }) => html.includes('data-poll'));
  const polls = asks ? pollsOf(deck).map(({ poll }) => poll) : [];
  const images = new Map([...deck.images.values()].map((image) => [addresses.get(image.id) ?? '', image]));
  const digest = hash(JSON.stringify([frame, title, plan, polls, styleAddress, hashes]));
  const shown = { frame, digest, title, plan, polls, slides, css, styleAddress, styleFiles, images };
  return { themeOf, shown, words: await servedWords(lang) };
}

/** Files of styles by addresses that are other ones as soon as the file is: browsers keep what they have loaded. */
async function stamped(files: readonly LinkedFile[]): Promise<Map<string, LinkedFile>> {
  const found = await Promise.all(
    files.map(async (linked): Promise<[string, LinkedFile]> => {
      const { address, file } = linked;
      const { mtimeMs, size } = await stat(file).catch(() => ({ mtimeMs: 0, size: 0 }));
      const stamp = `${Math.round(mtimeMs).toString(36)}${size.toString(36)}`;
      const { dir, name, ext } = path.posix.parse(address);
      return [`${dir}/${name}-${stamp}${ext}`, linked];
    }),
  );
  return new Map(found);
}

/** Returns the addresses of images on the server. */
export function imageAddresses(deck: Deck): Map<string, string> {
  return imageFiles(deck, ASSETS);
}

/** Returns the errors in the deck's sources. */
function faultsOf(sources: readonly VFile[]): LiveFault[] {
  return sources.flatMap((file) =>
    file.messages
      .filter(({ fatal }) => fatal === true)
      .map(({ reason, line, column }) => ({ file: file.path, line, column, reason })),
  );
}
