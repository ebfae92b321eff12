/**
 * Writes what comes from code into the pages of rules, `docs/rules/`: what each rule finds, the message that its example
 * gets, how to turn it off; and the list of all rules.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../src/check/rules.ts';
import { THEME_RULES } from '../src/check/theme-rules.ts';
import { COMPILER_RULES, STYLE_RULES } from '../src/model/rule-ids.ts';
import { browserPlaces } from '../src/cli/environment.ts';
import { exampleFiles, runExamples, type ExampleResult, type RuleExample } from './rule-examples.ts';

/** The command that applies a rule: every build, `lectern check`, or `lectern theme check`. */
type Finder = 'compiler' | 'check' | 'theme';

export interface RuleFacts {
  id: string;
  about: string;
  finder: Finder;
  /** `undefined` for rules of the compiler, whose messages differ. */
  severity: string | undefined;
  options: Readonly<Record<string, number>>;
}

/** A page about one rule. */
export interface RulePage extends RuleFacts {
  file: string;
  text: string;
  /** The sources that break the rule, and keep it; `undefined` where a source alone cannot. */
  faulty: RuleExample | undefined;
  cure: RuleExample | undefined;
}

/** The rule about settings of rules; no setting turns it off. */
const SETTING_RULE: RuleFacts = {
  id: 'check-setting',
  about: 'a rule, or a setting of a rule, that does not exist',
  finder: 'check',
  severity: 'warning',
  options: {},
};

const compilerFacts = ([id, about]: [string, string]): RuleFacts => ({
  id,
  about,
  finder: 'compiler',
  severity: undefined,
  options: {},
});

/** Every rule, in the order of the list of rules. */
export const RULE_FACTS: readonly RuleFacts[] = [
  ...RULES.map(({ id, about, severity, options }): RuleFacts => ({ id, about, severity, options, finder: 'check' })),
  SETTING_RULE,
  ...Object.entries(COMPILER_RULES).map(compilerFacts),
  ...Object.entries(STYLE_RULES).map(compilerFacts),
  ...THEME_RULES.map(({ id, about, severity, options }): RuleFacts => ({
    id,
    about,
    severity,
    options,
    finder: 'theme',
  })),
];

export const RULES_FOLDER: string = path.join(import.meta.dirname, '..', 'docs', 'rules');

/** The headings of every page, in their order. */
export const HEADINGS: readonly string[] = ['Why it matters', 'Example', 'How to fix it', 'How to turn it off'];

/** Reads the page of a rule. */
export function readRulePage(facts: RuleFacts): RulePage {
  const file = path.join(RULES_FOLDER, `${facts.id}.md`);
  const text = readFileSync(file, 'utf8');
  const read = (heading: string): RuleExample | undefined => exampleFiles(sectionOf(text, heading), facts.id);
  return { ...facts, file, text, faulty: read('Example'), cure: read('How to fix it') };
}

