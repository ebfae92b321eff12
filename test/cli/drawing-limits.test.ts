import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { lectern, project } from '../support/cli.ts';

const GRAPH = Array.from({ length: 60 }, (_, from) =>
  Array.from({ length: 60 }, (_, to) => `a${from}->a${to}`).join(';'),
).join(';');
const ENDLESS = `## Graph\n\n\`\`\`dot\ndigraph{${GRAPH}}\n\`\`\`\n`;

/** Ids of the processes that draw for `parent`, read from Linux's own tables. */
function drawers(parent: number | undefined): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const above = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return above === parent && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--permission');
      } catch {
        return false; // It ended while it was being looked at.
      }
    })
    .map(Number);
}

describe.runIf(process.platform === 'linux')('a drawing that never ends', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('ends with the build by %s', async (signal) => {
    const cwd = project({ 'talk.md': ENDLESS });
    let drawing: number[] = [];
    const { code } = await lectern(['build', 'talk.md', '--to', 'html'], {
      cwd,
      onStart: (child) => {
        void vi
          .waitUntil(() => (drawing = drawers(child.pid)).length > 0, { timeout: 60_000 })
          .then(() => child.kill(signal));
      },
    });
    expect(code).toBe(signal === 'SIGINT' ? 130 : 143);
    expect(drawing).toHaveLength(1);
    await vi.waitUntil(() => drawing.every((pid) => !existsSync(`/proc/${pid}`)), { timeout: 30_000 });
  });

  test('is a message at its fence, and other decks are written', async () => {
    const cwd = project({ 'bad.md': ENDLESS, 'good.md': '## Good\n\n```dot\ndigraph { a -> b }\n```\n' });
    const { stderr, code } = await lectern(['build', 'bad.md', 'good.md', '--to', 'html'], { cwd });
    expect(stderr).toMatch(/bad\.md:3:1.*more than 10 s/);
    expect(code).toBe(0);
    expect(readFileSync(path.join(cwd, 'dist/good.html'), 'utf8')).toContain('class="media drawing diagram"');
    expect(existsSync(path.join(cwd, 'dist/bad.html'))).toBe(true);
  });
});
