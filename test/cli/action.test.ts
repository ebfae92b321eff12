import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { OLDEST_NODE } from '../../src/cli/node-version.ts';
import { project } from '../support/cli.ts';
import { ACTION, installLectern, runAction } from '../support/github-action.ts';

const GOOD = '---\ntitle: Good talk\n---\n\n## One\n\nA sentence to say.\n\n:::notes\nHello.\n:::\n';
const FAULTY = `${GOOD}\n## Two\n\n<p style="color: #bbb; background: #999">Grey</p>\n\n![A picture](gone.png)\n`;

describe('action.yml', () => {
  test('builds, checks, summarizes and publishes', async () => {
    const workspace = project({ 'repo/docs/talks/a talk.md': GOOD, 'repo/docs/other.md': FAULTY });
    installLectern(path.join(workspace, 'repo/docs'));
    const { code, log, summary, outputs, used } = await runAction({
      workspace: path.join(workspace, 'repo'),
      inputs: {
        'working-directory': 'docs',
        decks: 'talks/*.md\n',
        to: 'html',
        options: '--no-notes\n',
        pages: 'true',
      },
      others: {
        site: { base_url: 'https://ada.example.org/talks' },
        deploy: { page_url: 'https://ada.example.org/talks/' },
      },
    });
    expect({ code, log }).toMatchObject({ code: 0 });
    const dist = path.join(workspace, 'repo/docs/dist');
    expect(readdirSync(dist).toSorted()).toEqual(['a talk.cover.png', 'a talk.html', 'index.html']);
    const html = readFileSync(path.join(dist, 'a talk.html'), 'utf8');
    expect(html).not.toContain('Hello.');
    expect(html).toContain('https://ada.example.org/talks/a%20talk.html');
    expect(readFileSync(path.join(dist, 'index.html'), 'utf8')).toContain('<a href="./a%20talk.html">Good talk</a>');
    expect(summary).toContain('| <code>talks/a talk.md</code> | 2 | no problems |');
    expect(outputs).toMatchObject({ ok: 'true', 'page-url': 'https://ada.example.org/talks/' });
    expect(used.get('actions/upload-artifact@v4')).toMatchObject({ name: 'slides', path: 'docs/dist' });
    expect(used.get('actions/upload-pages-artifact@v4')).toEqual({ path: 'docs/dist' });
    expect([...used.keys()]).toContain('actions/deploy-pages@v4');
  });

  test('annotates problems from the root of the repository, keeps what was built, and fails', async () => {
    const workspace = project({ 'docs/slides/talk.md': FAULTY });
    installLectern(path.join(workspace, 'docs'), { doctor: false });
    const { code, failed, log, summary, outputs, used } = await runAction({
      workspace,
      inputs: { 'working-directory': 'docs', to: 'html', pages: 'true' },
    });
    expect({ code, failed }).toEqual({ code: 1, failed: 'Fail where something is wrong' });
    expect(log).toMatch(/^::error file=docs\/slides\/talk\.md,line=17,.*title=file-missing::/m);
    expect(log).toMatch(/^::warning file=docs\/slides\/talk\.md,line=15,.*title=contrast::/m);
    expect(summary).toContain('1 error');
    expect(outputs['ok']).toBe('false');
    expect(existsSync(path.join(workspace, 'docs/dist/talk.html'))).toBe(true);
    expect([...used.keys()].filter((name) => name.includes('upload'))).toEqual(['actions/upload-artifact@v4']);
  });

  test('does not trust decks from forks, and can do without the check', async () => {
    const workspace = project({ 'talk.md': '## One\n\n![A picture](.secret.png)\n' });
    writeFileSync(path.join(workspace, '.secret.png'), '');
    installLectern(workspace, { doctor: false });
    const { code, log } = await runAction({
      workspace,
      inputs: { decks: 'talk.md', to: 'html', check: 'off', artifact: '' },
      github: { 'github.event.pull_request.head.repo.fork': 'true' },
    });
    expect(code).toBe(1);
    expect(log).toMatch(/talk\.md:3:1 error .*“\.secret\.png”.* not read with --untrusted/);
  });

  test.each([
    [{ check: 'maybe' }, 'check is “maybe”, expected fail, report or off'],
    [{ check: 'off', options: '--thema=x' }, 'Did you mean --theme?'],
  ])('a wrong call fails with its message: %o', async (inputs, says) => {
    const workspace = project({ 'talk.md': '# A\n' });
    installLectern(workspace, { doctor: false });
    const { code, log } = await runAction({ workspace, inputs });
    expect({ failed: code > 0, says: log.includes(says) }).toEqual({ failed: true, says: true });
  });

  test('installs its own version, or the one that is named, where the project has none', async () => {
    const npm =
      '#!/bin/sh\n[ "$2" = --prefix ] || exit 9\nmkdir -p "$3/node_modules/.bin"\nprintf "#!/bin/sh\\necho \\"$*\\"\\nexit 7\\n" > "$3/node_modules/.bin/lectern"\nchmod +x "$3/node_modules/.bin/lectern"\n';
    const workspace = project({ 'talk.md': '# A\n', 'bin/npm': npm });
    chmodSync(path.join(workspace, 'bin/npm'), 0o755);
    const env = { PATH: `${path.join(workspace, 'bin')}:${process.env['PATH']}` };
    const own = await runAction({ workspace, env });
    expect(own).toMatchObject({ code: 7, failed: 'Install Lectern' });
    expect(own.log).toMatch(/lectern@\d+\.\d+\.\d+/);
    installLectern(workspace, { doctor: false });
    expect((await runAction({ workspace, env, inputs: { version: '9.8.7' } })).log).toContain('lectern@9.8.7');
  });

  test('sets up a Node that Lectern runs on, and no input is part of a script', () => {
    expect(Number(ACTION.inputs['node-version']?.default)).toBeGreaterThanOrEqual(Math.ceil(Number(OLDEST_NODE)));
    for (const { run = '', shell } of ACTION.runs.steps) {
      expect(run).not.toContain('${{');
      expect(shell).toBe(run === '' ? undefined : 'bash');
    }
    const text = JSON.stringify(ACTION.runs);
    for (const name of Object.keys(ACTION.inputs)) expect(text).toContain(`inputs.${name}`);
  });
});
