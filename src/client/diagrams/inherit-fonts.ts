/** Takes the names of fonts out of a diagram, so that it has the font of its slide. */
export function inheritFonts(root: Element): void {
  for (const part of root.querySelectorAll('style, [style], [font-family]')) {
    const css = part.getAttribute('style');
    if (css?.includes('font-family')) {
      part.setAttribute('style', css.replace(/font-family:[^;]*/g, 'font-family:inherit'));
    }
    if (part.hasAttribute('font-family')) part.setAttribute('font-family', 'inherit');
    if (part.localName === 'style') {
      part.textContent = (part.textContent ?? '').replace(/font-family:[^;}]*/g, 'font-family:inherit');
    }
  }
}
