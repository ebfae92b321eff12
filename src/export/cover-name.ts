/** Where the picture for links to a deck lies, below the output folder. */
export function coverName(name: string): string {
  return `${name}.cover.png`;
}
