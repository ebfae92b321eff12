import path from 'node:path';
import { QUESTION_STATES } from '../../client/audience-messages.ts';
import { readPrivateFile } from '../../files/private-file.ts';
import { writeFiles, writePrivateFile } from '../../files/write-files.ts';
import { answersFile } from '../../model/poll-results.ts';
import type { KeptAudience } from './audience.ts';
import type { AudienceParts } from './channel.ts';
import type { KeptPoll } from './polls.ts';
import type { KeptQuestion } from './questions.ts';
import { readRules } from './read-messages.ts';
import type { KeptVoter } from './voters.ts';

/** How long answers outlive the server that took them, in ms: as long as cookies do. */
const LASTS = 24 * 60 * 60 * 1000;

/** Files of an audience, and the place of its answers. */
export interface AudienceFiles extends AudienceParts {
  /** When everything is written. */
  done: () => Promise<void>;
}

/** Bytes of the longest: thousands who took part, hundreds of questions. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Keeps what an audience did, for a server that is started again; answers are saved beside the deck.
 *
 * @param place - absolute path of the file in the cache.
 * @param deck - absolute path of the deck.
 */
export async function audienceFiles(place: string, deck: string): Promise<AudienceFiles> {
  let writing: Promise<void> = Promise.resolve();
  return {
    kept: readKept(await readPrivateFile(place, MOST_BYTES)),
    keep(audience) {
      const text = JSON.stringify({ ...audience, until: Date.now() + LASTS });
      // Where nothing can be kept, nothing is.
      writing = writing.then(() => writePrivateFile(place, text)).catch(() => {});
    },
    async save(answers) {
      const file = answersFile(deck);
      await writeFiles([
        {
          path: file,
          bytes: `${JSON.stringify(answers, undefined, 2)}
`,
        },
      ]);
      return path.basename(file);
    },
    done: () => writing,
  };
}

function readKept(text: string | undefined): KeptAudience | undefined {
  try {
    const value = JSON.parse(text ?? '') as Record<string, unknown>;
    const rules = readRules(value['rules']);
    if (!rules || !(Number(value['until']) > Date.now())) return undefined;
    return {
      rules,
      questions: listOf(value['questions'], isQuestion),
      polls: listOf(value['polls'], isPoll),
      voters: listOf(value['voters'], isVoter),
    };
  } catch {
    return undefined;
  }
}

function listOf<T>(value: unknown, isOne: (one: unknown) => one is T): T[] {
  return Array.isArray(value) ? value.filter(isOne) : [];
}

function isQuestion(value: unknown): value is KeptQuestion {
  const { id, text, votes, state, from } = (value ?? {}) as KeptQuestion;
  return [id, votes].every(Number.isSafeInteger) && [text, from].every(isText) && QUESTION_STATES.includes(state);
}

function isPoll(value: unknown): value is KeptPoll {
  const { id, open, shown, begun } = (value ?? {}) as KeptPoll;
  return isText(id) && [open, shown, begun].every((one) => typeof one === 'boolean');
}

function isVoter(value: unknown): value is KeptVoter {
  const { id, votes, answers } = (value ?? {}) as KeptVoter;
  return isText(id) && Array.isArray(votes) && Array.isArray(answers);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
