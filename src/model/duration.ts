/** Seconds of `90s`, `20m`, `1h30m` or of minutes as a bare number; `undefined` where it is none of these. */
export function readDuration(text: string): number | undefined {
  const bare = /^\d+(?:\.\d+)?$/.exec(text);
  if (bare) return Math.round(Number(text) * 60) || undefined;
  const match = /^(?:(\d+)\s*h\s*)?(?:(\d+)\s*m(?:in)?\s*)?(?:(\d+)\s*s)?$/.exec(text.trim());
  if (!match) return undefined;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0) || undefined;
}
