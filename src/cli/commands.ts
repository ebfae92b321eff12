interface CommandRow {
  /** What may stand behind its name. */
  operands: string;
  /** Says what it does, on one line. */
  about: string;
}

/** Every command. `command-options.ts` has the options of each. */
export const COMMANDS: Readonly<Record<CommandName, CommandRow>> = {
  build: {
    operands: '[deck.md …]',
    about: 'build decks (all in slides/ where none is named)',
  },
  check: {
    operands: '[deck.md …]',
    about: 'find what would fail in front of an audience, and where it is written',
  },
  present: {
    operands: '[deck.md]',
    about: 'show a deck, what is saved at once; lead it from a phone, share it',
  },
  rehearsals: {
    operands: '[deck.md]',
    about: 'compare rehearsals with the plan, write their times into the source',
  },
  theme: {
    operands: '',
    about: 'the themes there are, a gallery, one of your own, what is wrong with it',
  },
  report: {
    operands: '',
    about: 'put the reports of several builds together',
  },
  doctor: {
    operands: '',
    about: 'say which browser prints, and whether it works',
  },
  completion: {
    operands: 'SHELL',
    about: 'print a script that completes calls: bash, zsh, fish or powershell',
  },
};

export type CommandName = 'build' | 'check' | 'present' | 'rehearsals' | 'theme' | 'report' | 'doctor' | 'completion';
