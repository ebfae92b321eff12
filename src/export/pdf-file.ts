import { finishPdf, type FinishedPdf, type FinishPdfOptions } from '../pdf/finish-pdf.ts';
import type { Deck } from '../model/deck.ts';
import { reportAs } from '../model/messages.ts';
import type { ExportedFile, ExportJob } from './export-job.ts';
import type { RuleId } from '../model/rule-ids.ts';

/**
 * Finishes a printed PDF, and reports what it lacks.
 *
 * @param path - below the output folder.
 */
export function finishedPdf(
  job: Pick<ExportJob, 'deck' | 'settings' | 'file' | 'epoch'>,
  { path, bytes }: { path: string; bytes: Uint8Array },
  options: Omit<FinishPdfOptions, 'epoch'>,
): ExportedFile {
  const { deck, epoch = dateOf(deck) } = job;
  const finished = finishPdf(bytes, deck, { ...options, epoch });
  reportPdf(job, path, {
    ...finished,
    asked: [...(options.grey ? ['grey'] : []), ...(options.booklet ? ['a booklet'] : [])],
  });
  return { path, bytes: finished.bytes };
}

/**
 * Returns seconds since 1970 for dates inside files; `undefined` where the front matter has no date. The clock is never
 * used.
 */
export function dateOf({ meta }: Deck): number | undefined {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(meta.date) ? Date.parse(meta.date) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}

/** Reports what a PDF lacks: everything that is added after printing, or what makes it accessible to everyone. */
function reportPdf(
  { settings, file }: Pick<ExportJob, 'settings' | 'file'>,
  path: string,
  { accessFaults, unfinished, asked }: Pick<FinishedPdf, 'accessFaults' | 'unfinished'> & { asked: string[] },
): void {
  const report = (severity: 'warning' | 'info', ruleId: RuleId, reason: string): void => {
    const set = settings.get(ruleId)?.severity ?? severity;
    if (set !== 'off') reportAs(set, file, reason, { place: undefined, ruleId });
  };
  if (unfinished !== undefined) {
    const other = asked.length > 0 ? `, and it is not ${asked.join(' or ')}` : '';
    const lacking = `bookmarks, metadata, page labels and notes are missing${other}`;
    const reason = `${path} is as the browser printed it, and ${lacking}: Lectern cannot read its PDF, since ${unfinished}`;
    report('warning', 'pdf-unfinished', `${reason}. Print with another browser; “lectern doctor” lists those found`);
  }
  if (accessFaults.length > 0)
    report('info', 'pdf-access', `${path} does not claim PDF/UA-1: ${accessFaults.join('; ')}`);
}
