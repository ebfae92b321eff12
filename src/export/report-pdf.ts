import type { FinishedPdf } from '../pdf/finish-pdf.ts';
import { reportAs } from '../model/messages.ts';
import type { ExportJob } from './export-job.ts';
import type { RuleId } from '../model/rule-ids.ts';

/** Reports what a PDF lacks: everything that is added after printing, or what makes it accessible to everyone. */
export function reportPdf(
  { settings, file }: Pick<ExportJob, 'settings' | 'file'>,
  path: string,
  { accessFaults, unfinished }: Pick<FinishedPdf, 'accessFaults' | 'unfinished'>,
): void {
  const report = (severity: 'warning' | 'info', ruleId: RuleId, reason: string): void => {
    const set = settings.get(ruleId)?.severity ?? severity;
    if (set !== 'off') reportAs(set, file, reason, { place: undefined, ruleId });
  };
  if (unfinished !== undefined) {
    const lacking = 'bookmarks, metadata, page labels and notes are missing';
    const reason = `${path} is as the browser printed it, and ${lacking}: Lectern cannot read its PDF, since ${unfinished}`;
    report('warning', 'pdf-unfinished', `${reason}. Print with another browser; “lectern doctor” lists those found`);
  }
  if (accessFaults.length > 0)
    report('info', 'pdf-access', `${path} does not claim PDF/UA-1: ${accessFaults.join('; ')}`);
}
