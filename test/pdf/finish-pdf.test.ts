import { expect, test } from 'vitest';
import { finishPdf } from '../../src/pdf/finish-pdf.ts';
import { compileText } from '../support/compile.ts';
import { smallPdf } from '../support/small-pdf.ts';

test('a PDF in a form that Lectern does not know stays as it was printed', async () => {
  const { deck } = await compileText('## A\n');
  const finished = finishPdf(smallPdf(), deck, { epoch: 0 });
  expect(finished.unfinished).toBeUndefined();
  expect(Buffer.from(finished.bytes).toString('latin1')).toMatch(/^%PDF-1\.7\n/);

  const { bytes } = finished;
  expect(finishPdf(bytes, deck, { epoch: 0 })).toEqual({
    bytes,
    accessFaults: [],
    unfinished: 'it has no “Size” entry',
  });
  const table = Buffer.from(Buffer.from(smallPdf()).toString('latin1').replace('\nxref\n', '\nxraf\n'), 'latin1');
  expect(finishPdf(table, deck, { epoch: 0 })).toMatchObject({
    bytes: table,
    unfinished: 'it has no plain cross-reference table',
  });
});
