import type { CheckReport } from '../app/check.ts';
import { printable } from './terminal.ts';

type Write = (report: CheckReport) => string;

export type CheckFormat = 'text' | 'json' | 'sarif' | 'github' | 'gitlab';

/** Output formats of a check; their writers load on demand. */
export const CHECK_FORMATS: Record<CheckFormat, () => Promise<Write>> = {
  async text() {
    const { formatMessages } = await import('./format-messages.ts');
    return ({ decks, ok }) => {
      const files = decks.map(({ file, included, error }) => [
        ...(error && file.messages.length === 0 ? [] : [file]),
        ...included.filter(({ messages }) => messages.length > 0),
      ]);
      const fixed = decks
        .filter(({ fixed }) => fixed > 0)
        .map(({ file, fixed }) => `${printable(file.path)}: fixed ${fixed} ${fixed === 1 ? 'problem' : 'problems'}`);
      return [...fixed, formatMessages(files, ok ? process.stdout : process.stderr)].filter(Boolean).join('\n');
    };
  },
  json: async () => (await import('./check-json.ts')).checkJson,
  sarif: async () => (await import('./check-sarif.ts')).checkSarif,
  github: async () => (await import('./check-github.ts')).checkGithub,
  gitlab: async () => (await import('./check-gitlab.ts')).checkGitlab,
};
