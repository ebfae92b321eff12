/**
 * Returns what this browser remembers under a name, whatever the talk.
 *
 * @param value - to be remembered from now on.
 */
export function remembered(name: string, value?: string): string | undefined {
  const key = `lectern:${name}`;
  try {
    if (value !== undefined) localStorage.setItem(key, value);
    return localStorage.getItem(key) ?? undefined;
  } catch {
    // Then the window alone has it.
    return value;
  }
}