/** Returns the text below a heading of depth 2. */
function sectionOf(text: string, heading: string): string {
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  return section.split(/^## (?=Why it|How to|Example$)/m)[0] ?? '';
}

/** Returns a page with everything that comes from code in its place. @param result - what its example got, if it ran. */
export function withFacts({ text, ...facts }: RulePage, result: ExampleResult | undefined): string {
  const severity = facts.severity ?? result?.severity ?? severityIn(text);
  const made = result ? { message: result.messages } : {};
  const parts: Record<string, string> = { rule: head(facts, severity), off: turnOff(facts, severity), ...made };
  return text.replace(
    /(<!-- (rule|message|off) -->\n)[\s\S]*?(\n<!-- \/\2 -->)/g,
    (whole: string, start: string, name: string, end: string) => {
      const part = parts[name];
      if (part === undefined) return whole;
      return `${start}\n${name === 'message' ? `\`\`\`text\n${part}\n\`\`\`` : part}\n${end}`;
    },
  );
}

/** Returns the severity of the message on a page whose example cannot be run. */
function severityIn(text: string): string {
  const [, section = ''] = text.split('<!-- message -->');
  return /\b(error|warning|info)\b/.exec(section)?.[1] ?? 'warning';
}

const FINDERS: Readonly<Record<Finder, string>> = {
  compiler: 'every command that reads the deck',
  check: '`lectern check`, `lectern present`, and `lectern build --strict`',
  theme: '`lectern theme check`',
};

/** Commands that find rules about an output, which no other command writes. */
const OUTPUT_FINDERS: ReadonlyMap<string, string> = new Map([
  ['drawings-file', 'commands with `--drawings`'],
  ['pdf-access', '`lectern build`, for each PDF that it writes'],
  ['pdf-unfinished', '`lectern build`, for each PDF that it writes'],
  ['pptx-font', '`lectern build --to pptx`'],
  ['pptx-picture', '`lectern build --to pptx`'],
]);

function foundBy({ id, finder }: RuleFacts, severity: string): string {
  const ofCheck = finder === 'check' && severity === 'info' ? '`lectern check` and `lectern present`' : FINDERS[finder];
  return OUTPUT_FINDERS.get(id) ?? ofCheck;
}

function head(facts: RuleFacts, severity: string): string {
  const { about, options } = facts;
  const numbers = Object.entries(options).map(([name, value]) => `\`${name}: ${value}\``);
  return [
    `Lectern reports ${about}.`,
    '',
    `- **Severity**: ${severity}`,
    `- **Found by**: ${foundBy(facts, severity)}`,
    `- **Settings**: ${numbers.join(', ') || 'none'}`,
  ].join('\n');
}

function turnOff({ id, finder }: RuleFacts, severity: string): string {
  if (finder === 'theme') return '`lectern theme check` always applies all of its rules.';
  if (id === SETTING_RULE.id) return 'Correct or remove the setting: this rule has none of its own.';
  if (finder === 'compiler' && severity === 'error')
    return `Errors of the compiler cannot be turned off. A deck with errors is [still written](../automate.md#decks-with-errors).`;
  return `For one slide, write \`{check-off=${id}}\` after its heading. For a deck, in its front matter:

\`\`\`yaml
check:
  ${id}: off
\`\`\`

For all decks of a project, [in its config](../reference/config.md): \`check: { '${id}': 'off' }\`.`;
}

/** Returns the list of all rules. */
export function ruleList(pages: readonly RulePage[]): string {
  const table = (finder: Finder): string => {
    const rows = pages
      .filter((page) => page.finder === finder)
      .map(
        ({ id, about, text }) =>
          `| [\`${id}\`](${id}.md) | ${/\*\*Severity\*\*: (\w+)/.exec(text)?.[1] ?? ''} | ${about} |`,
      );
    return [
      '| rule | severity | finds |',
      '| --- | --- | --- |',
      ...(finder === 'check' ? rows : rows.toSorted()),
    ].join('\n');
  };
  return `## Slides

\`lectern check\` looks for these in a browser.

${table('check')}

## Sources

Every command that reads a deck reports these, except for those about an output, such as a PDF: \`lectern build\` reports them when it writes that output.

${table('compiler')}

## Themes

\`lectern theme check\` looks for these.

${table('theme')}`;
}

/** Returns the page of all rules with its list. */
export function withRuleList(text: string, pages: readonly RulePage[]): string {
  return text.replace(/(<!-- rules -->\n)[\s\S]*(\n<!-- \/rules -->)/, `$1\n${ruleList(pages)}\n$2`);
}

/** Returns the names of the files in `docs/rules/` without extension. */
export function ruleFiles(): string[] {
  return readdirSync(RULES_FOLDER).map((name) => path.basename(name, '.md'));
}

/** Writes pages with the current messages. @returns the pages as they are now. */
export function writeRulePages(pages: readonly RulePage[], results: ReadonlyMap<string, ExampleResult>): RulePage[] {
  return pages.map((page) => {
    const text = withFacts(page, results.get(page.id));
    if (text !== page.text) writeFileSync(page.file, text);
    return { ...page, text };
  });
}

if (process.argv[1] === import.meta.filename) {
  const pages = RULE_FACTS.map(readRulePage);
  const results = await runExamples(pages, { key: 'faulty', browser: browserPlaces() });
  const written = writeRulePages(pages, results);
  const list = path.join(RULES_FOLDER, 'README.md');
  writeFileSync(list, withRuleList(readFileSync(list, 'utf8'), written));
}
