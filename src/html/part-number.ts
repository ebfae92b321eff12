import type { ElementContent } from 'hast';
import type { SectionPlace } from '../model/deck.ts';
import { isHeading } from './elements.ts';

/** Words for parts of a talk or book, in the languages that most decks are in. */
const PART =
  'part|chapter|section|unit|lesson|module|teil|kapitel|abschnitt|lektion|partie|chapitre|parte|capítulo|capitolo|unidad|sezione|deel|hoofdstuk|część|rozdział|část|kapitola|del|часть|глава|частина|розділ';
const NUMBERED = new RegExp(
  String.raw`^(?:(?:${PART})\s+(\d{1,2}|[IVX]{1,5})(?:\s*[:.–—-]\s+|\s*[:.])|(\d{1,2})[.):]\s+)(?=\S)`,
  'iu',
);
const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

interface Numbered {
  content: ElementContent[];
  place: SectionPlace | undefined;
}

/**
 * Leaves out a number that an author wrote before the title of a section, as in “Part 2: How it began”, since themes show
 * the number of a section. Where the two differ, the author's number is the one that is shown.
 */
export function withOneNumber(content: ElementContent[], place: SectionPlace | undefined): Numbered {
  const [heading, ...others] = content;
  const first = heading?.type === 'element' && isHeading(heading) ? heading.children[0] : undefined;
  const found = first?.type === 'text' ? NUMBERED.exec(first.value) : null;
  if (!place || !found || heading?.type !== 'element' || first?.type !== 'text') return { content, place };
  const written = (found[1] ?? found[2] ?? '').toLowerCase();
  if (written !== String(place.number) && written !== ROMAN[place.number]) return { content, place: undefined };
  const rest = { ...first, value: first.value.slice(found[0].length) };
  return { content: [{ ...heading, children: [rest, ...heading.children.slice(1)] }, ...others], place };
}
