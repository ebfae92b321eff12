import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { chooseBrowser } from '../../src/browser/find-browser.ts';
import { SAME_BYTES } from '../../src/browser/launch-browser.ts';
import { places } from '../support/browser.ts';
import { project } from '../support/cli.ts';
import { blocksOf, expectShards, FILES, jobsOf, programs, run, runsOf } from '../support/recipes.ts';

describe('docs/automate/many-decks.md', () => {
  test('its jobs of a matrix and of GitLab build every shard, and one merges all reports', () => {
    const [github = '', gitlab = ''] = blocksOf('many', 'A CI matrix', 'yaml');
    const { shard, report } = jobsOf(github);
    const cwd = project();
    const env: NodeJS.ProcessEnv = { ...programs('stub'), GITHUB_STEP_SUMMARY: path.join(cwd, 'summary') };
    const numbers = shard?.strategy?.matrix.shard ?? [];
    for (const number of numbers)
      for (const script of runsOf(shard)) run(script.replaceAll('${{ matrix.shard }}', String(number)), cwd, env);
    const reports = numbers.map((number) => readFileSync(path.join(cwd, `report-${number}.json`), 'utf8'));
    expectShards(reports, 4);
    expect(runsOf(report).map((script) => run(script, cwd, env))[1]).toMatch(/^report (?:report-\d\.json ){4}--html/);
    const jobs = parse(gitlab) as Record<'shard' | 'report', { parallel: number; script: string[] }>;
    const numbered = Array.from({ length: jobs.shard.parallel }, (_, index) => {
      const number = String(index + 1);
      run(jobs.shard.script.join('\n'), cwd, {
        ...env,
        CI_NODE_INDEX: number,
        CI_NODE_TOTAL: String(jobs.shard.parallel),
      });
      return readFileSync(path.join(cwd, `report-${number}.json`), 'utf8');
    });
    expectShards(numbered, 4);
    expect(run(jobs.report.script.join('\n'), cwd, env)).toMatch(/^report (?:report-\d\.json ?){4}\n$/);
  });

  test('its job for Kubernetes builds every shard', () => {
    interface KubernetesJob {
      kind: string;
      spec: {
        completionMode: string;
        completions: number;
        podFailurePolicy: { rules: { onExitCodes: { values: number[] } }[] };
        template: { spec: { containers: { command: string[]; args: string[] }[] } };
      };
    }
    const [block = ''] = blocksOf('many', 'Kubernetes', 'yaml');
    const { kind, spec } = parse(block) as KubernetesJob;
    expect([kind, spec.completionMode, spec.podFailurePolicy.rules[0]?.onExitCodes.values]).toEqual([
      'Job',
      'Indexed',
      [1],
    ]);
    const [container] = spec.template.spec.containers;
    const [program = '', ...args] = [...(container?.command ?? []), ...(container?.args ?? [])];
    const cwd = project();
    const calls = Array.from({ length: spec.completions }, (_, index) => {
      execFileSync(program, args, { cwd, env: { ...programs('stub'), JOB_COMPLETION_INDEX: String(index) } });
      return readFileSync(path.join(cwd, `report-${index}.json`), 'utf8');
    });
    expectShards(calls, 4);
  });

  test('its lines for one machine build every shard', () => {
    const [xargs = '', parallel = ''] = blocksOf('many', 'GNU parallel and xargs', 'sh');
    const hasParallel = spawnSync('parallel', ['--version']).status === 0;
    for (const script of hasParallel ? [xargs, parallel] : [xargs]) {
      const cwd = project();
      expect(run(script, cwd, programs('stub'))).toBe(
        'report report-1.json report-2.json report-3.json report-4.json\n',
      );
      expectShards(
        [1, 2, 3, 4].map((number) => readFileSync(path.join(cwd, `report-${number}.json`), 'utf8')),
        4,
      );
    }
  });

  test('the first lines build shards, too', () => {
    const [block = ''] = blocksOf('many', 'Shards', 'sh');
    const cwd = project();
    const [, , report] = block.split('\n').map((line) => (line === '' ? '' : run(line, cwd, programs('stub'))));
    expectShards(
      [1, 2].map((number) => readFileSync(path.join(cwd, `report-${number}.json`), 'utf8')),
      2,
    );
    expect(report).toBe('report report-1.json report-2.json\n');
  });

  test('Turborepo and Nx know all inputs of the script, and all its outputs', () => {
    const [turbo = '', manifest = ''] = blocksOf('many', 'Turborepo', 'json');
    const [nx = ''] = blocksOf('many', 'Nx', 'json');
    const { inputs, outputs } = (parse(turbo) as { tasks: { slides: { inputs: string[]; outputs: string[] } } }).tasks
      .slides;
    const { namedInputs, targetDefaults } = parse(nx) as {
      namedInputs: { talks: (string | object)[] };
      targetDefaults: { slides: { inputs: string[]; outputs: string[] } };
    };
    const script = (parse(manifest) as { scripts: { slides: string } }).scripts.slides;
    const whole = project({ ...FILES, 'notes.txt': 'Of no use.', 'other/x.md': '# X\n' });
    const ofNx = namedInputs.talks
      .filter((one) => typeof one === 'string')
      .map((one) => one.replace('{projectRoot}/', ''));
    const needed = [inputs, ofNx].map((globs) => {
      const files = globSync(globs, { cwd: whole }).filter((name) => statSync(path.join(whole, name)).isFile());
      return files.toSorted();
    });
    expect(needed[1]).toEqual(needed[0]);
    expect(needed[0]).not.toContain('notes.txt');
    const bare = project();
    for (const name of needed[0] ?? []) cpSync(path.join(whole, name), path.join(bare, name));
    const env = programs('real');
    const built = [whole, bare].map((cwd) => {
      const before = new Set(globSync('**', { cwd }));
      run(script, cwd, env);
      const made = globSync('**', { cwd }).filter(
        (name) => !before.has(name) && statSync(path.join(cwd, name)).isFile(),
      );
      expect(new Set(made)).toEqual(new Set(globSync(outputs, { cwd }).filter((name) => made.includes(name))));
      return made.toSorted().map((name) => [name, readFileSync(path.join(cwd, name), 'utf8')]);
    });
    expect(built[1]).toEqual(built[0]);
    expect(built[0]).toHaveLength(3);
    expect(targetDefaults.slides.outputs).toEqual(['{projectRoot}/dist']);
    expect(targetDefaults.slides.inputs).toEqual(['talks']);
  });

  test('a browser that was started by its line prints the same bytes', async () => {
    const [start = '', build = ''] = blocksOf('many', 'A pool of browsers', 'sh');
    const [, ...flags] = start.trim().split(' ');
    for (const flag of SAME_BYTES) expect(flags).toContain(flag);
    const { path: program, env } = await chooseBrowser(places);
    const cwd = project({ 'talks/a.md': '# A\n\nOne.\n', 'lectern.config.json': '{"to": "pdf"}' });
    const own = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${path.join(cwd, 'profile')}`];
    const args = [...flags.map((flag) => flag.replace('=9222', '=0')), ...own];
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const port = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.on('error', reject);
      child.stderr.on('data', (data: Buffer) => {
        text += data.toString();
        const found = /listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(text)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    const pdf = path.join(cwd, 'dist/a.pdf');
    run(build.replace(':9222', `:${port}`), cwd, programs('real'));
    const far = readFileSync(pdf);
    run('lectern build "talks/*.md"', cwd, programs('real'));
    expect(readFileSync(pdf).equals(far)).toBe(true);
  });
});
