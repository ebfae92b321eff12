import { common, paddingOf } from './common.ts';
import type { Marker, Measured, MeasuredCode, Paragraph, Run } from './measured.ts';
import { boxOn, round, seenColour, type Page } from './page.ts';
import { paintOf } from './paint.ts';
import { paragraphOf } from './paragraphs.ts';
import { keptRunsOf } from './runs.ts';
import { UNPAINTED } from './unpainted.ts';

/** Measures a block of code: each line is a paragraph. */
export function codeBlock(page: Page, element: Element): Measured[] {
  const style = getComputedStyle(element);
  const code = element.querySelector(':scope > code') ?? element;
  const whole = paragraphOf(page, code, [...code.childNodes]);
  const lines = [...code.querySelectorAll('.code-line')];
  const blanks = ' '.repeat(Number.parseInt(style.tabSize, 10) || 4);
  const untabbed = (run: Run): Run => ({ ...run, text: run.text.replaceAll('\t', blanks) });
  const own = lines.length > 0 ? linesOf(page, element, lines) : splitLines(keptRunsOf(page, [...code.childNodes]));
  const paragraphs = whole
    ? own.map(({ runs, marker }, index): Paragraph => {
        const y = round(whole.box.y + index * whole.leading);
        const box = { ...whole.box, y, height: whole.leading };
        return Object.assign({}, whole, {
          box,
          lines: 1,
          lineRoom: undefined,
          runs: runs.map(untabbed),
          marker,
          tag: 'code',
        });
      })
    : [];
  return [
    {
      ...common(page, element, style),
      kind: 'code',
      paint: paintOf(page, element, style) ?? UNPAINTED,
      paragraphs,
      bands: lines.flatMap((line) => bandOf(page, line)),
      padding: paddingOf(page, element, style),
    },
  ];
}

interface Line {
  runs: Run[];
  marker: Marker | undefined;
}

function linesOf(page: Page, block: Element, lines: readonly Element[]): Line[] {
  const isNumbered = block.matches('.numbered');
  const from = Number.parseInt(getComputedStyle(block).getPropertyValue('--deck-line-from'), 10) || 0;
  return lines.map((line, index) => {
    const runs = keptRunsOf(page, [...line.childNodes]).filter(({ text }) => text !== '\n');
    if (!isNumbered) return { runs, marker: undefined };
    const colour = seenColour(page, getComputedStyle(line, '::before').color) ?? '#808080';
    const { paddingInlineStart } = getComputedStyle(line);
    const zoom = line.currentCSSZoom / page.slide.currentCSSZoom;
    const out = line.getBoundingClientRect().left - (line.parentElement ?? line).getBoundingClientRect().left;
    const indent = round(Number.parseFloat(paddingInlineStart) * zoom + out);
    return { runs, marker: { text: undefined, number: { value: from + 1 + index, style: 'plain' }, colour, indent } };
  });
}

function bandOf(page: Page, line: Element): MeasuredCode['bands'] {
  const colour = seenColour(page, getComputedStyle(line).backgroundColor);
  return colour ? [{ box: boxOn(page, line.getBoundingClientRect()), colour }] : [];
}

function splitLines(runs: readonly Run[]): Line[] {
  const lines: Line[] = [{ runs: [], marker: undefined }];
  for (const run of runs) {
    if (run.text === '\n') lines.push({ runs: [], marker: undefined });
    else lines.at(-1)?.runs.push(run);
  }
  if (lines.at(-1)?.runs.length === 0) lines.pop();
  return lines;
}
