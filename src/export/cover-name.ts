/** Returns the path of the preview image for links, relative to the output folder. */
export function coverName(name: string): string {
  return `${name}.cover.png`;
}
