import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CommandName } from '../../src/cli/commands.ts';
import { parseCall } from '../../src/cli/read-call.ts';
import { root } from '../support/browser.ts';
import { project } from '../support/cli.ts';
import { ACTION } from '../support/github-action.ts';
import { blocksOf, FILES, jobsOf, programs, run, runsOf } from '../support/recipes.ts';

describe('docs/automate/ci.md', () => {
  const usages = [...blocksOf('ci', 'GitHub Actions', 'yaml'), ...blocksOf('ci', 'GitHub Pages', 'yaml')];

  test('its workflows give the action inputs that it has, and the table has all of them', () => {
    expect(usages).toHaveLength(2);
    for (const usage of usages) {
      const step = jobsOf(usage)['slides']?.steps.find(({ uses = '' }) => uses.includes('/lectern@'));
      expect(Object.keys(ACTION.inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})));
    }
    const text = readFileSync(path.join(root, 'docs/automate/ci.md'), 'utf8');
    const rows = [...text.matchAll(/^\| `([\w-]+)` \|.*\| (?:`([^`]*)`|[^|`]*|[^|]*) \|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(ACTION.inputs));
    for (const [, name = '', usual] of rows) expect(ACTION.inputs[name]?.default).toBe(usual ?? '');
    const version = /lectern@v(\S+)/.exec(text)?.[1];
    expect(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))).toMatchObject({ version });
  });

  test('its workflow without the action checks and builds', () => {
    const [block = ''] = blocksOf('ci', 'Without the action', 'yaml');
    const deck = '---\ntitle: Good talk\n---\n\n## One\n\nA sentence to say.\n\n:::notes\nHello.\n:::\n';
    const cwd = project({ 'talks/a.md': deck, 'lectern.config.json': '{"to": "html"}' });
    const env = programs('real');
    const printed = runsOf(jobsOf(block)['slides']).map((script) => run(script, cwd, env));
    expect(printed).toEqual(['', '', 'talks/a.md → dist/a.html (2 slides)\n']);
  });

  test('its jobs for GitLab leave what they promise', () => {
    interface GitlabJob {
      script: string[];
      artifacts: { paths?: string[]; reports?: { codequality: string } };
    }
    const [block = ''] = blocksOf('ci', 'GitLab', 'yaml');
    const {
      default: shared,
      image,
      check,
      slides,
      pages,
    } = parse(block) as Record<string, GitlabJob> & {
      default: { before_script: string[] };
      image: string;
    };
    expect(readFileSync(path.join(root, 'Dockerfile'), 'utf8')).toContain(`FROM ${image}\n`);
    const cwd = project({ ...FILES, 'talks/a.md': '# A\n\n![](gone.png)\n' });
    const env = { ...programs('real'), CI_PROJECT_DIR: cwd };
    expect(run((slides?.script ?? []).join('\n'), cwd, programs('stub'))).toBe('build talks/*.md\n');
    expect(slides?.artifacts.paths).toEqual(['dist']);
    // The deck with an error is built all the same, and the job fails.
    const script = [...shared.before_script, ...(pages?.script ?? []).map((line) => `${line} || true`)];
    run(script.join('\n'), cwd, env);
    for (const name of pages?.artifacts.paths ?? []) expect(readdirSync(path.join(cwd, name))).toContain('a.html');
    expect(readFileSync(path.join(cwd, 'public/index.html'), 'utf8')).toContain('./a.html');
    run(`${check?.script.join('\n')} || [ $? = 1 ]`, cwd, env);
    const found = JSON.parse(
      readFileSync(path.join(cwd, check?.artifacts.reports?.codequality ?? ''), 'utf8'),
    ) as unknown[];
    expect(found).toContainEqual(
      expect.objectContaining({
        check_name: 'file-missing',
        location: { path: 'talks/a.md', lines: { begin: 3, end: 3 } },
      }),
    );
  });

  test.skipIf(spawnSync('make', ['--version']).status !== 0)(
    'its Makefile builds what changed, and nothing else',
    () => {
      const [makefile = ''] = blocksOf('ci', 'Make', 'make');
      const cwd = project({ ...FILES, 'lectern.config.json': '{}', Makefile: makefile });
      const env = programs('stub');
      const make = (): string[] =>
        run('make', cwd, env)
          .split('\n')
          .filter((line) => line.startsWith('build '));
      expect(make().toSorted()).toEqual(['build talks/a.md', 'build talks/b.md', 'build talks/c.md']);
      mkdirSync(path.join(cwd, 'dist'));
      for (const name of ['a', 'b', 'c'])
        for (const kind of ['html', 'pdf']) writeFileSync(path.join(cwd, `dist/${name}.${kind}`), '');
      expect(make()).toEqual([]);
      const later = new Date(statSync(path.join(cwd, 'dist/a.pdf')).mtimeMs + 10_000);
      utimesSync(path.join(cwd, 'talks/b.md'), later, later);
      expect(make()).toEqual(['build talks/b.md']);
      utimesSync(path.join(cwd, 'talks/images/i.svg'), later, later);
      expect(make()).toHaveLength(3);
      expect(run('make check', cwd, env)).toContain('check talks/a.md talks/b.md talks/c.md\n');
    },
  );
});

describe('docs/automate/docker.md', () => {
  const commands = ['Lectern in a container', 'Sandbox'].flatMap((section) =>
    (section === 'Sandbox' ? blocksOf('docker', section, 'sh') : firstBlocks()).flatMap((block) =>
      block.trim().split('\n'),
    ),
  );

  function firstBlocks(): string[] {
    const text = readFileSync(path.join(root, 'docs/automate/docker.md'), 'utf8').split('\n## ')[0] ?? '';
    return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  }

  test.each(commands.filter((command) => command.startsWith('docker run')))('%s', (command) => {
    // A program that takes the options of Docker, and tells what would run in the container, as which user, and where.
    const docker = `#!/bin/sh
[ "$1" = run ] || exit 9
shift
while [ "$1" != lectern ]; do
  case $1 in
    --rm | --interactive | --tty) ;;
    --volume | --user | --publish | --security-opt) shift ;;
    *) exit 8 ;;
  esac
  shift
done
shift
printf '%s\\n' "$@"
`;
    const folder = project({ docker });
    chmodSync(path.join(folder, 'docker'), 0o755);
    const printed = run(command, folder, { ...process.env, PATH: `${folder}:${process.env['PATH']}` });
    const [name = '', ...args] = printed.trim().split('\n');
    expect(['build', 'check', 'present']).toContain(name);
    expect(() => parseCall(name as CommandName, args)).not.toThrow();
    expect(args).toContain('talk.md');
  });

  test('it names the image as it is built', () => {
    expect(commands[0]).toBe('docker build --tag lectern .');
  });
});
