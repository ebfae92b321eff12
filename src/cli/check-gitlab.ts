import { createHash } from 'node:crypto';
import type { CheckReport } from '../app/check.ts';
import { checkMessages } from './check-messages.ts';
import { inRepository } from './environment.ts';

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const;

/** A finding in a report of GitLab's Code Quality. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
interface CodeQualityFinding {
  description: string;
  check_name: string;
  /** Finds the same finding again in another commit, where its line is another. */
  fingerprint: string;
  severity: (typeof SEVERITIES)[keyof typeof SEVERITIES];
  location: { path: string; lines: { begin: number; end?: number } };
}

/** Formats a check as a report of GitLab's Code Quality. */
export function checkGitlab({ decks }: CheckReport): string {
  const seen = new Map<string, number>();
  const findings = decks.flatMap(checkMessages).map((message): CodeQualityFinding => {
    const { file, severity, line, endLine, reason, rule } = message;
    const name = rule ?? 'other';
    const path = inRepository(file);
    const same = [path, name, reason].join('\0');
    const count = seen.get(same) ?? 0;
    seen.set(same, count + 1);
    return {
      description: reason,
      check_name: name,
      fingerprint: createHash('sha256').update(`${same}\0${count}`).digest('hex'),
      severity: SEVERITIES[severity],
      location: { path, lines: { begin: line ?? 1, ...(endLine !== null && { end: endLine }) } },
    };
  });
  return JSON.stringify(findings, null, 2);
}
