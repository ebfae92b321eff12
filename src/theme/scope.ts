import type { Selector, SelectorComponent } from 'lightningcss';

/**
 * Confines a theme's selector to the slides that have the theme. For the theme of single slides `:root` is the slide
 * itself, and everything needs the theme's name; the deck's own theme keeps off slides that name another.
 *
 * @param name - the theme's name, or `undefined` for the deck's own theme.
 */
export function scopeSelector(selector: Selector, name: string | undefined): Selector {
  const scope = name === undefined ? UNNAMED : named(name);
  const end = selector.findIndex(({ type }) => type === 'combinator');
  const first = end === -1 ? selector : selector.slice(0, end);
  const rest = end === -1 ? [] : selector.slice(end);
  if (first.some((part) => same(part, scope))) return selector;
  if (first.some(isSlide)) return [...beforePseudo(first, scope), ...rest];
  if (name === undefined) return selector;
  if (first.some(isRoot)) return [scope, ...first.filter((part) => !isRoot(part)), ...rest];
  return [scope, { type: 'combinator', value: 'descendant' }, ...selector];
}

const HAS_NAME: SelectorComponent = { type: 'attribute', name: 'data-theme' };
const UNNAMED: SelectorComponent = { type: 'pseudo-class', kind: 'not', selectors: [[HAS_NAME]] };

function named(name: string): SelectorComponent {
  const operation = { operator: 'equal', value: name, caseSensitivity: 'case-sensitive' } as const;
  return { type: 'attribute', name: 'data-theme', operation };
}

/** The visitor meets what it has returned once more. */
function same(part: SelectorComponent, scope: SelectorComponent): boolean {
  const plain = (component: SelectorComponent): string =>
    JSON.stringify(component, (_, value: unknown) => value ?? undefined);
  return part.type === scope.type && plain(part) === plain(scope);
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
