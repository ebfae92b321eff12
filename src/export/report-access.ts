import type { ExportJob } from './export-job.ts';

const RULE = 'pdf-access';

/** Tells why a PDF does not claim to be accessible to everyone. */
export function reportAccess(
  { deck, file }: Pick<ExportJob, 'deck' | 'file'>,
  path: string,
  faults: readonly string[],
): void {
  if (faults.length === 0 || deck.meta.check.get(RULE)?.severity === 'off') return;
  const message = file.message(`${path} does not claim PDF/UA-1: ${faults.join('; ')}`, {
    ruleId: RULE,
    source: 'lectern',
  });
  message.fatal = undefined;
}
