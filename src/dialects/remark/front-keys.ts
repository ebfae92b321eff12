import type { DialectSource } from '../../model/dialect.ts';
import { OWN_KEYS } from '../common/own-keys.ts';

/** Turns front matter of xaringan into that of Lectern. */
export function moveKeys({ front, report }: DialectSource): void {
  for (const [key, entry] of front.entries) {
    const { value } = entry;
    if (key === 'theme' || key === 'css' || key === 'style') front.remove(key);
    else if (OWN_KEYS.has(key)) {
      // R makes a date when it is knit.
      const isCode = typeof value === 'string' && /^`r\s/.test(value.trim());
      if (isCode) front.remove(key);
      if (isCode)
        report('lost', entry, { what: `${key}: ${String(value)}`, advice: 'write the text that R makes of it' });
    } else {
      front.remove(key);
      if (key === 'output') report('lost', entry, { what: 'output: …', advice: 'choose a “theme” of Lectern' });
    }
  }
}
