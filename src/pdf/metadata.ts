import type { PdfFile } from './pdf-file.ts';
import { pdfDate, pdfText, withoutControls } from './pdf-text.ts';

export interface PdfMetadata {
  title: string;
  authors: string[];
  institutions: string[];
  event: string;
  subject: string;
  keywords: string[];
  /** BCP 47 language tag. */
  lang: string;
  /** Seconds since 1970; `undefined` for no dates. */
  epoch: number | undefined;
  /** The file is one for everyone (ISO 14289-1). */
  accessible: boolean;
}

const CREATOR = 'Lectern';

/** Writes the document information dictionary (ISO 32000-1, 14.3.3). */
export function writeInfo(pdf: PdfFile, { title, authors, subject, keywords, epoch }: PdfMetadata): void {
  const producer = /\/Producer (\([^)]*\))/.exec(pdf.read(pdf.info))?.[1];
  const entries: [string, string][] = [
    ['Title', title],
    ['Author', authors.join(', ')],
    ['Subject', subject],
    ['Keywords', keywords.join(', ')],
    ['Creator', CREATOR],
  ];
  const date = epoch === undefined ? '' : pdfText(pdfDate(epoch));
  const dates = date ? [`/CreationDate ${date}`, `/ModDate ${date}`] : [];
  const lines = entries.filter(([, value]) => value).map(([key, value]) => `/${key} ${pdfText(value)}`);
  const all = [...lines, `/Producer ${producer ?? pdfText(CREATOR)}`, ...dates];
  pdf.write(pdf.info, `<<${all.join('\n')}>>`);
}

/** Adds the same as an XMP packet (ISO 16684-1), which newer readers look at, and returns its object number. */
export function addXmp(
  pdf: PdfFile,
  { title, authors, institutions, event, subject, keywords, lang, epoch, accessible }: PdfMetadata,
): number {
  const date = epoch === undefined ? '' : new Date(epoch * 1000).toISOString().replace('.000Z', 'Z');
  const localized = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const items = (texts: string[]): string => texts.map((text) => `<rdf:li>${escapeXml(text)}</rdf:li>`).join('');
  const properties = [
    `<dc:title>${localized(title)}</dc:title>`,
    authors.length > 0 ? `<dc:creator><rdf:Seq>${items(authors)}</rdf:Seq></dc:creator>` : '',
    subject ? `<dc:description>${localized(subject)}</dc:description>` : '',
    keywords.length > 0
      ? `<dc:subject><rdf:Bag>${items(keywords)}</rdf:Bag></dc:subject><pdf:Keywords>${escapeXml(keywords.join(', '))}</pdf:Keywords>`
      : '',
    ...[['organization', institutions] as const, ['event', [event].filter(Boolean)] as const].map(([name, texts]) =>
      texts.length > 0 ? `<prism:${name}><rdf:Bag>${items([...texts])}</rdf:Bag></prism:${name}>` : '',
    ),
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>`,
    // ISO 14289-1, 5: the file says of itself that everyone can read it.
    accessible ? `<pdfuaid:part>1</pdfuaid:part>` : '',
    date ? `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>` : '',
  ];
  const namespaces = [
    `xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    `xmlns:pdf="http://ns.adobe.com/pdf/1.3/"`,
    ...(accessible ? [`xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"`] : []),
    // PRISM has names for these, Dublin Core has none.
    ...(institutions.length > 0 || event ? [`xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"`] : []),
    `xmlns:xmp="http://ns.adobe.com/xap/1.0/"`,
  ];
  const packet = [
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    `<rdf:Description rdf:about="" ${namespaces.join(' ')}>`,
    ...properties.filter(Boolean),
    `</rdf:Description></rdf:RDF></x:xmpmeta>`,
    `<?xpacket end="r"?>`,
  ].join('\n');
  return pdf.addStream('/Type /Metadata\n/Subtype /XML', Buffer.from(packet, 'utf8'));
}

function escapeXml(text: string): string {
  return withoutControls(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
