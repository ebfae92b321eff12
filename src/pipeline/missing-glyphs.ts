import type { Nodes } from 'hast';
import type { Point } from 'unist';
import { deckStyleSheets } from '../export/deck-css.ts';
import type { DeckStyles } from '../export/export-job.ts';
import { glyphsOf } from '../html/glyphs.ts';
import type { StyleKind } from '../styles/bundle-styles.ts';
import { fontCoverage, lackingAnywhere } from '../styles/font-coverage.ts';
import type { CutFont } from '../styles/font-cutter.ts';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Deck, Slide } from '../model/deck.ts';
import { reportAs } from '../model/messages.ts';
import { walk } from '../model/walk.ts';
import { lackingReason } from '../theme/lacking-letters.ts';

const RULE = 'glyph-missing';

/** Every font has Latin letters and the punctuation. */
function isUsual(point: number): boolean {
  return point < 0x250 || (point >= 0x2000 && point < 0x2070);
}

interface GlyphJob {
  deckStyles: DeckStyles;
  kind: StyleKind;
  cutFont: CutFont;
  settings: CheckSettings;
}

/** Tells once which letters of a deck its fonts lack, without looking at it in a browser. */
export async function reportMissingGlyphs(
  deck: Deck,
  { deckStyles, kind, cutFont, settings }: GlyphJob,
): Promise<void> {
  const severity = settings.get(RULE)?.severity;
  const glyphs = glyphsOf(deck);
  const unusual = [...glyphs.text, ...glyphs.code].filter((point) => !isUsual(point));
  if (severity === 'off' || unusual.length === 0) return;
  const styled = await deckStyleSheets(deck, deckStyles, kind);
  const coverage = await fontCoverage(styled.sheets, { glyphs: styled.glyphs, cutFont });
  const lacking = new Set(lackingAnywhere(coverage, String.fromCodePoint(...unusual)));
  if (lacking.size === 0) return;
  const found = deck.slides.flatMap((slide, index) => {
    const letters = slide.settings.checkOff.includes(RULE) ? [] : lettersOf(slide).filter((one) => lacking.has(one));
    return letters.length > 0 ? [{ slide, number: index + 1, letters }] : [];
  });
  const [first] = found;
  if (!first) return;
  const letters = [...new Set(found.flatMap((one) => one.letters))];
  const reason = lackingReason({ letters, slides: found.map(({ number }) => number), lang: deck.meta.lang });
  const { position, file, content, background } = first.slide;
  const start = startOf({ type: 'root', children: [...content, ...background] }, lacking) ?? position?.start;
  reportAs(severity ?? 'warning', file, reason, { place: start && { start, end: start }, ruleId: RULE });
}

/** Where the innermost element begins that has the first of some letters; a look at the deck names the same. */
function startOf(node: Nodes, letters: ReadonlySet<string>, around?: Point): Point | undefined {
  if (node.type === 'text') return [...node.value].some((letter) => letters.has(letter)) ? around : undefined;
  if (!('children' in node)) return undefined;
  const own = node.type === 'element' ? (node.position?.start ?? around) : around;
  for (const child of node.children) {
    const found = startOf(child, letters, own);
    if (found) return found;
  }
  return undefined;
}

function lettersOf({ content, background }: Slide): string[] {
  const letters = new Set<string>();
  walk({ type: 'root', children: [...content, ...background] }, (node: Nodes) => {
    if (node.type === 'text') for (const letter of node.value) letters.add(letter);
  });
  return [...letters];
}
