import path from 'node:path';
import type { BuildReport } from '../build.ts';

/** The report of a build as JSON, for other programs. */
export function jsonReport({ decks, ok }: BuildReport): string {
  const report = {
    ok,
    decks: decks.map(({ file, included, slides, outputs, error }) => ({
      deck: file.path,
      slides,
      outputs: outputs.map((output) => path.relative('', output)),
      messages: [file, ...included].flatMap((source) =>
        source.messages.map(({ reason, ruleId, line, column, fatal }) => ({
          file: source.path,
          severity: fatal ? 'error' : 'warning',
          line: line ?? null,
          column: column ?? null,
          reason,
          rule: ruleId ?? null,
        })),
      ),
      ...(error && { error: { code: error.code, reason: error.message, advice: error.advice } }),
    })),
  };
  return JSON.stringify(report, null, 2);
}
