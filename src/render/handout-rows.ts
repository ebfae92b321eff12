import type { Slide } from '../model/deck.ts';
import type { HandoutSettings } from '../model/handout.ts';
import { LAYOUTS } from '../model/layouts.ts';
import type { PaperGrid } from './handout-grid.ts';

/** Slides that stand side by side on paper, or a whole page of them. */
export interface HandoutRow {
  /**
   * `noted` slides have notes or lines; `bare` ones have none, and stand between such in twos; `small` is a divider among
   * them; `sheet` is a page of slides alone.
   */
  kind: 'noted' | 'bare' | 'small' | 'sheet';
  slides: Slide[];
  /** Starts a page. */
  opens: boolean;
}

interface RowOptions extends Pick<HandoutSettings, 'sections'> {
  grid: Pick<PaperGrid, 'columns' | 'rows' | 'rowHeight' | 'notes'>;
}

/** Groups slides into rows; where sections start new pages, the last row before one may be shorter. */
export function handoutRows(slides: readonly Slide[], { grid, sections }: RowOptions): HandoutRow[] {
  const { columns, rowHeight, notes } = grid;
  const isSheet = notes === 'none';
  const isFlowing = notes === 'beside' && rowHeight === 0;
  const rows: HandoutRow[] = [];
  for (const slide of slides) {
    const last = rows.at(-1);
    const opens = sections && slide.opensSection && last !== undefined;
    const kind = isSheet ? 'sheet' : isFlowing && slide.notes.length === 0 ? 'bare' : 'noted';
    const room = kind === 'sheet' ? columns * grid.rows : kind === 'bare' ? PAIR : columns;
    if (last?.kind === kind && !opens && last.slides.length < room) last.slides.push(slide);
    else rows.push({ kind, slides: [slide], opens: opens || (isSheet && last !== undefined) });
  }
  for (const row of rows) if (isSmall(row)) row.kind = 'small';
  return rows;
}

/** Bare slides in a row. */
const PAIR = 2;

/** A heading alone needs little room. */
function isSmall({ kind, slides: [slide, ...others] }: HandoutRow): boolean {
  if (kind !== 'bare' || !slide || others.length > 0) return false;
  return LAYOUTS[slide.settings.layout].headingAlone === true;
}
