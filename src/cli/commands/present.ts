import { readdir } from 'node:fs/promises';
import { networkAddress } from '../../present/allowed-hosts.ts';
import { present, type DeckNews } from '../../app/present.ts';
import type { LiveFinding } from '../../client/live-messages.ts';
import { LecternError } from '../../model/errors.ts';
import { browserPlaces } from '../environment.ts';
import { FINE } from '../exit-codes.ts';
import { followProject } from '../follow-project.ts';
import { beforeLeaving, goOn } from '../guard-process.ts';
import { openInBrowser } from '../open-in-browser.ts';
import { parseOptions } from '../parse-options.ts';
import { projectArguments, projectRules } from '../project-options.ts';
import { formatMessages } from '../format-messages.ts';
import { complain, complainText, say, sayText } from '../terminal.ts';

const HELP = `Usage: lectern present [deck.md] [options]

Opens the deck in your browser, and shows what you save at once. S is the presenter view, ? lists the keys.

Options:
  --remote            let a phone lead the talk: scan the code that is printed
  --share             let others follow the talk on their own screens
  --port 4880         where to serve it (default: 4880, or the next that is free)
  --host ADDRESS      who can reach it (default: this computer alone; with --remote and
                      --share its networks, for those who have an invitation)
  --theme, -t THEME   instead of the one the deck names
  --fetch             load pictures of the web into .lectern/web, once
  --untrusted         for a deck of others: no hidden files, no scripts (see lectern build)
  --no-check          do not look for what is wrong with the slides (see lectern check)
  --no-open           do not open the browser
  --browser PATH      the browser that draws diagrams (or LECTERN_BROWSER)
  --help, -h          show this

Ctrl+C ends it.
`;

const OPTIONS = {
  remote: { type: 'boolean' },
  share: { type: 'boolean' },
  port: { type: 'string' },
  host: { type: 'string' },
  theme: { type: 'string', short: 't' },
  untrusted: { type: 'boolean' },
  fetch: { type: 'boolean' },
  'no-check': { type: 'boolean' },
  'no-open': { type: 'boolean' },
  browser: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export async function run(args: string[]): Promise<number> {
  const { values, positionals, changing } = await readOptions(args);
  if (values.help) {
    sayText(HELP.trimEnd());
    return FINE;
  }
  const deck = await theDeck(positionals);
  const port = readPort(values.port);
  const [remote, share] = [values.remote ?? false, values.share ?? false];
  const talk = await present({
    deck,
    remote,
    share,
    browser: browserPlaces({ path: values.browser }),
    ...(values.host !== undefined && { host: values.host }),
    ...(port !== undefined && { port }),
    ...changing,
    check: !values['no-check'],
    onFindings: printFindings,
    onCheckError: ({ message }) => complain`Live checks are off: ${message}.`,
    onNews: printNews,
    onPaired(address, role) {
      if (role === 'remote') void invite('A phone is paired. For another one', address);
      else say`To open the talk in another browser: ${address}`;
    },
  });
  // Whoever sees the address may end the talk at once.
  process.exitCode = FINE;
  beforeLeaving(talk.close);
  goOn(reportAccident());
  const stop = followProject(changing, {
    read: async () => (await readOptions(args)).changing,
    onChange(options) {
      talk.configure(options);
      say`lectern.json has changed; the deck is read anew.`;
    },
    onProblem: (problem) => complain`${problem} The talk goes on with the former options.`,
  });
  beforeLeaving(async () => stop());
  say`${deck} is shown at ${talk.address}`;
  if (talk.remote) await invite('Phone', talk.remote);
  if (talk.share) await invite('Everyone else', talk.share);
  if ((remote || share) && networkAddress() === undefined) say`No network found: other devices cannot connect.`;
  if (!values['no-open']) openInBrowser(talk.addressToOpen());
  // Until a signal ends it.
  return new Promise(() => {});
}

/** Options of the call behind those of the project, which may change during the talk. */
async function readOptions(args: string[]) {
  const given = [...(await projectArguments(Object.keys(OPTIONS))), ...args];
  const { values, positionals } = parseOptions(given, OPTIONS, 'lectern present --help');
  const { theme, untrusted = false, fetch = false } = values;
  const changing = { ...(theme !== undefined && { theme }), untrusted, fetch, rules: await projectRules() };
  return { values, positionals, changing };
}

/** The same accident may happen with every key that is pressed. */
function reportAccident(): (reason: string) => void {
  const reported = new Set<string>();
  return (reason) => {
    if (reported.has(reason) || reported.size > 20) return;
    reported.add(reason);
    complain`Unexpected error: ${reason}. The talk goes on; this is a bug in Lectern.`;
  };
}

async function theDeck(named: readonly string[]): Promise<string> {
  const [deck, ...more] = named;
  if (deck !== undefined && more.length === 0) return deck;
  const advice = 'Name one: lectern present talk.md';
  if (more.length > 0) throw new LecternError('USAGE', 'one talk at a time', { advice });
  const here = (await readdir('.')).filter(
    (name) => name.endsWith('.md') && !/^(?:README|CHANGELOG|CONTRIBUTING)\b/i.test(name),
  );
  const [only] = here;
  if (only !== undefined && here.length === 1) return only;
  throw new LecternError('USAGE', 'no deck was named', { advice });
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new LecternError('USAGE', `--port is “${text}”, expected a number from 0 to 65535`, {
    advice: 'Leave it out, and a free one is found.',
  });
}

/** The code that a phone's camera takes for the address, and the address. */
async function invite(whom: string, address: string): Promise<void> {
  const { renderUnicodeCompact } = await import('uqr');
  say`\n${whom}: ${address}\n\n${renderUnicodeCompact(address, { border: 2 })}`;
}

let first = true;

function printNews({ sources, faults, isShown, changed, milliseconds }: DeckNews): void {
  const faulty = sources.filter(({ messages }) => messages.length > 0);
  if (faulty.length > 0) complainText(formatMessages([faulty], process.stderr));
  for (const { file, line, reason } of faults)
    if (line === undefined && faulty.length === 0) complain`${file}: ${reason}`;
  if (!first && isShown) say`${changed} ${changed === 1 ? 'slide' : 'slides'} in ${Math.round(milliseconds)} ms`;
  if (!isShown) complainText(first ? 'Fix the errors above to show the deck.' : 'Still showing the previous version.');
  first = false;
}

/** One line: what it is stands on the slides, and “lectern check” has it all. */
function printFindings(findings: readonly LiveFinding[]): void {
  const bad = findings.filter(({ severity }) => severity !== 'info');
  const slides = new Set(bad.map(({ slide }) => slide)).size;
  if (slides === 0) say`No problems found.`;
  else say`${slides} ${slides === 1 ? 'slide has' : 'slides have'} something to look at; lectern check lists it.`;
}
