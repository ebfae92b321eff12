/**
 * Puts images where stand-ins of their size hold their places.
 *
 * @param pictures - addresses of stand-ins, and of the images that replace them.
 */
export async function placePictures(pictures: readonly (readonly [standIn: string, name: string])[]): Promise<void> {
  const names = new Map(pictures);
  // No event is heard where scripts are off.
  const show = (image: HTMLImageElement, name: string): Promise<void> => {
    image.src = name;
    return image.decode().catch(() => {});
  };
  // What many images ask for at once may be loaded more than once, and is then as often in the PDF.
  const first = new Map([...new Set(names.values())].map((name) => [name, new Image()]));
  await Promise.all([...first].map(([name, image]) => show(image, name)));
  await Promise.all(
    [...document.images].map((image) => {
      const name = names.get(image.getAttribute('src') ?? '');
      return name === undefined ? undefined : show(image, name);
    }),
  );
  first.clear();
}
