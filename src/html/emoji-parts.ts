/** The rendering of an emoji: images side by side, or letters where there is no image. */
export type EmojiParts = { pictures: { name: string; mirrored: boolean }[] } | { letters: string };

/** Emoji of several people that sets have no image of, as the people they show. */
const PEOPLE = new Map([
  ['👪', '👨👩👦'],
  ['👫', '👩👨'],
  ['👬', '👨👨'],
  ['👭', '👩👩'],
  ['💏', '👩❤👨'],
  ['💑', '👩❤👨'],
]);

const JOINER = '\u200D';

/**
 * Finds what to draw for an emoji.
 *
 * @param names - of images by their code points, as sets of icons have them.
 * @returns `undefined` where nothing stands for it.
 */
export function emojiParts(emoji: string, names: Readonly<Record<string, string>>): EmojiParts | undefined {
  const name = nameOf(emoji, names);
  if (name) return { pictures: [{ name, mirrored: false }] };
  const other = emoji.startsWith('👉') ? nameOf(emoji.replace('👉', '👈'), names) : undefined;
  if (other) return { pictures: [{ name: other, mirrored: true }] };
  const letters = flagLetters(emoji);
  if (letters) return { letters };
  const people = [...(PEOPLE.get(emoji) ?? '')];
  const found = (people.length > 0 ? people : emoji.split(JOINER)).map((part) => nameOf(part, names));
  if (found.length < 2 || found.includes(undefined)) return undefined;
  return { pictures: found.flatMap((part) => (part ? [{ name: part, mirrored: false }] : [])) };
}

/** Sets leave the variation selector out, or keep it; code points have four digits at least. */
function nameOf(emoji: string, names: Readonly<Record<string, string>>): string | undefined {
  const points = [...emoji].map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'));
  const keys = [points, points.filter((point) => point !== 'fe0f')].map((parts) => parts.join('-'));
  const key = keys.find((candidate) => Object.hasOwn(names, candidate));
  return key === undefined ? undefined : names[key];
}

/** The code of a country (two letters) or of a part of one (`ENG`), which flags are made of. */
function flagLetters(emoji: string): string | undefined {
  const points = [...emoji].map((character) => character.codePointAt(0) ?? 0);
  if (points.every((point) => point >= 0x1f1e6 && point <= 0x1f1ff)) {
    return String.fromCodePoint(...points.map((point) => point - 0x1f1e6 + 65));
  }
  const tags = points.filter((point) => point >= 0xe0061 && point <= 0xe007a);
  return tags.length > 2 ? String.fromCodePoint(...tags.slice(2).map((point) => point - 0xe0061 + 65)) : undefined;
}
