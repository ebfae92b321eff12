import type { Page } from 'puppeteer-core';
import { mermaidConfiguration, type MermaidConfiguration } from '../draw/mermaid-theme.ts';
import { withTokens } from '../draw/palette.ts';
import { stopClock } from '../draw/stop-clock.ts';
import type { Drawn, DrawingProblem } from '../model/drawing.ts';

export interface MermaidOptions {
  /** Text of mermaid.min.js. */
  script: string;
  /** `@font-face` rules with their files inside. */
  fonts: string;
  /** CSS `font-family` of labels. */
  family: string;
}

/** What a diagram says can load nothing and run nothing in the page, whatever Mermaid makes of it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/**
 * Makes a page ready to draw Mermaid diagrams: it reaches nothing, has the theme's fonts to measure with, and its clock
 * stands still, since a drawing is the same whenever it is made.
 */
export async function openMermaidPage(page: Page, { script, fonts, family }: MermaidOptions): Promise<void> {
  await page.setOfflineMode(true);
  await page.setContent(
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>${fonts} body{font-family:${family};font-variant-ligatures:no-contextual}</style><p>mermaid</p>`,
  );
  await page.evaluate(`(${stopClock.toString()})(globalThis)`);
  await page.evaluate(script);
  await page.evaluate(`(${keepWordsWhole.toString()})(${LONGEST}, ${JSON.stringify(IDEOGRAPHS)})`);
  await page.evaluate(`Promise.all([...document.fonts].map((font) => font.load().catch(() => {})))`);
}

/** Draws a diagram in a page that `openMermaidPage` made ready. */
export async function drawMermaid(page: Page, source: string, family: string): Promise<Drawn | DrawingProblem> {
  const diagram: DiagramSource = {
    source,
    family,
    least: LINE,
    most: LONGEST,
    ideographs: IDEOGRAPHS,
    configuration: mermaidConfiguration(family),
  };
  const result = (await page.evaluate(
    `(${renderInPage.toString()})(globalThis.mermaid, ${JSON.stringify(diagram)})`,
  )) as MermaidResult;
  if ('message' in result) return problemOf(result.message);
  return { markup: cleaned(result.svg, family), description: result.labels.join(', ') };
}

type MermaidResult = { svg: string; labels: string[] } | { message: string };

interface DiagramSource {
  source: string;
  family: string;
  /** px of a line, at least. */
  least: number;
  /** Letters of a word that is never broken, at most. */
  most: number;
  /** A regular expression of letters that words need no blanks between. */
  ideographs: string;
  configuration: MermaidConfiguration;
}

/** px at which labels go on in the next line. */
const LINE = 280;

interface Mermaid {
  initialize: (configuration: object) => void;
  parse: (source: string) => Promise<unknown>;
  render: (id: string, source: string) => Promise<{ svg: string }>;
}

/** Letters of a word that is never broken, at most. */
const LONGEST = 80;

const IDEOGRAPHS = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]`;

/**
 * Runs in the page. Mermaid breaks words of edge labels at 200 px, which no setting changes: a word that stands alone in
 * its line is measured as narrower, so it stays whole. Ideographs break anywhere, as they do in text.
 */
function keepWordsWhole(longest: number, ideographs: string): void {
  const breaking = new RegExp(String.raw`\s|${ideographs}`, 'u');
  const measure = SVGTextContentElement.prototype.getComputedTextLength;
  SVGTextContentElement.prototype.getComputedTextLength = function measured(): number {
    const width = measure.call(this);
    const words = this.textContent ?? '';
    // Other labels are made smaller by their width.
    if (!this.classList.contains('text-outer-tspan')) return width;
    const breaks = words.length >= longest || breaking.test(words);
    return breaks ? width : Math.min(width, 200);
  };
}

/** Runs in the page. */
async function renderInPage(mermaid: Mermaid, diagram: DiagramSource): Promise<MermaidResult> {
  const { source, family, least, configuration } = diagram;
  const cjk = new RegExp(diagram.ideographs, 'u');
  // Mermaid names commits by chance; the same source is to give the same drawing.
  let seed = 1;
  Math.random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  // Mermaid breaks words that are longer than a line, so a line is as long as the longest word.
  const pen = document.createElement('canvas').getContext('2d');
  if (pen) pen.font = `16px ${family}`;
  const words = source.split(/[\s[\](){}|"<>]+/).filter((word) => word.length < diagram.most && !cjk.test(word));
  const longest = Math.max(least, ...words.slice(0, 5000).map((word) => pen?.measureText(word).width ?? 0));
  const wrappingWidth = Math.ceil(longest * 1.05);
  const { flowchart, class: classes } = configuration;
  mermaid.initialize({
    ...configuration,
    flowchart: { ...flowchart, wrappingWidth },
    class: { ...classes, wrappingWidth },
    state: { wrappingWidth },
  });
  try {
    await mermaid.parse(source);
    const { svg } = await mermaid.render('lectern', source);
    const box = document.createElement('div');
    box.innerHTML = svg;
    document.body.append(box);
    // Names of states hang at the left edge of their boxes where labels are SVG.
    for (const label of box.querySelectorAll<SVGGraphicsElement>('.statediagram-state > .label')) {
      const { x, width, y, height } = label.getBBox();
      label.setAttribute('transform', `translate(${-(x + width / 2)}, ${-(y + height / 2)})`);
    }
    // The line of today says something else every day.
    for (const today of box.querySelectorAll('.today')) today.remove();
    box.remove();
    const markup = box.querySelector('svg')?.outerHTML ?? '';
    // Lines of a label are one text.
    for (const row of box.querySelectorAll('.text-outer-tspan + .text-outer-tspan')) {
      if (!cjk.test((row.textContent ?? '').slice(0, 1))) row.prepend(' ');
    }
    const texts = [...box.querySelectorAll('text, .nodeLabel')].map((node) => (node.textContent ?? '').trim());
    // Text is looked for twice, as SVG and as HTML: each label counts once.
    const labels = [...new Set(texts.map((words) => words.replace(/\s+/g, ' ')).filter(Boolean))];
    return { svg: markup, labels };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

function problemOf(message: string): DrawingProblem {
  const line = /on line (\d+)/i.exec(message)?.[1];
  const expecting = /Expecting (.+?), got '([^']+)'/s.exec(message);
  const first =
    message
      .split('\n', 1)[0]
      ?.replace(/ on line \d+:?\s*/i, '')
      .replace(/[.:…\s]+$/, '') ?? '';
  const problem = expecting ? `Mermaid did not expect ${expecting[2]} here` : first || 'Mermaid cannot draw it';
  return { problem, ...(line && { line: Number(line) }) };
}

/** Sizes in the style sheet that Mermaid puts into the SVG hold for it alone; the font is the slide's. */
function cleaned(svg: string, family: string): string {
  // Mermaid takes the blanks behind commas out of its style sheet, and writes attributes as they are.
  const compact = family.replaceAll(/,\s+/g, ',');
  const plain = [family, compact, family.replaceAll('"', '&quot;')]
    .reduce((text, written) => text.replaceAll(written, 'inherit'), svg)
    .replaceAll(/<br>/g, '<br/>')
    .replace(/ style="[^"]*max-width:[^"]*"/, '');
  return withTokens(plain);
}
