import { spawn } from 'node:child_process';

/**
 * Shows a text in a pager.
 *
 * @param call - the pager and its arguments, as `PAGER` has them.
 * @returns whether it did; where the pager is missing, nothing was shown.
 */
export function showInPager(text: string, call: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const [program = '', ...args] = call.split(/\s+/).filter(Boolean);
  return new Promise((resolve) => {
    if (program === '') return resolve(false);
    const pager = spawn(program, args, { stdio: ['pipe', 'inherit', 'inherit'], env });
    pager.on('error', () => resolve(false));
    pager.on('close', () => resolve(true));
    // Someone closes the pager before the end of the text.
    pager.stdin.on('error', () => {});
    pager.stdin.end(text);
  });
}
