import type { Poll } from '../model/poll.ts';

/** State of a poll. */
export interface PollState extends Poll {
  /** Answers are taken. */
  open: boolean;
  /** Its slide and the followers show the results. */
  shown: boolean;
  /** Answers for each choice; empty for followers that may not see them yet. */
  counts: number[];
  /** How many have answered. */
  voters: number;
}

export const QUESTION_STATES = ['waiting', 'shown', 'answered'] as const;
/** Questions that wait are seen by the speaker alone. */
export type QuestionState = (typeof QUESTION_STATES)[number];

/** A question of somebody who follows. */
export interface Question {
  id: number;
  text: string;
  votes: number;
  state: QuestionState;
}

/** Permissions that the speaker gives followers. */
export interface AudienceRules {
  /** Questions are taken. */
  questions: boolean;
  /** The speaker lets each through before others see it. */
  checked: boolean;
  reactions: boolean;
  /** Id of the question that the slides show. */
  shown: number | null;
  /** The slides show how to join. */
  join: boolean;
}

/** Ways for others to join. */
export interface Invitation {
  address: string;
  /** Rows of a QR code: `1` where it is dark. */
  code: string[];
}

/** Reactions by their places in messages. */
export const REACTIONS = ['like', 'applause', 'funny', 'surprised', 'lostThread'] as const;
export type Reaction = (typeof REACTIONS)[number];

/** Why a question was not taken. */
export type Refusal = 'soon' | 'full' | 'off';

/** Messages of a server about its audience. */
export type AudienceNews =
  /** The changes; everything where `whole` is set. */
  | {
      type: 'audience';
      whole?: true;
      rules?: AudienceRules;
      questions?: Question[];
      /** Ids of questions that are not to be seen any more. */
      gone?: number[];
      polls?: PollState[];
      /** For leaders. */
      invitation?: Invitation;
      /** Number of followers; for leaders. */
      followers?: number;
    }
  /** Earlier actions of a follower who returns. */
  | { type: 'mine'; votes: number[]; answers: Record<string, number[]> }
  /** The result of a question that was asked. */
  | { type: 'asked'; refused?: Refusal }
  /** Reactions of the last moment, in the order of `REACTIONS`; for leaders. */
  | { type: 'reactions'; counts: number[] }
  /** The answers lie in this file. */
  | { type: 'saved'; file: string };

/** Messages of followers. */
export type AudienceAct =
  | { type: 'ask'; text: string }
  | { type: 'vote'; question: number; on: boolean }
  | { type: 'answer'; poll: string; choices: number[] }
  | { type: 'react'; reaction: Reaction };

/** Decisions of leaders. */
export type AudienceOrder =
  | { type: 'question'; question: number; act: QuestionState | 'remove' | 'block' }
  | { type: 'poll'; poll: string; act: 'open' | 'close' | 'show' | 'hide' | 'reset' }
  | { type: 'rules'; rules: AudienceRules }
  /** Another audience comes: all questions and answers go. */
  | { type: 'renew' }
  | { type: 'save' };

/** Letters of the longest question. */
export const LONGEST_QUESTION = 280;
