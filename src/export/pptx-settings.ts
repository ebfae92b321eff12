import { PPTX_FORMS, PPTX_SCHEMA, readPptxText } from '../markdown/pptx-settings.ts';
import { settings } from '../model/option.ts';
import type { OutputOption } from './output-options.ts';

export const pptxSettings: OutputOption<'pptx'> = {
  key: 'pptx',
  ...settings({
    name: 'pptx',
    value: 'template=FILE',
    help: `settings of the [presentation](powerpoint.md#templates): ${PPTX_FORMS}`,
    default: "the deck's",
    forms: `there is ${PPTX_FORMS}`,
    example: 'template=acme.potx',
    object: PPTX_SCHEMA,
    readSettings: readPptxText,
  }),
};
