import { present, type DeckNews } from '../../app/present.ts';
import type { LiveFinding } from '../../client/live-messages.ts';
import { sentences, type LecternError } from '../../model/errors.ts';
import { networkAddress } from '../../present/allowed-hosts.ts';
import { onlyDeck } from '../decks.ts';
import { FINE } from '../exit-codes.ts';
import { formatMessages } from '../format-messages.ts';
import { formatRehearsals } from '../format-rehearsals.ts';
import { beforeLeaving, goOn } from '../guard-process.ts';
import { openInBrowser } from '../open-in-browser.ts';
import * as options from '../options.ts';
import { browserOf, given, readCall } from '../read-call.ts';
import { complain, complainText, say, sayText } from '../terminal.ts';

export function run(args: string[]): Promise<number> {
  return serveTalk('present', args);
}

/** Serves a deck until a signal ends it, to present it or to record it. */
export async function serveTalk(command: 'present' | 'record', args: string[]): Promise<number> {
  const call = readCall(command, args);
  if (!call) return FINE;
  const { operands, get } = call;
  const deck = await onlyDeck(operands, command);
  const [remote, share] = [get(options.remote) ?? false, get(options.share) ?? false];
  const talk = await present({
    deck,
    remote,
    share,
    browser: browserOf(call),
    ...given('host', get(options.host)),
    ...given('port', get(options.port)),
    ...given('cert', get(options.cert)),
    ...given('key', get(options.key)),
    ...(get(options.noConfig) ? { config: false as const } : given('config', get(options.config))),
    ...given('theme', get(options.theme)),
    ...given('size', get(options.size)),
    ...given('brand', get(options.brand)),
    ...given('dialect', get(options.from)),
    ...given('untrusted', get(options.untrusted)),
    ...given('fetch', get(options.fetch)),
    ...given('rehearse', get(options.rehearse)),
    ...given('drawings', get(options.drawings)),
    check: !get(options.noCheck),
    onFindings: printFindings,
    onCheckError: ({ message }) => complain`Live checks are off: ${message}.`,
    onNews: printNews,
    onProject: printProject,
    onNotices: (notices) => notices.forEach((notice) => complainText(notice)),
    onRehearsal(rehearsal, plan) {
      sayText(`\nRehearsal:\n${formatRehearsals(plan, [rehearsal])}`);
      say`lectern rehearsals ${deck} compares it with others; --write writes its times into the source.`;
    },
    onPaired(address, role) {
      if (role === 'remote') void invite('A phone is paired. For another one', address);
      else say`To open the talk in another browser: ${address}`;
    },
  });
  // The user may end the talk as soon as the address is printed.
  process.exitCode = FINE;
  beforeLeaving(talk.close);
  goOn(reportAccident());
  // The page offers to record by itself then.
  const query = command === 'record' ? '?record' : '';
  say`${deck} is served at ${talk.address}${query}`;
  if (talk.remote) await invite('Phone', talk.remote);
  if (talk.share) await invite('Everyone else', talk.share);
  if ((remote || share) && networkAddress() === undefined) say`No network found: other devices cannot connect.`;
  if (!get(options.noOpen)) openInBrowser(`${talk.addressToOpen()}${query}`);
  // Until a signal ends it.
  return new Promise(() => {});
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

function printProject(problem?: LecternError): void {
  if (problem) complain`${sentences(problem)} The talk goes on with the former options.`;
  else say`The config has changed; the deck is reloaded.`;
}

/** One line: what it is is on the slides, and “lectern check” has it all. */
function printFindings(findings: readonly LiveFinding[]): void {
  const bad = findings.filter(({ severity }) => severity !== 'info');
  const slides = new Set(bad.map(({ slide }) => slide)).size;
  if (slides === 0) say`No problems found.`;
  else say`${slides} ${slides === 1 ? 'slide has' : 'slides have'} problems; “lectern check” lists them.`;
}
