import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'puppeteer';
import { whyNoTemporaryFiles } from '../files/user-folders.ts';
import { LecternError } from '../model/errors.ts';
import type { BrowserProgram } from './embedded-browser.ts';
import { withTimeout } from './with-timeout.ts';
import { startTracked } from './running-browsers.ts';

/** Milliseconds; a browser that is slower than this on a busy machine will not print either. */
const TIMEOUT = 30_000;

/**
 * Slides are drawn in one piece, up to three times their size: where pieces meet, gradients come out a little different
 * from one run to the next. Longer documents are drawn in pieces as ever, of which only those are made that are seen.
 */
const WHOLE_SLIDES = ['--max-untiled-layer-width=8192', '--max-untiled-layer-height=3072'];

/** Flags that make the same document the same bytes, in whatever way the browser was started. */
export const SAME_BYTES: readonly string[] = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  ...WHOLE_SLIDES,
];

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...SAME_BYTES,
];

/** Names of sockets may have some 100 bytes. */
const LONGEST_FOLDER = 60;

/** Puts what a browser would leave in the system's folder for temporary files into its profile, which is removed. */
function temporaryFolder(profile: string): NodeJS.ProcessEnv {
  return profile.length > LONGEST_FOLDER ? {} : { TMPDIR: profile };
}

/** A browser that brings fonts of its own has those as well that the user's configuration names. */
async function ownFonts(
  inherited: NodeJS.ProcessEnv,
  { env }: BrowserProgram,
  profile: string,
): Promise<NodeJS.ProcessEnv> {
  const [own, brought] = [inherited['FONTCONFIG_FILE'], env['FONTCONFIG_FILE']];
  if (!own || brought === undefined) return {};
  const file = path.join(profile, 'own-fonts.conf');
  const included = [brought, path.resolve(own)].map((name) => `<include ignore_missing="yes">${inXml(name)}</include>`);
  await writeFile(file, `<?xml version="1.0"?>\n<fontconfig>\n${included.join('\n')}\n</fontconfig>\n`);
  return { FONTCONFIG_FILE: file };
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/**
 * Starts a browser, headless and without network use of its own.
 *
 * @throws LecternError `BROWSER_FAILED`
 */
export async function launchBrowser(choose: () => Promise<BrowserProgram>): Promise<Browser> {
  const [{ puppeteer }, program] = await Promise.all([import('./puppeteer.ts'), choose()]);
  const asRoot = process.getuid?.() === 0;
  try {
    return await startTracked(async (profile, signal) => {
      // What the browser itself reads from its environment is not Lectern's to choose.
      const inherited = { ...process.env };
      const fonts = await ownFonts(inherited, program, profile);
      return withTimeout(
        puppeteer.launch({
          executablePath: program.path,
          pipe: true,
          headless: true,
          // Signals are the command line's business: it ends the browser on every way out.
          handleSIGINT: false,
          handleSIGTERM: false,
          handleSIGHUP: false,
          protocolTimeout: 600_000,
          signal,
          // Pages are opened when they are needed; waiting for another one would go on for 30 s after the browser is gone.
          waitForInitialPage: false,
          args: asRoot ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS,
          userDataDir: profile,
          env: { ...inherited, ...program.env, ...fonts, ...temporaryFolder(profile) },
        }),
        TIMEOUT,
      );
    });
  } catch (cause) {
    const noRoom = await whyNoTemporaryFiles();
    if (noRoom !== undefined) {
      const advice = 'Make room there or make it writable, or name another folder in TMPDIR.';
      throw new LecternError('BROWSER_FAILED', `the browser does not start: Lectern ${noRoom}`, { advice, cause });
    }
    throw new LecternError('BROWSER_FAILED', `the browser ${program.path} does not start`, {
      advice: '“lectern doctor” tests every browser found; name a working one with --browser or LECTERN_BROWSER.',
      cause,
    });
  }
}
