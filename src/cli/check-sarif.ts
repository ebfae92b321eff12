import { pathToFileURL } from 'node:url';
import type { Log, Result } from 'sarif';
import type { CheckReport } from '../app/check.ts';
import { COMPILER_RULES, rulePage, STYLE_RULES } from '../model/rule-ids.ts';
import { RULES } from '../check/rules.ts';
import { packageVersion } from '../files/package-files.ts';
import { checkMessages, type CheckMessage } from './check-messages.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Formats a check as SARIF 2.1.0. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function checkSarif({ decks, rules }: CheckReport): string {
  const messages = decks.flatMap(checkMessages);
  const about = new Map([
    ...Object.entries({ ...COMPILER_RULES, ...STYLE_RULES }),
    ...[...RULES, ...rules].map((rule) => [rule.id, rule.about] as const),
  ]);
  const ids = [...new Set(messages.map(({ rule }) => rule ?? 'other'))].toSorted();
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Lectern',
            version: packageVersion(),
            rules: ids.map((id) => ({
              id,
              shortDescription: { text: about.get(id) ?? id },
              ...(rulePage(id) !== null && { help: { text: `“lectern docs ${id}” explains this rule.` } }),
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: pathToFileURL(`${process.cwd()}/`).href } },
        invocations: [{ executionSuccessful: decks.every(({ error }) => !error) }],
        results: messages.map((message) => resultOf(message, ids)),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function resultOf(
  { file, severity, line, column, endLine, endColumn, rule, reason, slide }: CheckMessage,
  ids: readonly string[],
): Result {
  const region = line !== null && {
    region: {
      startLine: line,
      ...(column !== null && { startColumn: column }),
      ...(endLine !== null && { endLine }),
      ...(endColumn !== null && { endColumn }),
    },
  };
  const uri = file.split(/[\\/]/).map(encodeURIComponent).join('/');
  return {
    ruleId: rule ?? 'other',
    ruleIndex: ids.indexOf(rule ?? 'other'),
    level: LEVELS[severity],
    message: { text: reason },
    locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: 'ROOT' }, ...region } }],
    ...(slide !== null && { properties: { slide } }),
  };
}
