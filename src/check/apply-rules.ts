import type { VFile } from 'vfile';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Finding, Report, Rule } from './rule.ts';

/** A rule of a project failed; the other rules still run. */
export class RuleFailure extends Error {}

const FAILURE = 'failure';

/**
 * Runs rules over facts.
 *
 * @param facts - their file takes findings that name no other one.
 * @param settings - turn rules off, and change their severities and numbers.
 * @returns findings in the order of the rules.
 */
export async function applyRules<Facts extends { file: VFile }>(
  rules: readonly Rule<Facts>[],
  facts: Facts,
  settings: CheckSettings,
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const rule of rules) {
    const setting = settings.get(rule.id);
    if (setting?.severity === 'off') continue;
    const own = collector(rule, facts.file, setting?.severity);
    try {
      await rule.check(facts, own.report, setting?.options);
    } catch (error) {
      if (!(error instanceof RuleFailure)) throw error;
      own.report(error.message, { kind: FAILURE });
    }
    found.push(...own.findings());
  }
  return found;
}

/** Collects the findings of a rule: the same problem after several steps, or of several texts of one element, is one. */
function collector(
  rule: Pick<Rule, 'id' | 'severity'>,
  usualFile: VFile,
  severity: Finding['severity'] | undefined,
): { report: Report; findings: () => Finding[] } {
  const found = new Map<string, Finding>();
  const report: Report = (reason, { slide, place, boxes = [], step, kind = '', file, fix, severity: usual }) => {
    const start = place?.start ?? slide?.position?.start;
    const key = [kind, slide?.id, start?.line, start?.column].join('|');
    const known = found.get(key);
    if (known) {
      if (known.step === step) known.boxes.push(...boxes);
      // Seen in the slide's last state as well, it needs no word about steps.
      if (step === slide?.steps) known.step = undefined;
      return;
    }
    found.set(key, {
      ruleId: kind === FAILURE ? 'plugin' : rule.id,
      severity: kind === FAILURE ? 'error' : (severity ?? usual ?? rule.severity),
      reason,
      file: file ?? slide?.file ?? usualFile,
      place: start && { start, end: place?.end ?? start },
      slide,
      boxes: [...boxes],
      step: step === slide?.steps ? undefined : step,
      fix,
    });
  };
  return { report, findings: () => [...found.values()] };
}
