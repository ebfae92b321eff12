import type { JsonDeck, JsonReport } from './json-report.ts';
import { printable } from './terminal.ts';

/** Formats a report as Markdown, such as a job's summary on GitHub or GitLab: a row for each deck, and what is wrong. */
export function reportMarkdown({ decks }: JsonReport): string {
  const rows = decks.map((deck) => {
    const cells = [code(deck.deck), String(deck.slides), outcome(deck), deck.outputs.map(code).join(' ') || '–'];
    return `| ${cells.join(' | ')} |`;
  });
  const lines = decks.flatMap(({ deck, messages, error }) => [
    ...messages.map(
      ({ file, line, severity, reason }) =>
        `- ${code(line === null ? file : `${file}:${line}`)} ${severity}: ${text(reason)}`,
    ),
    ...(error ? [`- ${code(deck)} error: ${text(error.reason)}`] : []),
  ]);
  const table = ['| Deck | Slides | | Files |', '| --- | --: | --- | --- |', ...rows].join('\n');
  return lines.length === 0 ? table : `${table}\n\n${lines.join('\n')}`;
}

function outcome({ messages, outputs, error }: JsonDeck): string {
  const count = (severity: string): number => messages.filter((message) => message.severity === severity).length;
  const errors = count('error') + (error ? 1 : 0);
  const warnings = count('warning');
  const parts = [
    outputs.length === 0 && 'not written',
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  ];
  return parts.filter((part) => part !== false).join(', ') || 'no problems';
}

/** Shows a text as it is: nothing in it is Markdown or HTML. */
function text(value: string): string {
  return printable(value).replace(/[\\`*_[\]<>&|#@~$]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Shows a name as code; HTML's element has no marks that a name could close. */
function code(value: string): string {
  return `<code>${text(value)}</code>`;
}
