import { rule, type Rule } from '../rule.ts';

export const definitionUnused: Rule = rule({
  id: 'definition-unused',
  severity: 'info',
  about: 'a definition that nothing refers to',
  options: {},
  check({ deck: { unusedDefinitions } }, tell) {
    for (const { file, label, kind, position } of unusedDefinitions) {
      const name = kind === 'footnote' ? `Footnote [^${label}]` : `Definition [${label}]`;
      const { start, end } = position;
      const text = String(file.value);
      const whole = start.offset !== undefined && end.offset !== undefined;
      const after = text.charAt(end.offset ?? 0) === '\n' ? 1 : 0;
      const fix = whole ? { start: start.offset ?? 0, end: (end.offset ?? 0) + after, text: '' } : undefined;
      tell(`${name} is used nowhere; refer to it, or take it out`, { file, place: position, ...(fix && { fix }) });
    }
  },
});
