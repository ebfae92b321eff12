/** Returns the name of a label as an id: LaTeX allows blanks in it. */
export function labelName(written: string): string {
  return written.trim().replace(/\s+/g, '-');
}
