import type { PptxSettings } from '../model/pptx.ts';

/** The settings and their values, for messages. */
export const PPTX_FORMS = 'template (the path of a .potx or .pptx file)';

/** JSON Schema of the settings. */
export const PPTX_SCHEMA: Readonly<Record<string, unknown>> = {
  type: 'object',
  additionalProperties: false,
  properties: { template: { type: 'string', pattern: String.raw`\.([pP][oO][tT][xX]|[pP][pP][tT][xX])$` } },
};

/** Reads settings of presentations; `undefined` where one is unknown or has a value of another kind. */
export function readPptx(value: unknown): Partial<PptxSettings> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const isSound = entries.every(
    ([key, given]) => key === 'template' && typeof given === 'string' && /\.(?:potx|pptx)$/i.test(given),
  );
  return isSound ? (Object.fromEntries(entries) as Partial<PptxSettings>) : undefined;
}

/** Reads the same as text, as in `template=acme.potx`. */
export function readPptxText(text: string): Partial<PptxSettings> | undefined {
  const at = text.indexOf('=');
  return at < 0 ? undefined : readPptx({ [text.slice(0, at).trim()]: text.slice(at + 1).trim() });
}
