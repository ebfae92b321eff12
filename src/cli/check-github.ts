import type { CheckReport } from '../app/check.ts';
import { checkMessages } from './check-messages.ts';
import { inRepository } from './environment.ts';
import { printable } from './terminal.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Formats a check as annotations of GitHub workflows. */
export function checkGithub({ decks }: CheckReport): string {
  const lines = decks.flatMap(checkMessages).map(({ file, severity, line, column, endLine, rule, reason }) => {
    const properties = { file: inRepository(file), line, col: column, endLine, title: rule };
    const given = Object.entries(properties).filter(([, value]) => value !== null);
    const shown = given.map(([name, value]) => `${name}=${escaped(String(value), true)}`).join();
    return `::${COMMANDS[severity]} ${shown}::${escaped(reason, false)}`;
  });
  return lines.join('\n');
}

function escaped(text: string, inProperty: boolean): string {
  const data = printable(text).replaceAll('%', '%25');
  return inProperty ? data.replaceAll(':', '%3A').replaceAll(',', '%2C') : data;
}
