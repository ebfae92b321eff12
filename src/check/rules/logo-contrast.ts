import { SEEN } from '../../files/logo-outline.ts';
import type { Logo } from '../../model/deck.ts';
import { defineRule, type Rule } from '../rule.ts';

export const logoContrast: Rule = defineRule({
  id: 'logo-contrast',
  severity: 'warning',
  about: 'a logo that is hard to see on the background of a slide',
  options: SEEN,
  check({ deck, file, pages }, report, { least, share }) {
    const { logo, positions } = deck.meta;
    const position = positions.get('logo');
    const reported = new Set<string>();
    for (const { slide, logo: seen } of pages) {
      if (!seen || !logo || reported.has(seen.ground)) continue;
      const lost = seen.contrasts.filter((contrast) => contrast < least).length / seen.contrasts.length;
      if (lost <= share) continue;
      reported.add(seen.ground);
      const contrast = seen.contrasts[Math.floor((lost * seen.contrasts.length) / 2)] ?? 1;
      const part = lost > 0.95 ? 'The logo' : `${Math.round(lost * 100)} % of the logo’s outline`;
      const reason = `${part} is hard to see on ${seen.ground}: contrast of ${contrast.toFixed(1)}:1, expected at least ${least}:1; ${adviceFor(logo)}`;
      report(reason, { slide, file, place: position, kind: seen.ground });
    }
  },
});

function adviceFor({ light, dark, plate }: Logo): string {
  if (plate === true || (light !== undefined && dark !== undefined && light !== dark))
    return 'use another file for this background';
  const name = light ?? dark ?? 'logo.svg';
  return `name a file for each kind of background, logo: {light: ${name}, dark: …}, or put a plate behind it, logo: {light: ${name}, plate: true}`;
}
