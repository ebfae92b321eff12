/** A slide that was seen in a recording. */
export interface RecordedSlide {
  slide: string;
  /** Ms from the beginning of the recording. */
  from: number;
}

/** Letters of a caption: two lines of what is usual on television. */
const LONGEST = 84;
const LINE = 42;

/**
 * Makes captions (WebVTT) of the notes of the slides that were seen: each slide's notes share its time, by their lengths. Notes of
 * a slide that was seen several times are where it was seen longest.
 *
 * @param until - ms that the recording lasts.
 * @param notesOf - the notes of a slide as plain text.
 */
export function captionsOf(
  seen: readonly RecordedSlide[],
  until: number,
  notesOf: (slide: string) => string,
  lang: string,
): string {
  const longest = new Map<string, { from: number; to: number }>();
  for (const [index, { slide, from }] of seen.entries()) {
    const to = seen[index + 1]?.from ?? until;
    const known = longest.get(slide);
    if (!known || to - from > known.to - known.from) longest.set(slide, { from, to });
  }
  const cues = [...longest].flatMap(([slide, { from, to }]) => {
    const parts = captionTexts(notesOf(slide), lang);
    const letters = parts.reduce((sum, part) => sum + part.length, 0);
    let at = from;
    return parts.map((part) => {
      const start = at;
      at += ((to - from) * part.length) / letters;
      return { start, end: at, text: part };
    });
  });
  const blocks = cues
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, end, text }) => `${timeText(start)} --> ${timeText(end)}\n${escape(lines(text, lang))}\n`);
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

/** Cuts a text into captions, at the ends of sentences where they are not too long. */
function captionTexts(text: string, lang: string): string[] {
  const captions: string[] = [];
  for (const { segment } of segments(text.replace(/\s+/g, ' ').trim(), lang, 'sentence')) {
    const sentence = segment.trim();
    const last = captions.at(-1);
    if (sentence === '') continue;
    if (last !== undefined && last.length + sentence.length < LONGEST)
      captions[captions.length - 1] = `${last} ${sentence}`;
    else captions.push(...pieces(sentence, LONGEST, lang));
  }
  return captions;
}

/** Cuts a text between words into pieces that are about as long as each other. */
function pieces(text: string, most: number, lang: string): string[] {
  if (text.length <= most) return [text];
  const aim = text.length / Math.ceil(text.length / most);
  const found: string[] = [];
  let piece = '';
  for (const { segment } of segments(text, lang, 'word')) {
    if (piece !== '' && (piece + segment).trim().length > most) {
      found.push(piece.trim());
      piece = '';
    }
    piece += segment;
    if (piece.length >= aim && /\s$/.test(piece)) {
      found.push(piece.trim());
      piece = '';
    }
  }
  return [...found, piece.trim()].filter(Boolean);
}

function lines(text: string, lang: string): string {
  return text.length > LINE ? pieces(text, Math.max(LINE, Math.ceil(text.length / 2) + 8), lang).join('\n') : text;
}

function segments(text: string, lang: string, granularity: 'word' | 'sentence'): Iterable<{ segment: string }> {
  try {
    return new Intl.Segmenter(lang, { granularity }).segment(text);
  } catch {
    return new Intl.Segmenter('en', { granularity }).segment(text);
  }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function timeText(ms: number): string {
  const whole = Math.round(ms);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const [hours, minutes, seconds] = [whole / 3_600_000, (whole / 60_000) % 60, (whole / 1000) % 60];
  return `${two(hours)}:${two(minutes)}:${two(seconds)}.${String(whole % 1000).padStart(3, '0')}`;
}
