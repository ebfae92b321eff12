import type { ChildProcess } from 'node:child_process';
import { readSmallText } from '../files/plain-file.ts';
import { killChild, sendRequest, startChild } from './deck-child.ts';
import type { LoadedProject, ReaderReply, ReaderStart } from './deck-messages.ts';

/** A process that has loaded the project, or cannot. */
export interface ProjectChild {
  child: ChildProcess;
  /** Resolves as soon as the process has loaded the project, or has ended. */
  project: Promise<LoadedProject>;
}

/** The longest time that a project may take, in ms. */
const LONGEST = 60_000;

/** Starts a process that loads the project and then reads decks. @param folder - for its temporary files. */
export function startProjectChild(start: ReaderStart, folder: string): ProjectChild {
  const child = startChild(folder);
  const project = loadedProject(child);
  sendRequest(child, { type: 'start', ...start });
  return { child, project };
}

/** Waits until a process has loaded the project. It may end right after its message, and is useless then. */
async function loadedProject(child: ChildProcess): Promise<LoadedProject> {
  const timer = setTimeout(() => killChild(child), LONGEST);
  const project = await new Promise<LoadedProject | undefined>((resolve) => {
    child.once('exit', () => resolve(undefined));
    child.once('message', (reply: ReaderReply) => resolve(reply.type === 'project' ? reply.project : undefined));
  });
  clearTimeout(timer);
  const { exitCode, signalCode } = child;
  if (project && exitCode === null && signalCode === null) return project;
  const message = `the process that loads the config ended (${signalCode ?? `code ${exitCode}`})`;
  const error = { code: 'USAGE', message, advice: 'Run without the config: --no-config.' } as const;
  return { files: [], notices: [], error, ended: true };
}

/** The texts of files, by their paths; `undefined` for those that are not there. */
export type Texts = ReadonlyMap<string, string | undefined>;

/** Reads the texts of files. @param known - texts that are not read again. */
export function readTexts(files: Iterable<string>, known: Texts = new Map()): Texts {
  return new Map([...files].map((file) => [file, known.has(file) ? known.get(file) : readSmallText(file)]));
}

/** Tells whether a file has another text now. */
export function hasChanged(texts: Texts): boolean {
  return [...texts].some(([file, text]) => readSmallText(file) !== text);
}
