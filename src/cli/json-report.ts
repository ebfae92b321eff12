import path from 'node:path';
import type { BuildReport } from '../app/build.ts';
import { severityOf, type Severity } from '../model/check-settings.ts';
import { ruleOf } from '../model/messages.ts';
import { LecternError } from '../model/errors.ts';

/** A report of a build for other programs, and for `lectern report`. */
export interface JsonReport {
  ok: boolean;
  /** The shard that the report is about. */
  shard?: { index: number; count: number; of: number };
  decks: JsonDeck[];
}

export interface JsonDeck {
  deck: string;
  /** Reports of earlier versions have none. */
  title?: string;
  slides: number;
  /** Seconds that it took. */
  seconds: number;
  /** Paths written. */
  outputs: string[];
  /** Outputs that could not be made; `error` says why. */
  failed: string[];
  messages: JsonMessage[];
  error?: { code: string; reason: string; advice: string };
}

interface JsonMessage {
  file: string;
  severity: Severity;
  line: number | null;
  column: number | null;
  reason: string;
  rule: string | null;
}

/** Formats the report of a build as JSON. */
export function jsonReport({ decks, ok }: BuildReport, shard: JsonReport['shard']): string {
  const report: JsonReport = {
    ok,
    ...(shard && { shard }),
    decks: decks.map(({ file, included, title, slides, outputs, failed, error, seconds }) => ({
      deck: file.path,
      title,
      slides,
      seconds: Math.round(seconds * 1000) / 1000,
      outputs: outputs.map((output) => path.relative('', output)),
      failed,
      messages: [file, ...included].flatMap((source) =>
        source.messages.map(({ reason, ruleId, source: by, line, column, fatal }) => ({
          file: source.path,
          severity: severityOf(fatal),
          line: line ?? null,
          column: column ?? null,
          reason,
          rule: ruleOf({ ruleId, source: by }) ?? null,
        })),
      ),
      ...(error && { error: { code: error.code, reason: error.message, advice: error.advice } }),
    })),
  };
  return JSON.stringify(report, null, 2);
}

/**
 * Reads such a report.
 *
 * @throws LecternError `USAGE`
 */
export function readReport(text: string, file: string): JsonReport {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    // Said below.
  }
  if (isReport(report)) return report;
  const { decks } = fieldsOf(report);
  if (Array.isArray(decks) && decks.some((deck) => fieldsOf(deck)['fixed'] !== undefined)) {
    throw new LecternError('USAGE', `${file} is a report of “lectern check”, expected one of “lectern build”`, {
      advice: '“lectern build --strict --json > report.json” checks the decks and writes one.',
    });
  }
  throw new LecternError('USAGE', `${file} is not a build report`, {
    advice: 'Write one with “lectern build --json > report.json”.',
  });
}

function isReport(value: unknown): value is JsonReport {
  const { ok, shard, decks } = fieldsOf(value);
  const { index, count, of } = fieldsOf(shard);
  const isShard = shard === undefined || [index, count, of].every(isCount);
  return typeof ok === 'boolean' && isShard && isListOf(decks, isDeck);
}

function isDeck(value: unknown): boolean {
  const { deck, title = '', slides, seconds, outputs, messages, error } = fieldsOf(value);
  const { reason, advice } = fieldsOf(error);
  const isError = error === undefined || (typeof reason === 'string' && typeof advice === 'string');
  const isMeasured = typeof slides === 'number' && typeof seconds === 'number';
  const isText = (item: unknown): boolean => typeof item === 'string';
  return (
    isText(deck) && isText(title) && isMeasured && isListOf(outputs, isText) && isListOf(messages, isMessage) && isError
  );
}

/** Tells whether a value is a plausible number of decks or shards. */
function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 1_000_000;
}

function isMessage(value: unknown): boolean {
  const { file, severity, reason } = fieldsOf(value);
  return [file, severity, reason].every((text) => typeof text === 'string');
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function fieldsOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
