import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { OLDEST_NODE } from '../src/cli/node-version.ts';

const root = path.join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface Form {
  name: string;
  description: string;
  body: { type: string; id: string; attributes: { label: string }; validations?: { required: boolean } }[];
}

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { steps: { run?: string; uses?: string }[] }>;
}

describe('forms for issues', () => {
  test.each(globSync('.github/ISSUE_TEMPLATE/{bug,idea}.yml', { cwd: root }))(
    '%s is a form that asks for the report of doctor',
    (name) => {
      const form = parse(read(name)) as Form;
      expect(form.name && form.description).toBeTruthy();
      const ids = form.body.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const doctor = form.body.find(({ id }) => id === 'doctor');
      expect(doctor?.attributes.label).toContain('lectern doctor --json');
      expect(doctor?.validations?.required ?? false).toBe(name.endsWith('bug.yml'));
    },
  );
});

test.each(['SECURITY.md', 'CODE_OF_CONDUCT.md', '.github/pull_request_template.md'])(
  'links of %s lead to files',
  (name) => {
    const targets = [...read(name).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target);
    for (const target of targets)
      expect(globSync(target, { cwd: path.dirname(path.join(root, name)) }), target).toHaveLength(1);
    expect(read(name)).not.toMatch(/TODO|TBD/);
  },
);

describe('a release', () => {
  const { permissions, jobs } = parse(read('.github/workflows/release.yml')) as Workflow;
  const { engines, publishConfig, scripts, files } = JSON.parse(read('package.json')) as {
    engines: { node: string };
    publishConfig: Record<string, unknown>;
    scripts: Record<string, string>;
    files: string[];
  };

  test('is packed from a fresh bundle, and shows which commit it was built from', () => {
    expect(publishConfig).toEqual({ access: 'public', provenance: true });
    expect(permissions['id-token']).toBe('write');
    expect(scripts['prepack']).toMatch(/^npm run bundle && /);
    expect(engines.node).toBe(`>=${OLDEST_NODE}`);
    expect(files).toContain('THIRD-PARTY-NOTICES.txt');
  });

  test('has a tag, a version and a section of the changelog that agree, and passes all tests before', () => {
    const runs = jobs['publish']?.steps.map(({ run = '' }) => run) ?? [];
    const at = (text: string): number => runs.findIndex((run) => run.includes(text));
    expect(at('GITHUB_REF_NAME')).toBeGreaterThanOrEqual(0);
    expect(at('npm run verify')).toBeGreaterThan(at('npm ci'));
    expect(at('npm publish')).toBe(runs.length - 1);
    expect(at('npm pkg set repository')).toBe(runs.length - 2);
  });
});
