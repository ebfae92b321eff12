import { packageVersion } from '../files/package-files.ts';
import { errorOf, LecternError } from '../model/errors.ts';
import { nearestName } from '../model/did-you-mean.ts';
import { FINE, USAGE } from './exit-codes.ts';
import { guardProcess } from './guard-process.ts';
import { sayText } from './terminal.ts';
import { reportError } from './report-error.ts';

interface Command {
  run: (args: string[]) => Promise<number>;
}

/** Commands are loaded when they are called. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  build: () => import('./commands/build.ts'),
  check: () => import('./commands/check.ts'),
  present: () => import('./commands/present.ts'),
  doctor: () => import('./commands/doctor.ts'),
  report: () => import('./commands/report.ts'),
  theme: () => import('./commands/theme.ts'),
};

const HELP = `Usage: lectern <command> [options]

Turns Markdown into a talk: a reveal.js deck that is one file, and a PDF.

Commands:
  build [deck.md …]   build decks (all in slides/ where none is named)
  check [deck.md …]   find what would fail in front of an audience, and where it is written
  present [deck.md]   show a deck, what is saved at once; lead it from a phone, share it
  theme               the themes there are, a gallery, one of your own, what is wrong with it
  report              put the reports of several builds together
  doctor              say which browser prints, and whether it works

Options:
  --help, -h          show this, or with a command its options
  --version, -v       show the version

A first deck:   printf '# Hello\\n\\n## World\\n\\nIt works.\\n' > talk.md && lectern build talk.md
`;

/** Runs the command line and returns its exit code. */
export async function run(argv: string[]): Promise<number> {
  guardProcess();
  try {
    return await dispatch(argv);
  } catch (error) {
    return explain(error);
  }
}

async function dispatch([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    sayText(HELP.trimEnd());
    return name === undefined ? USAGE : FINE;
  }
  if (name === '--version' || name === '-v') {
    sayText(packageVersion());
    return FINE;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    const near = nearestName(name, Object.keys(COMMANDS));
    const advice = name.endsWith('.md')
      ? `To build that deck: lectern build ${name}`
      : 'lectern --help lists the commands.';
    throw new LecternError('USAGE', `there is no command “${name}”`, {
      advice: near ? `Did you mean “${near}”? ${advice}` : advice,
    });
  }
  return (await load()).run(args);
}

function explain(error: unknown): number {
  reportError(errorOf(error));
  return USAGE;
}
