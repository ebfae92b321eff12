import { spawn } from 'node:child_process';
import { LecternError } from '../model/errors.ts';

/** Runs a command of the user in a shell, gives it a text and returns what it prints. @throws LecternError `USAGE` where it fails */
export async function runWriter(command: string, input: string): Promise<string> {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // A command that reads nothing closes its end early.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const parts: Buffer[] = [];
  for await (const part of child.stdout) parts.push(part as Buffer);
  const code = await ended;
  if (code === 0) return Buffer.concat(parts).toString('utf8');
  throw new LecternError('USAGE', `the writer ended with code ${code}: ${command}`, {
    advice: 'It gets the plan as JSON and prints a JSON object of slots and words; docs/draft.md shows how.',
  });
}
