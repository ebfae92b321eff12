/**
 * Makes the benchmark's decks: the same number gives the same bytes. Plain CommonMark and GFM, one `#` heading and a
 * rule per slide, so that other tools can be timed on them too. Eight kinds of slide; ten images, three of them like
 * photos.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PNG } from 'pngjs';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomNumbers(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const ACTORS = [
  'The compiler',
  'A reader',
  'Each test',
  'The release',
  'An editor',
  'Our archive',
  'The pool',
  'A student',
];
const DEEDS = ['collects', 'orders', 'checks', 'repeats', 'explains', 'shortens', 'moves', 'compares'];
const THINGS = [
  'every page of the draft',
  'the oldest of three copies',
  'what nobody asked for',
  'a list of open questions',
  'the résumé of the day',
];
const ENDS = [
  'before lunch',
  'in the order of arrival',
  'without a word',
  'as long as it takes',
  'when the bell rings',
  '– as a rule, twice',
];
const TOPICS = ['Drafting', 'Proofs', 'Margins', 'Binding', 'Delivery', 'Archives', 'Indexes', 'Errata'];
const FIGURES = ['pages an hour', 'mean delay', 'share of reprints', 'open questions', 'words a line'];

const sentence = (): string => `${pick(ACTORS)} ${pick(DEEDS)} ${pick(THINGS)} ${pick(ENDS)}.`;
const link = (): string => `[${pick(FIGURES)}](https://example.org/${pick(TOPICS).toLowerCase()}/${between(1, 999)})`;
const line = (): string =>
  pick([
    sentence,
    sentence,
    () => `**${pick(FIGURES)}**: ${sentence()}`,
    () => `${sentence()} See ${link()}.`,
    () => `*${pick(TOPICS)}* – ${sentence()}`,
  ])();

const CODE: Record<string, () => string> = {
  ts: () =>
    `export function page(lines: string[], size = ${between(20, 60)}): string[][] {\n  const pages: string[][] = [];\n  for (let at = 0; at < lines.length; at += size) {\n    pages.push(lines.slice(at, at + size)); // the last may be short\n  }\n  return pages;\n}`,
  python: () =>
    `def shares(counts: dict[str, int]) -> dict[str, float]:\n    """Each count as a part of all."""\n    total = sum(counts.values()) or ${between(1, 9)}\n    return {name: n / total for name, n in counts.items()}\n\nprint(shares({"a": ${between(1, 90)}, "b": ${between(1, 90)}}))`,
  bash: () =>
    `set -eu\nfor file in drafts/*.md; do\n  words=$(wc -w < "$file")\n  if [ "$words" -gt ${between(100, 900)} ]; then\n    echo "$file is long: $words"\n  fi\ndone`,
  sql: () =>
    `SELECT author, COUNT(*) AS pages, AVG(words) AS mean\nFROM drafts\nWHERE changed > DATE '2025-0${between(1, 9)}-01'\nGROUP BY author\nHAVING COUNT(*) > ${between(2, 30)}\nORDER BY mean DESC;`,
};
const LANGUAGES = Object.keys(CODE);
const code = (index: number): string => {
  const language = LANGUAGES[index % LANGUAGES.length] ?? 'ts';
  return `\`\`\`${language}\n${CODE[language]?.() ?? ''}\n\`\`\`\n`;
};

const PICTURES = ['photo', 'flat', 'drawing'].flatMap((kind) =>
  times(3, (index) => `${kind}${index}.${kind === 'drawing' ? 'svg' : 'png'}`),
);

const SLIDES: ((index: number) => string)[] = [
  () => times(between(4, 6), () => `- ${line()}`).join('\n'),
  () => times(between(3, 5), (item) => `${item + 1}. ${line()}`).join('\n'),
  () => `${line()} ${line()}\n\n${line()} ${sentence()}`,
  (index) => `${sentence()}\n\n${code(index)}`,
  () =>
    `| Figure | Before | After |\n| :-- | --: | --: |\n${times(between(4, 6), () => `| ${pick(FIGURES)} | ${between(1, 900)} | ${between(1, 900)} |`).join('\n')}\n\n${sentence()}`,
  () => `> ${sentence()} ${sentence()}\n>\n> *${pick(TOPICS)}, ${between(1900, 2020)}*\n\n${line()}`,
  (index) => `### ${pick(FIGURES)}\n\n- ${line()}\n- ${line()}\n\n${code(index)}`,
  () => times(between(3, 5), () => `- ${line()}\n  - ${sentence()}`).join('\n'),
  () => `![${pick(TOPICS)}](images/${pick(PICTURES)})\n\n${sentence()}`,
];

/** Writes `deck.md` of that many slides and its images into a folder. */
export async function writeBenchDeck(folder: string, slides: number): Promise<string> {
  await mkdir(path.join(folder, 'images'), { recursive: true });
  for (let index = 0; index < 3; index += 1) {
    await writeFile(path.join(folder, `images/photo${index}.png`), photo(index));
    await writeFile(path.join(folder, `images/flat${index}.png`), flat(index));
    await writeFile(path.join(folder, `images/drawing${index}.svg`), drawing(index));
  }
  const title = `# Notes from the press\n\nA deck of ${slides} slides\n`;
  const rest = times(
    slides - 1,
    (index) => `# ${index + 2}. ${pick(TOPICS)}\n\n${SLIDES[(index * 5) % SLIDES.length]?.(index) ?? ''}\n`,
  );
  const deck = path.join(folder, 'deck.md');
  await writeFile(deck, [title, ...rest].join('\n---\n\n'));
  return deck;
}

