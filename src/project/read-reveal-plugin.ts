import path from 'node:path';
import { createDoor } from '../files/door.ts';
import { ownFolder } from '../files/package-files.ts';
import { isFile, readPlainFile, readPlainText } from '../files/plain-file.ts';
import { LecternError } from '../model/errors.ts';
import { mediaTypeOf } from '../model/media-types.ts';
import type { PluginWarning, RevealPlugin, RevealPluginSource } from '../model/plugins.ts';
import { StyleFault } from '../model/style-fault.ts';
import { PluginFault, pluginScript } from '../render/plugin-script.ts';
import { webAddresses } from '../render/web-addresses.ts';
import { embedAll } from '../styles/embed-style-files.ts';
import { readStyles } from '../styles/read-styles.ts';
import { withFilesInside } from './plugin-files.ts';

/**
 * Reads a plugin of reveal.js, with the files that it loads from beside itself inside.
 *
 * @throws LecternError `USAGE` where a file is missing or the plugin cannot be used
 */
export async function readRevealPlugin(source: RevealPluginSource): Promise<RevealPlugin> {
  const { name, network } = source;
  try {
    for (const file of [source.script, ...source.styles])
      if (!isFile(file)) throw new PluginFault(`no such file: ${path.relative('', file)}`);
    for (const origin of network)
      if (!isOrigin(origin)) throw new PluginFault(`“${origin}” is not an origin, such as https://example.org`);
    const warnings: PluginWarning[] = [];
    const folder = ownFolder(source.script, path.parse(source.script).root);
    const readStyle = (file: string): Promise<string> => wholeStyle(file, folder, warnings);
    const written = plainScript(await readPlainText(source.script));
    const code = await withFilesInside(written, path.dirname(source.script), async (file) =>
      file.endsWith('.css') ? dataAddress(file, await readStyle(file)) : dataAddress(file, await readPlainFile(file)),
    );
    const script = await pluginScript({ ...source, code });
    const styles: string[] = [];
    for (const file of source.styles) styles.push(await readStyle(file));
    warnings.unshift(...networkWarnings(source, written));
    return { name, script, style: styles.join('\n'), network, warnings: warnings.map(named(name)) };
  } catch (error) {
    if (!(error instanceof PluginFault || error instanceof StyleFault)) throw error;
    throw new LecternError('USAGE', `the reveal.js plugin “${name}” cannot be used: ${error.message}`, {
      advice: 'Correct it in the configuration, or remove it.',
      cause: error,
    });
  }
}

function named(name: string): (warning: PluginWarning) => PluginWarning {
  return ({ reason, ruleId }) => ({ reason: `The reveal.js plugin “${name}” ${reason}`, ruleId });
}

/** The script as a page reads it, without a pointer to a missing file. */
function plainScript(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .replaceAll(/^[ \t]*\/\/[#@] ?source(?:Mapping)?URL=.*$/gm, '');
}

/** A style sheet with everything inside that it shows. */
async function wholeStyle(file: string, folder: string, warnings: PluginWarning[]): Promise<string> {
  const door = createDoor({ projectRoot: folder });
  door.open(path.dirname(file));
  const sheet = await readStyles(`@import ${JSON.stringify(file)};`, { source: file, door });
  for (const { message, ruleId } of sheet.faults ?? [])
    warnings.push({ reason: `has a style sheet with a mistake. ${message}`, ruleId });
  for (const reason of sheet.warnings ?? [])
    warnings.push({ reason: `has a style sheet: ${reason}`, ruleId: 'theme-font' });
  return embedAll(sheet);
}

function dataAddress(file: string, bytes: Uint8Array | string): string {
  const type = mediaTypeOf(file) ?? 'application/octet-stream';
  return `data:${type.replace('; ', ';')};base64,${Buffer.from(bytes).toString('base64')}`;
}

function networkWarnings({ network }: RevealPluginSource, code: string): PluginWarning[] {
  const declared = network.map((origin) => ({
    reason: `loads from ${origin}, which may be out of reach on stage`,
    ruleId: 'needs-network' as const,
  }));
  const found = webAddresses(code)
    .filter((address) => !network.includes(new URL(address, 'https://example.org').origin))
    .map((address) => ({
      reason: `seems to load “${address}”, which the deck’s page refuses; allow its origin with “network”, or use a build that has everything inside`,
      ruleId: 'needs-network' as const,
    }));
  return [...declared, ...found];
}

/** Tells whether a text is an origin as a policy may name it. */
function isOrigin(text: string): boolean {
  if (!/^(?:https?|wss?):\/\/[\w.-]+(?::\d+)?$/i.test(text)) return false;
  return URL.canParse(text);
}
