import type { HandoutSettings } from '../model/handout.ts';
import { LAYOUTS } from '../model/layouts.ts';
import type { PaperGrid } from './handout-grid.ts';
import type { DeckPage } from './pages.ts';

/** Slides that are side by side on paper, or a whole page of them. */
export interface HandoutRow {
  /**
   * `noted` slides have notes or lines; `bare` ones have none, and are between such in twos; `small` is a divider among
   * them; `states` are the steps of the slide that comes next; `sheet` is a page of slides alone.
   */
  kind: 'noted' | 'bare' | 'small' | 'states' | 'sheet';
  /** A slide in one of its states, as a page of its own would show it. */
  slides: DeckPage[];
  /** Starts a page. */
  opens: boolean;
}

interface RowOptions extends Pick<HandoutSettings, 'sections'> {
  grid: Pick<PaperGrid, 'columns' | 'rows' | 'rowHeight' | 'notes'>;
}

/** Groups slides into rows; where sections start new pages, the last row before one may be shorter. */
export function handoutRows(pages: readonly DeckPage[], { grid, sections }: RowOptions): HandoutRow[] {
  const { columns, rowHeight, notes } = grid;
  const isFlowing = notes === 'beside' && rowHeight === 0;
  const room = { sheet: columns * grid.rows, states: STATES, bare: PAIR, noted: columns, small: 1 };
  const kindOf = ({ slide, step }: DeckPage): HandoutRow['kind'] => {
    if (notes === 'none') return 'sheet';
    if (step < slide.steps) return 'states';
    return isFlowing && slide.notes.length === 0 ? 'bare' : 'noted';
  };
  const rows: HandoutRow[] = [];
  for (const page of pages) {
    const last = rows.at(-1);
    const kind = kindOf(page);
    const opens = sections && page.first && page.slide.opensSection && last !== undefined;
    const isOther = kind === 'states' && last?.slides[0]?.slide !== page.slide;
    if (last?.kind === kind && !opens && !isOther && last.slides.length < room[kind]) last.slides.push(page);
    else rows.push({ kind, slides: [page], opens: opens || (kind === 'sheet' && last !== undefined) });
  }
  for (const row of rows) if (isSmall(row)) row.kind = 'small';
  return rows;
}

/** Bare slides in a row, and states of a slide. */
const [PAIR, STATES] = [2, 3];

/** A heading alone needs little room. */
function isSmall({ kind, slides: [page, ...others] }: HandoutRow): boolean {
  if (kind !== 'bare' || !page || others.length > 0) return false;
  return LAYOUTS[page.slide.settings.layout].headingAlone === true;
}
