import { reportAs } from '../../../model/messages.ts';
import type { ExportJob } from '../../export-job.ts';
import { LAYOUT_ROWS, type LayoutKey } from '../layout-names.ts';
import type { MatchedLayout } from './match-layout.ts';
import type { Template } from './template.ts';

const RULE = 'pptx-template';

/** Reports layouts of slides that the template does not have, in one message. */
export function reportLayouts(
  { deck, file, settings }: ExportJob,
  { name }: Template,
  used: ReadonlyMap<LayoutKey, MatchedLayout>,
): void {
  const setting = settings.get(RULE);
  if (setting?.severity === 'off') return;
  const missing = [...used].filter(([, { exact }]) => !exact);
  if (missing.length === 0) return;
  const pairs = missing.map(([key, { layout }]) => `“${layout.name}” for “${LAYOUT_ROWS[key].name}”`);
  const reason = `The template “${name}” lacks layouts that slides have, which use others: ${pairs.join(', ')}`;
  reportAs(setting?.severity ?? 'info', file, reason, { place: deck.meta.positions.get('pptx'), ruleId: RULE });
}
