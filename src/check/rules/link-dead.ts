import type { Element } from 'hast';
import pMap from 'p-map';
import { elementsOf } from '../slide-text.ts';
import { positionOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

/** Only with `--online`: nothing else of a check leaves the computer. */
export const linkDead: Rule = defineRule({
  id: 'link-dead',
  severity: 'warning',
  about: 'a broken link to the web (only with --online)',
  options: {},
  async check({ deck: { slides }, ask }, report) {
    if (!ask) return;
    const isLink = ({ tagName, properties }: Element): boolean =>
      tagName === 'a' && /^https?:/i.test(String(properties['href'] ?? ''));
    const links = slides.flatMap((slide) => elementsOf(slide, isLink).map((link) => ({ slide, link })));
    const addresses = [...new Set(links.map(({ link }) => String(link.properties['href'])))];
    const answers = await pMap(addresses, async (address) => [address, await ask(address)] as const, {
      concurrency: 4,
    });
    const problems = new Map(answers);
    for (const { slide, link } of links) {
      const address = String(link.properties['href']);
      const problem = problems.get(address);
      if (problem !== undefined)
        report(`Broken link: “${address}” (${problem}); fix or remove it`, { slide, place: positionOf(link) });
    }
  },
});