/** Writes `deck.md` with a photo of its own on each slide. */
export async function writePhotoDeck(folder: string, slides: number): Promise<string> {
  await mkdir(path.join(folder, 'images'), { recursive: true });
  const parts: string[] = [];
  for (let index = 0; index < slides; index += 1) {
    await writeFile(path.join(folder, `images/photo${index}.png`), photo(index));
    parts.push(`# Photo ${index + 1}\n\n![A field](images/photo${index}.png)\n\n${sentence()}\n`);
  }
  const deck = path.join(folder, 'deck.md');
  await writeFile(deck, parts.join('\n---\n\n'));
  return deck;
}

function photo(index: number): Buffer {
  const noise = randomNumbers(100 + index);
  return picture(1600, 900, (x, y) => {
    const grain = noise() * 16;
    const horizon = 520 + Math.sin((x + 300 * index) / 190) * 45;
    return y > horizon
      ? [70 + grain, 105 + grain + y / 30, 65 + grain]
      : [130 + grain + y / 9, 165 + grain + y / 14, 220 + grain];
  });
}

function flat(index: number): Buffer {
  const next = randomNumbers(200 + index);
  const bars = times(10, next);
  return picture(1280, 720, (x, y) => {
    const bar = bars[Math.floor(x / 128)] ?? 0;
    return x % 128 > 24 && 690 - y < bar * 620 && y < 690 ? [45 + index * 40, 115, 190] : [255, 255, 255];
  });
}

function picture(width: number, height: number, colour: (x: number, y: number) => [number, number, number]): Buffer {
  const png = new PNG({ width, height, colorType: 2 });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue] = colour(x, y);
      png.data.set([red, green, blue, 255], (y * width + x) * 4);
    }
  }
  return PNG.sync.write(png, { colorType: 2 });
}

function drawing(index: number): string {
  const next = randomNumbers(300 + index);
  const boxes = times(5, (box) => {
    const y = Math.round(40 + next() * 260);
    return `<rect x="${20 + box * 155}" y="${y}" width="120" height="80" rx="8" fill="hsl(${Math.floor(next() * 360)} 50% 80%)" stroke="#333"/><text x="${80 + box * 155}" y="${y + 46}" text-anchor="middle">Step ${box + 1}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 420" width="800" height="420" font-family="sans-serif" font-size="18">${boxes.join('')}</svg>\n`;
}
