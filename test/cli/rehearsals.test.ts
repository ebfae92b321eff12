import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lectern, MAIN, project, type CliResult } from '../support/cli.ts';
import { connect, say } from '../support/talk-client.ts';
import { waitFor } from '../support/talk.ts';

const DECK = `---
title: A talk
cover: false
duration: 4m
---

# Beginning

## One {#one tone=dark}

## Two

::::steps
- red
- green
::::

# End

Words alone.

---

A slide without a heading.
`;

interface Rehearsed {
  /** What the talk has printed until its end. */
  output: string;
  rehearsals: (...args: string[]) => Promise<CliResult>;
  source: () => string;
}

/** Gives a talk with these seconds on its slides and steps. */
async function rehearse(times: [slide: string, step: number, seconds: number][]): Promise<Rehearsed> {
  const cwd = project({ 'talk.md': DECK });
  const env = { LECTERN_CACHE: path.join(cwd, 'cache'), NO_COLOR: '1' };
  const args = [MAIN, 'present', 'talk.md', '--rehearse', '--no-open', '--no-check', '--port', '0'];
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  await waitFor(() => /http:\S+/.test(output), 'the address', 30_000);
  const [address = ''] = /http:\S+/.exec(output) ?? [];
  await waitFor(async () => (await (await fetch(address)).text()).includes('section'), 'the deck', 30_000);
  const speaker = await connect({ address });
  say(speaker, { type: 'hello', version: '' });
  const since = Date.now() - 3600_000;
  let changed = since;
  const move = (slide: string, step: number): void => {
    const place = { slide, step };
    const talk = { at: place, shown: place, black: false, frozen: false, timer: { since, spent: 0 }, changed };
    say(speaker, { type: 'talk', talk });
  };
  for (const [slide, step, seconds] of times) {
    move(slide, step);
    changed += seconds * 1000;
  }
  const [slide = '', step = 0] = times.at(-1) ?? [];
  move(slide, step);
  await waitFor(() => speaker.heard.some((text) => text.includes('"type":"rehearsing","on":true')), 'the recording');
  const seen = speaker.heard.length;
  say(speaker, { type: 'rehearse', on: false });
  await waitFor(() => speaker.heard.slice(seen).some((text) => text.includes('"type":"rehearsals"')), 'the end');
  child.kill('SIGINT');
  await once(child, 'close');
  return {
    output,
    rehearsals: (...more) => lectern(['rehearsals', 'talk.md', ...more], { cwd, env }),
    source: () => readFileSync(path.join(cwd, 'talk.md'), 'utf8'),
  };
}

test('a rehearsal is shown beside the plan, and its times become durations', async () => {
  const { output, rehearsals, source } = await rehearse([
    ['beginning', 0, 10],
    ['one', 0, 62],
    ['two', 0, 30],
    ['two', 1, 9],
    ['two', 2, 21],
    ['end', 0, 5],
    // Until it is ended: the clock of this computer goes on from an hour ago.
    ['slide-5', 0, 0],
  ]);
  expect(output).toMatch(/Rehearsal:\n +Planned .*\n +2:24 +2:12 +Beginning\n/);
  const shown = await rehearsals();
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout).toMatch(/^talk\.md: 1 rehearsal\n\n +Planned {3}\d+ \w+, \d\d:\d\d\n +2:24 +2:12 +Beginning\n/);
  expect((await rehearsals('--slides')).stdout).toMatch(/ 0:48 +1:00 +3 · Two \(0:30 \+ 0:09 \+ 0:21\)\n/);
  const { rehearsals: list } = JSON.parse((await rehearsals('--json')).stdout) as {
    rehearsals: { slides: object[] }[];
  };
  expect(list[0]?.slides).toContainEqual({ id: 'two', steps: [30, 9, 21] });
  const asked = await rehearsals('--write');
  expect(asked.code).toBe(2);
  expect(asked.stderr).toBe(
    'lectern: cannot ask whether to write: this is not a terminal. Add --yes to write without being asked.\n',
  );
  expect(source()).toBe(DECK);
  const written = await rehearsals('--write', '--yes');
  expect(written.stdout).toContain('talk.md:9 1m One\n');
  expect(written).toMatchObject({ code: 0, stderr: '' });
  expect(source()).toContain(
    '# Beginning {duration=10s}\n\n## One {#one tone=dark duration=1m}\n\n## Two {duration=1m}\n',
  );
  expect(source()).toMatch(/---\n\n::slide\{duration=\w+\}\n\nA slide without a heading\.\n$/);
  expect((await rehearsals('--write', '--yes')).stdout).toMatch(/^No duration differs/);
}, 90_000);

test('calls that cannot be are refused with advice', async () => {
  const cwd = project({ 'talk.md': DECK });
  const env = { LECTERN_CACHE: path.join(cwd, 'cache') };
  expect(await lectern(['rehearsals'], { cwd, env })).toEqual({
    code: 0,
    stdout: 'talk.md: no rehearsals yet; lectern present talk.md --rehearse records one\n',
    stderr: '',
  });
  for (const [args, reason] of [
    [['--write'], 'lectern: talk.md has no rehearsals yet. Record one: lectern present talk.md --rehearse'],
    [['--run', '0'], '--run is “0”, expected the number of a rehearsal'],
  ] as const) {
    const { code, stderr } = await lectern(['rehearsals', ...args], { cwd, env });
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
  }
});
