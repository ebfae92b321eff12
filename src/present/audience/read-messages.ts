import {
  LONGEST_QUESTION,
  QUESTION_STATES,
  REACTIONS,
  type AudienceAct,
  type AudienceOrder,
  type AudienceRules,
} from '../../client/audience-messages.ts';

type Fields = Record<string, unknown>;

const MOST_CHOICES = 20;
const QUESTION_ACTS = [...QUESTION_STATES, 'remove', 'block'] as const;
const POLL_ACTS = ['open', 'close', 'show', 'hide', 'reset'] as const;

const READERS: Record<string, (fields: Fields) => AudienceAct | AudienceOrder | undefined> = {
  ask({ text }) {
    // Letters may be two units long, and have marks.
    return typeof text === 'string' && text.length <= 4 * LONGEST_QUESTION ? { type: 'ask', text } : undefined;
  },
  vote({ question, on }) {
    return isId(question) && typeof on === 'boolean' ? { type: 'vote', question, on } : undefined;
  },
  answer({ poll, choices }) {
    if (!isName(poll) || !Array.isArray(choices) || choices.length > MOST_CHOICES) return undefined;
    return choices.every(isPlace) ? { type: 'answer', poll, choices } : undefined;
  },
  react({ reaction }) {
    const known = oneOf(REACTIONS, reaction);
    return known && { type: 'react', reaction: known };
  },
  question({ question, act }) {
    const known = oneOf(QUESTION_ACTS, act);
    return isId(question) && known ? { type: 'question', question, act: known } : undefined;
  },
  poll({ poll, act }) {
    const known = oneOf(POLL_ACTS, act);
    return isName(poll) && known ? { type: 'poll', poll, act: known } : undefined;
  },
  rules({ rules }) {
    const read = readRules(rules);
    return read && { type: 'rules', rules: read };
  },
  renew: () => ({ type: 'renew' }),
  save: () => ({ type: 'save' }),
};

const ACTS: readonly string[] = ['ask', 'vote', 'answer', 'react'] satisfies AudienceAct['type'][];

/** Reads what a follower does or a speaker decides, known fields only. */
export function readAudienceMessage(fields: Fields): AudienceAct | AudienceOrder | undefined {
  const { type } = fields;
  if (typeof type !== 'string' || !Object.hasOwn(READERS, type)) return undefined;
  return READERS[type]?.(fields);
}

/** Tells what followers do from what speakers decide. */
export function isAudienceAct(message: { type: string }): message is AudienceAct {
  return ACTS.includes(message.type);
}

/** Tells whether a message is about the audience. */
export function isAudienceMessage(message: { type: string }): message is AudienceAct | AudienceOrder {
  return Object.hasOwn(READERS, message.type);
}

export function readRules(value: unknown): AudienceRules | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { questions, checked, reactions, shown, join } = value as Fields;
  if (![questions, checked, reactions, join].every((rule) => typeof rule === 'boolean')) return undefined;
  if (shown !== null && !isId(shown)) return undefined;
  return {
    questions: questions === true,
    checked: checked === true,
    reactions: reactions === true,
    shown,
    join: join === true,
  };
}

function oneOf<T extends string>(names: readonly T[], value: unknown): T | undefined {
  return names.find((name) => name === value);
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1000;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 500;
}
