import type { CheckedDeck } from '../app/check.ts';
import type { Box } from '../check/rule.ts';
import { severityOf, type Severity } from '../model/check-settings.ts';
import { ruleOf } from '../model/messages.ts';
import { rulePage } from '../model/rule-ids.ts';

/** A message of a check, for other programs. */
export interface CheckMessage {
  file: string;
  severity: Severity;
  line: number | null;
  column: number | null;
  endLine: number | null;
  endColumn: number | null;
  rule: string | null;
  /** The page about the rule, from the root of the package; `lectern docs RULE` prints it. */
  docs: string | null;
  reason: string;
  /** From 1, in the deck's order; `null` for what is about no slide. */
  slide: number | null;
  /** Where on the slide, in its px. */
  boxes: Box[];
}

/** Merges the messages of the compiler and the findings of the rules for one deck. */
export function checkMessages({ file, included, findings, order }: CheckedDeck): CheckMessage[] {
  return [file, ...included].flatMap((source) =>
    source.messages.map((message): CheckMessage => {
      const { reason, line, column, place, fatal } = message;
      const rule = ruleOf(message);
      const end = place && 'end' in place ? place.end : undefined;
      const its = findings.find(
        (finding) =>
          finding.file === source &&
          finding.ruleId === (rule ?? 'other') &&
          finding.place?.start.line === line &&
          finding.place?.start.column === column &&
          reason.startsWith(finding.reason),
      );
      return {
        file: source.path,
        severity: severityOf(fatal),
        line: line ?? null,
        column: column ?? null,
        endLine: end?.line ?? null,
        endColumn: end?.column ?? null,
        rule: rule ?? null,
        docs: rulePage(rule),
        reason,
        slide: its?.slide ? order.indexOf(its.slide) + 1 : null,
        boxes: its?.boxes ?? [],
      };
    }),
  );
}
