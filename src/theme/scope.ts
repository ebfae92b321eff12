import type { Selector, SelectorComponent } from 'lightningcss';

/**
 * Confines a theme's selector to slides that have the theme: `:root` and `html` become the slide itself, `.slide`,
 * `[data-tone]` and `[data-layout]` need the theme's name beside them, and what stands elsewhere needs it around.
 */
export function scopeSelector(selector: Selector, name: string): Selector {
  const scope: SelectorComponent = {
    type: 'attribute',
    name: 'data-theme',
    operation: { operator: 'equal', value: name, caseSensitivity: 'case-sensitive' },
  } as SelectorComponent;
  const end = selector.findIndex(({ type }) => type === 'combinator');
  const first = end === -1 ? selector : selector.slice(0, end);
  const rest = end === -1 ? [] : selector.slice(end);
  if (first.some((part) => isScope(part, name))) return selector;
  if (first.some(isRoot)) return [scope, ...first.filter((part) => !isRoot(part)), ...rest];
  if (first.some(isSlide)) return [...beforePseudo(first, scope), ...rest];
  return [scope, { type: 'combinator', value: 'descendant' }, ...selector];
}

function isScope(part: SelectorComponent, name: string): boolean {
  return part.type === 'attribute' && part.name === 'data-theme' && JSON.stringify(part).includes(JSON.stringify(name));
}

function isRoot(part: SelectorComponent): boolean {
  return (part.type === 'pseudo-class' && part.kind === 'root') || (part.type === 'type' && part.name === 'html');
}

function isSlide(part: SelectorComponent): boolean {
  if (part.type === 'class') return part.name === 'slide';
  return part.type === 'attribute' && ['data-tone', 'data-layout'].includes(part.name);
}

/** In a compound selector, pseudo-elements come last. */
function beforePseudo(parts: SelectorComponent[], scope: SelectorComponent): SelectorComponent[] {
  const at = parts.findIndex(({ type }) => type === 'pseudo-element');
  return at === -1 ? [...parts, scope] : [...parts.slice(0, at), scope, ...parts.slice(at)];
}
