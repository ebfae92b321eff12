import { packageVersion } from '../files/package-files.ts';
import { errorOf, LecternError } from '../model/errors.ts';
import { nearestName } from '../model/did-you-mean.ts';
import { COMMANDS, type CommandName } from './commands.ts';
import { callFolder } from './environment.ts';
import { FINE, USAGE } from './exit-codes.ts';
import { guardProcess } from './guard-process.ts';
import { sayText } from './terminal.ts';
import { reportError } from './report-error.ts';

interface Command {
  run: (args: string[]) => Promise<number>;
}

/** Commands are loaded when they are called. */
const LOADERS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  build: () => import('./commands/build.ts'),
  check: () => import('./commands/check.ts'),
  present: () => import('./commands/present.ts'),
  record: () => import('./commands/record.ts'),
  rehearsals: () => import('./commands/rehearsals.ts'),
  theme: () => import('./commands/theme.ts'),
  report: () => import('./commands/report.ts'),
  docs: () => import('./commands/docs.ts'),
  doctor: () => import('./commands/doctor.ts'),
  new: () => import('./commands/new.ts'),
  draft: () => import('./commands/draft.ts'),
  convert: () => import('./commands/convert.ts'),
  completion: () => import('./commands/completion.ts'),
};

const OPTIONS = {
  '--help, -h': 'show this help, or the options of a command',
  '--version, -v': 'show the version',
};

function help(): string {
  const commands = Object.entries(COMMANDS).map(([name, { operands, about }]) => [`${name} ${operands}`, about]);
  const lines = (rows: string[][]): string =>
    rows.map(([left = '', right]) => `  ${left.padEnd(22)}${right}`).join('\n');
  return `Usage: lectern <command> [options]

Turns a Markdown file into a talk: a reveal.js deck in one file, and PDFs to hand out.

Commands:
${lines(commands)}

Options:
${lines(Object.entries(OPTIONS))}

A first deck:   printf '# Hello\\n\\n## World\\n\\nIt works.\\n' > talk.md && lectern build talk.md`;
}

/** Runs the command line and returns its exit code. */
export async function run(argv: string[]): Promise<number> {
  guardProcess();
  try {
    const folder = callFolder();
    if (folder !== undefined) process.chdir(folder);
    return await dispatch(argv);
  } catch (error) {
    return explain(error);
  }
}

async function dispatch([name, ...args]: string[]): Promise<number> {
  const [topic] = args;
  if (name === 'help' && topic !== undefined && isCommand(topic)) return dispatch([topic, '--help']);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    sayText(help());
    return name === undefined ? USAGE : FINE;
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    sayText(packageVersion());
    return FINE;
  }
  if (!isCommand(name)) throw new LecternError('USAGE', `unknown ${kindOf(name)}`, { advice: advise(name) });
  return (await LOADERS[name]()).run(args);
}

function kindOf(name: string): string {
  return name.startsWith('-') ? `option ${name}` : `command “${name}”`;
}

/** Advises what to write instead of an unknown command, or of an option before the command. */
function advise(name: string): string {
  if (name.startsWith('-')) {
    const near = nearestName(name, ['--help', '--version']);
    return near ? `Did you mean ${near}?` : 'Write the command first, as in: lectern build talk.md --to pdf';
  }
  const near = nearestName(name, Object.keys(COMMANDS));
  const advice = name.endsWith('.md')
    ? `To build that deck: lectern build ${name}`
    : 'lectern --help lists the commands.';
  return near ? `Did you mean “${near}”? ${advice}` : advice;
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

function explain(error: unknown): number {
  reportError(errorOf(error));
  return USAGE;
}
