import path from 'node:path';
import { filesOf } from '../../../model/deck-files.ts';
import { fail } from '../../../model/messages.ts';
import type { ExportJob } from '../../export-job.ts';
import { OutputFailure } from '../../output.ts';
import { readTemplate } from './read-template.ts';
import { TemplateFault } from './template-fault.ts';
import type { Template } from './template.ts';

/**
 * Reads the template that a call, a config or a deck names; `undefined` for none.
 *
 * @throws OutputFailure where it cannot be used; the deck has a message then
 */
export async function loadTemplate({ deck, file, options }: ExportJob): Promise<Template | undefined> {
  const called = options.pptx.template;
  const name = called ?? deck.meta.pptx.template;
  if (name === undefined) return undefined;
  const place = called === undefined ? deck.meta.positions.get('pptx') : undefined;
  const bytes = await filesOf(file).bytes(called === undefined ? name : path.resolve(file.cwd, called));
  if ('problem' in bytes) {
    fail(file, `Cannot use the template “${name}”: ${bytes.problem}`, { place, ruleId: bytes.ruleId });
    throw new OutputFailure();
  }
  try {
    return readTemplate(name, bytes);
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    fail(file, `Cannot use the template “${name}”: ${error.message}`, { place, ruleId: 'pptx-template' });
    throw new OutputFailure();
  }
}
