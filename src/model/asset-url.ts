const ASSET_SCHEME = 'lectern-asset:';

/** Returns the address that slides use for an image until an output decides where its bytes go. */
export function assetUrl(id: string): string {
  return ASSET_SCHEME + id;
}

/** Matches `src` and `poster` attributes that hold an `assetUrl`; its groups are the attribute and the file's id. */
export const ASSET_ATTRIBUTE: RegExp = new RegExp(`(src|poster)="${ASSET_SCHEME}([0-9a-f]{16})"`, 'g');
