import type { AudienceNews } from '../../client/audience-messages.ts';
import type { PollResults } from '../../model/poll.ts';

/** The record of an audience that is kept: no word about who it was. */
export interface SavedAnswers {
  polls: PollResults[];
  questions: { text: string; votes: number; answered: boolean }[];
}

/** Returns what a talk's audience asked and answered; polls that nobody answered are left out. */
export function answersOf({ polls = [], questions = [] }: Extract<AudienceNews, { type: 'audience' }>): SavedAnswers {
  return {
    polls: polls.flatMap(({ id, question, choices, counts, voters }) =>
      voters === 0 ? [] : [{ id, question, choices, counts, voters }],
    ),
    questions: questions
      .toSorted((a, b) => b.votes - a.votes || a.id - b.id)
      .map(({ text, votes, state }) => ({ text, votes, answered: state === 'answered' })),
  };
}
