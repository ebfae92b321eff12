import { PPTX_FORMS, PPTX_SCHEMA, readPptxText } from '../markdown/pptx-settings.ts';
import type { PptxSettings } from '../model/pptx.ts';
import { LecternError } from '../model/errors.ts';
import { text } from '../model/option.ts';
import type { OutputOption } from './output-options.ts';

export const pptxSettings: OutputOption<'pptx'> = {
  key: 'pptx',
  ...text({
    name: 'pptx',
    value: 'template=FILE',
    help: `settings of the [presentation](powerpoint.md#templates): ${PPTX_FORMS}`,
    default: "the deck's",
  }),
  read: readPptxOption,
  fromConfig: (value) =>
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map((entry) => entry.join('='))
          .join(',')
      : undefined,
  schema: { anyOf: [{ type: 'string' }, PPTX_SCHEMA] },
};

function readPptxOption(given: string): Partial<PptxSettings> {
  const read = readPptxText(given);
  if (read) return read;
  throw new LecternError('USAGE', `invalid value “${given}” for --pptx`, {
    advice: `Write it as in --pptx template=acme.potx; there is ${PPTX_FORMS}.`,
  });
}
