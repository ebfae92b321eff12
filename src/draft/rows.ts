import { spokenSeconds, type Pace } from './pace.ts';
import { pieceText } from './piece.ts';
import type { Plan, PlannedSlide } from './planned.ts';
import type { Lines } from './words.ts';

/** The report of a draft on one of its slides. */
export interface DraftRow {
  title: string;
  /** Of the article, as in `12–14`. */
  lines: string;
  why: string;
  seconds: number;
  /** Opens a section. */
  opens: boolean;
}

/** Lists the sections and slides of a plan with their times. */
export function rowsOf({ sections, closing }: Plan, pace: Pace): DraftRow[] {
  const secondsOf = (slide: PlannedSlide): number => Math.round(pace.secondsOf(slide) ?? spokenSeconds(slide));
  const rowOf = (slide: PlannedSlide): DraftRow => ({
    title: titleOf(slide),
    lines: linesText(slide.lines),
    why: `${slide.form}: ${slide.why}`,
    seconds: secondsOf(slide),
    opens: false,
  });
  const rows = sections.flatMap(({ section, divided, slides, notes }) => {
    const opening = divided && section.title ? Math.round(spokenSeconds({ notes })) : undefined;
    const sum = slides.reduce((all, slide) => all + secondsOf(slide), opening ?? 0);
    const head =
      opening === undefined
        ? []
        : [
            {
              title: `# ${section.title?.text ?? ''}`,
              lines: linesText(section.lines),
              why: '',
              seconds: sum,
              opens: true,
            },
          ];
    return [...head, ...slides.map(rowOf)];
  });
  return [...rows, ...(closing ? [{ ...rowOf(closing), opens: true }] : [])];
}

function titleOf({ content }: PlannedSlide): string {
  const { heading, body } = content;
  if (heading) return pieceText(heading);
  return body.kind === 'quote' ? `“${pieceText(body.words)}”` : '(no heading)';
}

function linesText({ from, to }: Lines): string {
  return from === to ? `${from}` : `${from}–${to}`;
}
