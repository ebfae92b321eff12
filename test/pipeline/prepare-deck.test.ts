import { expect, onTestFinished, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import type { BrowserPlaces } from '../../src/browser/find-browser.ts';
import { check } from '../../src/app/check.ts';
import { readCheckSettings, type CheckSettings } from '../../src/model/check-settings.ts';
import { present } from '../../src/app/present.ts';
import { project } from '../support/cli.ts';

const FAULTS = 'tokens: {acent: red}\ntitel: Hello\n---\n\n## A {colour=red}\n\nWords.\n';
/** The deck turns off one rule and the project another. */
const DECK = `---\ncheck: {token: off}\n${FAULTS}`;
const RULES = readCheckSettings({ 'slide-setting': 'off' }) ?? new Map();

/** Ids of the rules that messages of a deck come from. */
type Run = (cwd: string, browser: BrowserPlaces, rules: CheckSettings) => Promise<(string | undefined)[]>;

const RUNS: [name: string, run: Run][] = [
  [
    'build',
    async (cwd, browser, rules) => {
      const { decks } = await build({ decks: ['talk.md'], to: ['html'], cwd, browser, rules });
      return (decks[0]?.file.messages ?? []).map(({ ruleId }) => ruleId);
    },
  ],
  [
    'check',
    async (cwd, browser, settings) => {
      const { decks } = await check({ decks: ['talk.md'], cwd, browser, settings });
      return (decks[0]?.file.messages ?? []).map(({ ruleId }) => ruleId);
    },
  ],
  [
    'present',
    async (cwd, browser, rules) => {
      const found: (string | undefined)[] = [];
      const talk = await present({
        deck: 'talk.md',
        port: 0,
        cwd,
        browser,
        check: false,
        rules,
        onNews: ({ sources }) => found.push(...sources.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))),
      });
      onTestFinished(() => talk.close());
      return found;
    },
  ],
];

test.each(RUNS)('%s drops messages of rules that the deck or the project turns off', async (_, run) => {
  const rulesOf = (deck: string, rules: CheckSettings): ReturnType<Run> => {
    const cwd = project({ 'talk.md': deck });
    // Messages of reading need no browser; none is found here.
    return run(cwd, { named: undefined, cacheFolder: `${cwd}/cache`, home: cwd, searchPath: [] }, rules);
  };
  expect(await rulesOf(`---\n${FAULTS}`, new Map())).toEqual(['token', 'front-matter-key', 'slide-setting']);
  expect(await rulesOf(DECK, RULES)).toEqual(['front-matter-key']);
});
