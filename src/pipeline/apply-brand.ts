import path from 'node:path';
import type { VFile } from 'vfile';
import { projectRootOf } from './deck-door.ts';
import type { DeckFront } from '../compile/read-front.ts';
import type { Door } from '../files/door.ts';
import type { LocatedFiles } from '../files/located-files.ts';
import { isFile } from '../files/plain-file.ts';
import type { DeckMeta } from '../model/deck.ts';
import { filesOf } from '../model/deck-files.ts';
import { fail } from '../model/messages.ts';

/** Names of brand files that are found by themselves. */
const NAMES = ['_brand.yml', '_brand.yaml'];

interface BrandChoice {
  /** The file that a project or a call names. */
  brand: string | undefined;
  door: Door;
  located: LocatedFiles | undefined;
}

/**
 * Gives a deck the brand of a `_brand.yml`: the one that its front matter names, else that of the call or the project, else one
 * beside the deck or where the project begins. What the front matter says itself takes precedence.
 *
 * @returns the brand file with its messages; `undefined` where there is none.
 */
export async function applyBrand({ file, meta }: DeckFront, choice: BrandChoice): Promise<VFile | undefined> {
  if (meta.brandFile === false) return undefined;
  const folder = path.dirname(path.resolve(file.cwd, file.path));
  const named = meta.brandFile ?? (choice.brand === undefined ? undefined : path.resolve(file.cwd, choice.brand));
  const written = named ?? findBrand(folder, projectRootOf(file), choice.located);
  if (written === undefined) return undefined;
  const address = path.isAbsolute(written) ? path.relative(folder, written) : written;
  const source = await filesOf(file).text(address.split(path.sep).map(encodeURIComponent).join('/'));
  if ('problem' in source) {
    const reason = `Cannot use the brand file “${written}”: ${source.problem}`;
    fail(file, reason, { place: meta.positions.get('brand'), ruleId: source.ruleId });
    return undefined;
  }
  const [{ readBrandFile }, { readBrandType }] = await Promise.all([
    import('../styles/brand-file.ts'),
    import('../styles/brand-fonts.ts'),
  ]);
  const brand = readBrandFile(source);
  if (!brand) return source;
  const from = path.dirname(path.resolve(source.cwd, source.path));
  const type = readBrandType(brand.typography, { folder: from, door: choice.door });
  const tokens = new Map(type.tokens);
  if (brand.primary !== undefined) tokens.set('accent', brand.primary);
  if (brand.secondary !== undefined) tokens.set('brand-2', brand.secondary);
  if (meta.tokens.has('brand')) tokens.delete('accent');
  meta.tokens = new Map([...tokens, ...meta.tokens]);
  meta.style = [...type.styles, ...meta.style];
  meta.brand = { palette: brand.palette, grounds: brand.grounds, faces: type.faces };
  if (brand.name !== undefined && !meta.positions.has('institution')) meta.institutions = [brand.name];
  if (brand.logo && !meta.logo) setLogo(meta, brand.logo, { from, folder });
  return source;
}

/** Returns the path of the brand file beside a deck, or in the folder where its project begins. */
function findBrand(folder: string, root: string, located: LocatedFiles | undefined): string | undefined {
  const files = [...new Set([folder, root])].flatMap((place) => NAMES.map((name) => path.join(place, name)));
  for (const file of files) located?.add(file);
  return files.find(isFile);
}

/** Addresses in a brand file are relative to it, those of a deck to the deck. */
function setLogo(
  meta: DeckMeta,
  { light, dark }: { light: string | undefined; dark: string | undefined },
  { from, folder }: { from: string; folder: string },
): void {
  const moved = (address: string | undefined): string | undefined =>
    address === undefined || /^(?:[a-z]+:)?\/\//i.test(address)
      ? address
      : path.relative(folder, path.resolve(from, address)).split(path.sep).join('/');
  meta.logo = { light: moved(light), dark: moved(dark), plate: 'auto' };
}
