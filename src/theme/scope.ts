import type { Selector, SelectorComponent } from 'lightningcss';

/**
 * Confines a theme's selector to the slides that have the theme. For the theme of single slides `:root` is the slide
 * itself, and everything needs the theme's name; the deck's own theme keeps off slides that name another.
 *
 * What a theme of single slides says of `:root` alone is left to `rootSelector`: a slide's tone has to be above it.
 *
 * @param name - the theme's name, or `undefined` for the deck's own theme.
 */
export function scopeSelector(selector: Selector, name: string | undefined): Selector {
  if (selector.some(isNested)) return selector;
  const scope = name === undefined ? UNNAMED : named(name);
  const end = selector.findIndex(({ type }) => type === 'combinator');
  const first = end === -1 ? selector : selector.slice(0, end);
  const rest = end === -1 ? [] : selector.slice(end);
  if (first.some((part) => same(part, scope) || same(part, OWN_SLIDES) || same(part, NOBODY))) return selector;
  if (name !== undefined && isRootAlone(selector)) return [NOBODY];
  if (first.some(isSlide)) return [...beforePseudo(first, scope), ...rest];
  if (name === undefined) return ownTheme(selector, first, rest);
  // Themes made for reveal.js say `.reveal h1`: a slide is inside the deck, which has no theme.
  if (first.some((part) => isRoot(part) || isDeck(part))) {
    return [scope, ...first.filter((part) => !isRoot(part) && !isDeck(part)), ...rest];
  }
  return [scope, DESCENDANT, ...selector];
}

/** Names no element: rules for it alone are taken out again by `withoutNobody`. */
const NOBODY: SelectorComponent = { type: 'type', name: 'lectern-nobody' };

/** Makes `:root` alone select the slides with the theme; other selectors become one that `withoutNobody` removes. */
export function rootSelector(selector: Selector, name: string): Selector {
  if (selector.some((part) => isNested(part) || same(part, named(name)) || same(part, NOBODY))) return selector;
  return [isRootAlone(selector) ? named(name) : NOBODY];
}

/** Removes selectors that `rootSelector` emptied from minified CSS. */
export function withoutNobody(css: string): string {
  return css
    .replace(/,lectern-nobody(?=[,{])/g, '')
    .replace(/(?<=[{};])lectern-nobody,/g, '')
    .replace(/(?<=[{};])lectern-nobody\{[^{}]*\}/g, '');
}

function isRootAlone(selector: Selector): boolean {
  return selector.length === 1 && selector.every(isRoot);
}

const DESCENDANT: SelectorComponent = { type: 'combinator', value: 'descendant' };
const HAS_NAME: SelectorComponent = { type: 'attribute', name: 'data-theme' };
const UNNAMED: SelectorComponent = { type: 'pseudo-class', kind: 'not', selectors: [[HAS_NAME]] };
/** Adds nothing to what it is in front of, so that rules keep their order. */
const OWN_SLIDES: SelectorComponent = {
  type: 'pseudo-class',
  kind: 'where',
  selectors: [[{ type: 'class', name: 'slide' }, UNNAMED]],
};

/** `h2` is any heading, so it is confined; the page itself and reveal.js's own parts are nobody's slide. */
function ownTheme(selector: Selector, first: Selector, rest: Selector): Selector {
  if (first.some(isDeck) && rest.length > 0) {
    return rest.some(isSection) ? selector : [...first, DESCENDANT, OWN_SLIDES, ...rest];
  }
  return first.some((part) => isRoot(part) || isDeck(part) || isAround(part))
    ? selector
    : [OWN_SLIDES, DESCENDANT, ...selector];
}

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

/** Rules inside another one are confined by that. */
function isNested(part: SelectorComponent): boolean {
  return part.type === 'nesting';
}

function isRoot(part: SelectorComponent): boolean {
  return (part.type === 'pseudo-class' && part.kind === 'root') || (part.type === 'type' && part.name === 'html');
}

function isDeck(part: SelectorComponent): boolean {
  return part.type === 'class' && part.name === 'reveal';
}

const PAGE = new Set(['reveal-viewport', 'slides', 'backgrounds', 'progress', 'controls', 'print']);

function isAround(part: SelectorComponent): boolean {
  if (part.type === 'class') return PAGE.has(part.name);
  return part.type === 'pseudo-element' || (part.type === 'type' && part.name === 'body');
}

function isSection(part: SelectorComponent): boolean {
  return (part.type === 'type' && part.name === 'section') || (part.type === 'class' && PAGE.has(part.name));
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
