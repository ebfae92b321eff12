import { defineRule, type Rule } from '../rule.ts';

export const definitionUnused: Rule = defineRule({
  id: 'definition-unused',
  severity: 'info',
  about: 'an unused link or footnote definition',
  options: {},
  check({ deck: { unusedDefinitions } }, report) {
    for (const { file, label, kind, position } of unusedDefinitions) {
      const name = kind === 'footnote' ? `Footnote [^${label}]` : `Definition [${label}]`;
      report(`${name} is unused; refer to it or remove it`, { file, place: position });
    }
  },
});
