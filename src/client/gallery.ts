/** The script of the page that shows themes. */
import { fitSlides } from './fit-slides.ts';

/** Fits the slides of the page, fills in colours and sizes, and lets its controls work. */
export async function startGallery(floor: number): Promise<void> {
  keepTones();
  copyOnClick();
  await document.fonts.ready;
  fitSlides(document.querySelectorAll<HTMLElement>('section.slide'), floor);
  writeColours();
  writeSizes();
  document.documentElement.dataset['ready'] = '';
}

/** The control for tones changes all slides, and gives them their own tone back. */
function keepTones(): void {
  const shown = document.querySelectorAll<HTMLElement>('[data-follows-tone] .slide, .slide[data-follows-tone]');
  const own = new Map([...shown].map((slide) => [slide, slide.dataset['tone']]));
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name=tone]')) {
    input.addEventListener('change', () => {
      for (const [slide, tone] of own) {
        const wanted = input.value || tone;
        if (wanted) slide.dataset['tone'] = wanted;
        else delete slide.dataset['tone'];
      }
      writeSizes();
    });
  }
}

function copyOnClick(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const isCopied = await navigator.clipboard?.writeText(button.dataset['copy'] ?? '').then(
        () => true,
        () => false,
      );
      button.textContent = isCopied ? 'Copied' : 'Select it, and copy';
      setTimeout(() => (button.textContent = label), 1600);
    });
  }
}

/** Writes the value of each colour beside it: what the browser makes of the theme's tokens. */
function writeColours(): void {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!pen) return;
  for (const value of document.querySelectorAll<HTMLElement>('[data-colour]')) {
    const swatch = value.parentElement?.querySelector('i');
    if (!swatch) continue;
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = getComputedStyle(swatch).backgroundColor;
    pen.fillRect(0, 0, 1, 1);
    const parts = [...pen.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
    value.textContent = `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  }
}

/** Writes the size of each line of type, in px of a slide of 1280 × 720. */
function writeSizes(): void {
  for (const label of document.querySelectorAll<HTMLElement>('[data-size-of]')) {
    const line = label.nextElementSibling;
    if (!line) continue;
    const { fontSize, fontWeight, fontFamily } = getComputedStyle(line);
    const family = (fontFamily.split(',', 1)[0] ?? '').replace(/["']/g, '');
    const px = Math.round(Number.parseFloat(fontSize) / line.currentCSSZoom);
    const theme = line.closest<HTMLElement>('[data-theme]')?.dataset['theme'] ?? '';
    label.textContent = `${family.replace(new RegExp(` ${theme}$`), '')} ${fontWeight} · ${px} px`;
  }
}
