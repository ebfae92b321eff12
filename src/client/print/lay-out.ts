/**
 * Shows the document when all of its fonts are there, and measures its images: by their addresses, how many px of the
 * document one px of the image fills at most. Images that are not shown are left out.
 */
export async function layOut(addresses: readonly string[]): Promise<Record<string, number>> {
  await Promise.all([...document.fonts].map((font) => font.load().catch(() => {})));
  for (const main of document.querySelectorAll('main')) main.hidden = false;
  await document.fonts.ready;
  return measurePictures(addresses);
}

function measurePictures(addresses: readonly string[]): Record<string, number> {
  const wanted = new Set(addresses);
  const scales: Record<string, number> = {};
  for (const image of document.images) {
    const address = image.getAttribute('src') ?? '';
    const { width, height } = image.getBoundingClientRect();
    if (!wanted.has(address) || width === 0 || height === 0) continue;
    const [across, down] = [width / (image.naturalWidth || 1), height / (image.naturalHeight || 1)];
    const { objectFit } = getComputedStyle(image);
    const fits = objectFit === 'contain' || objectFit === 'scale-down';
    const scale = fits ? Math.min(across, down) : Math.max(across, down);
    scales[address] = Math.max(scales[address] ?? 0, objectFit === 'none' ? 1 : scale);
  }
  return scales;
}
