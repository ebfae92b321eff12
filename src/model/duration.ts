/** Reads a duration such as `90s`, `20m`, `1h30m` or a bare number of minutes in seconds; `undefined` for anything else. */
export function readDuration(text: string): number | undefined {
  const bare = /^\d+(?:\.\d+)?$/.exec(text);
  if (bare) return Math.round(Number(text) * 60) || undefined;
  const match = /^(?:(\d+)\s*h\s*)?(?:(\d+)\s*m(?:in)?\s*)?(?:(\d+)\s*s)?$/.exec(text.trim());
  if (!match) return undefined;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0) || undefined;
}

/** Formats a duration in seconds, as in `4 min` or `1 min 30 s`. */
export function shownDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds - minutes * 60);
  return [minutes > 0 && `${minutes} min`, (rest > 0 || minutes === 0) && `${rest} s`].filter(Boolean).join(' ');
}

/** Writes seconds as `readDuration` reads them, as in `1m30s`. */
export function writtenDuration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${hours > 0 ? `${hours}h` : ''}${minutes > 0 ? `${minutes}m` : ''}${rest > 0 ? `${rest}s` : ''}`;
}
