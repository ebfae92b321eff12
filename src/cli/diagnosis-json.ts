import type { Diagnosis } from '../app/diagnose.ts';
import { homeFolder } from '../files/user-folders.ts';
import { namedVariables } from './environment.ts';

/**
 * Formats a diagnosis as JSON that can be published: paths in the home folder begin with `~`, and of environment variables
 * there are only the names.
 */
export function diagnosisJson({ project, browsers, endpoint, printing, ...others }: Diagnosis): string {
  const { problem, product, milliseconds } = printing;
  const report = {
    ...others,
    environment: namedVariables(),
    config: { ...project, file: project.file ?? null, problem: project.problem ?? null },
    browsers: browsers.map(({ kind, place, version }) => ({ kind, place, version: version ?? null })),
    browserUrl: endpoint?.by ?? null,
    printing: problem
      ? { ok: false, code: problem.code, reason: problem.message, advice: problem.advice }
      : { ok: true, browser: product, milliseconds },
  };
  const home = homeFolder();
  const shown = (_: string, value: unknown): unknown =>
    typeof value === 'string' && home.length > 1 ? value.replaceAll(home, '~') : value;
  return JSON.stringify(report, shown, 2);
}
