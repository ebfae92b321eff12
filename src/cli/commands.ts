interface CommandRow {
  /** Operands after its name. */
  operands: string;
  /** Says what it does, on one line. */
  about: string;
}

/** Every command. `command-options.ts` has the options of each. */
export const COMMANDS: Readonly<Record<CommandName, CommandRow>> = {
  new: {
    operands: '[folder]',
    about: 'create a talk from a starter deck',
  },
  draft: {
    operands: 'ARTICLE',
    about: 'draft a deck from an article: text, Markdown, HTML or .docx',
  },
  convert: {
    operands: '[deck.md]',
    about: 'write the deck of another tool in Lectern’s language',
  },
  present: {
    operands: '[deck.md]',
    about: 'present a deck in the browser, with live reload and a presenter view',
  },
  record: {
    operands: '[deck.md]',
    about: 'record a talk as a video, with your voice and captions from the notes',
  },
  build: {
    operands: '[deck.md …]',
    about: 'build decks: HTML to present from, PDF to hand out',
  },
  check: {
    operands: '[deck.md …]',
    about: 'find problems in slides: overflow, contrast, dead links, timing',
  },
  rehearsals: {
    operands: '[deck.md]',
    about: 'compare rehearsals with the plan, and write their times into the source',
  },
  theme: {
    operands: '',
    about: 'list, preview, create and check themes',
  },
  report: {
    operands: '',
    about: 'merge the JSON reports of several builds',
  },
  docs: {
    operands: '[topic]',
    about: 'show the documentation, or search it',
  },
  doctor: {
    operands: '',
    about: 'check the installation, and install a browser',
  },
  completion: {
    operands: 'SHELL',
    about: 'print a completion script for your shell',
  },
};

export type CommandName =
  | 'build'
  | 'check'
  | 'present'
  | 'record'
  | 'rehearsals'
  | 'theme'
  | 'report'
  | 'docs'
  | 'doctor'
  | 'completion'
  | 'new'
  | 'draft'
  | 'convert';
