import type { PollResults } from './poll.ts';

/** Returns the path of the file beside a deck that holds the answers of its audience. */
export function answersFile(deck: string): string {
  return `${deck.replace(/\.[^./\\]*$/, '')}.audience.json`;
}

/** Reads the polls of such a file; leaves out what has another form. */
export function readPollResults(text: string): PollResults[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const polls = isRecord(value) ? value['polls'] : undefined;
  return Array.isArray(polls) ? polls.flatMap((poll: unknown) => readPoll(poll) ?? []) : [];
}

function readPoll(value: unknown): PollResults | undefined {
  if (!isRecord(value)) return undefined;
  const { id, question, choices, counts, voters } = value;
  if (typeof id !== 'string' || typeof question !== 'string' || !isCount(voters)) return undefined;
  if (!Array.isArray(choices) || !choices.every((choice) => typeof choice === 'string')) return undefined;
  if (!Array.isArray(counts) || !counts.every(isCount) || counts.length !== choices.length) return undefined;
  return { id, question, choices, counts, voters };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
