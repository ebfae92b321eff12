import type { ExportJob } from './export-job.ts';

const RULE = 'pdf-access';

/** Tells why a PDF does not claim to be accessible to everyone. */
export function reportAccess(
  { settings, file }: Pick<ExportJob, 'settings' | 'file'>,
  path: string,
  faults: readonly string[],
): void {
  if (faults.length === 0 || settings.get(RULE)?.severity === 'off') return;
  const message = file.message(`${path} does not claim PDF/UA-1: ${faults.join('; ')}`, {
    ruleId: RULE,
    source: 'lectern',
  });
  message.fatal = undefined;
}
