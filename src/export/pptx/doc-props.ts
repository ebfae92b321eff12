import { dateOf } from '../pdf-file.ts';
import type { Presentation } from './slide-part.ts';
import { xml } from './xml.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CORE = `${PACKAGE}/metadata/core-properties`;
const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';

/** Adds title, authors, keywords and the like, as file managers and screen readers show them. */
export function addDocumentProperties({ package: file, job, shown }: Presentation): void {
  const { meta } = job.deck;
  const { epoch = dateOf(job.deck) } = job;
  const date = epoch === undefined ? undefined : new Date(epoch * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  const core = 'docProps/core.xml';
  file.relate('', `${PACKAGE}/relationships/metadata/core-properties`, core);
  file.add(
    core,
    xml(
      'cp:coreProperties',
      {
        'xmlns:cp': CORE,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      xml('dc:title', {}, meta.title),
      xml('dc:subject', {}, meta.subtitle),
      xml('dc:creator', {}, meta.authors.join('; ')),
      xml('cp:keywords', {}, meta.keywords.join(', ')),
      xml('dc:description', {}, meta.description),
      date && ['created', 'modified'].map((what) => xml(`dcterms:${what}`, { 'xsi:type': 'dcterms:W3CDTF' }, date)),
      xml('dc:language', {}, meta.lang),
    ),
    'application/vnd.openxmlformats-package.core-properties+xml',
  );
  const extended = 'docProps/app.xml';
  file.relate('', 'extended-properties', extended);
  file.add(
    extended,
    xml('Properties', { xmlns: EXTENDED }, xml('Application', {}, 'Lectern'), xml('Slides', {}, String(shown.length))),
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  );
}
