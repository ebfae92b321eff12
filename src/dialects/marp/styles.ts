import type { AtRule, Declaration, Root, Rule } from 'postcss';
import parse from 'postcss-safe-parser';

/** A style sheet for Marp as one for Lectern. */
export interface MovedStyles {
  css: string;
  /** Names of the parts that are left out, as in `@import`. */
  lost: string[];
}

/**
 * Makes a style sheet of one for Marp: `section` and `:root` are the slide, `header` and `footer` what runs through slides,
 * `section::after` the number of the slide. Comments and line breaks stay.
 *
 * @param scope - a class of the slides that it is for. @default all slides
 */
export function moveStyles(css: string, scope?: string): MovedStyles {
  const lost = new Set<string>();
  const root = parse(css) as Root;
  root.walkAtRules((rule) => {
    const what = unusable(rule);
    if (what === undefined) return;
    if (what !== '') lost.add(what);
    rule.remove();
  });
  const rules: Rule[] = [];
  root.walkRules((rule) => {
    const { parent } = rule;
    const isFrame = parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes');
    if (parent?.type !== 'rule' && !isFrame) rules.push(rule);
  });
  for (const rule of rules) moveRule(rule, scope);
  keepImagesFree(root, scope);
  // Comments alone are no style sheet.
  const hasRules = root.nodes.some(({ type }) => type !== 'comment');
  return { css: hasRules ? root.toString().trim() : '', lost: [...lost] };
}

/** A padding of slides would put their text on the image beside it: the layout has its own. */
function keepImagesFree(root: Root, scope: string | undefined): void {
  let isPadded = false;
  root.walkDecls(/^padding/, ({ parent }) => {
    isPadded ||= parent?.type === 'rule' && (parent as Rule).selectors.some(isSlideAlone);
  });
  if (!isPadded) return;
  const room = 'calc(var(--deck-image-width) + 60 * var(--deck-unit))';
  for (const [side, edge] of [
    ['left', 'start'],
    ['right', 'end'],
  ] as const)
    root.append(
      parse(`\n.slide.slide.${scope ?? 'slide'}[data-layout='image-${side}'] { padding-inline-${edge}: ${room} }`),
    );
}

/** Says what a rule is that no slide can have; nothing where nobody misses it. */
function unusable({ name, params, nodes }: AtRule): string | undefined {
  if (name === 'import') return /^["'](?:default|gaia|uncover)["']$/.test(params) ? '' : `@import ${params}`;
  if (name === 'charset' || name === 'page' || name === 'import-theme' || name === 'theme') return '';
  const isRemote = name === 'font-face' && /url\(\s*["']?(?:https?:)?\/\//i.test(String(nodes ?? ''));
  return isRemote ? '@font-face from the web' : undefined;
}

function moveRule(rule: Rule, scope: string | undefined): void {
  const selectors = rule.selectors.flatMap((selector) => slideSelector(selector, scope) ?? []);
  if (selectors.length === 0) {
    rule.remove();
    return;
  }
  const own = selectors.filter(isSlideAlone);
  const others = selectors.filter((selector) => !isSlideAlone(selector));
  if (others.some((selector) => selector.includes('.slide-count'))) {
    // The number of a slide is text here, so no rule says what it is.
    for (const node of declarationsOf(rule)) if (node.prop === 'content') node.remove();
  }
  // What runs through slides has no place among their blocks.
  if (selectors.every((one) => /\.slide-(?:header|footer)$/.test(one)))
    for (const node of declarationsOf(rule))
      if (node.prop === 'position' && !/absolute/.test(node.value)) node.remove();
  if (own.length > 0) moveSlideRule(rule, own, others);
  else rule.selectors = others;
}

function declarationsOf(rule: Rule): Declaration[] {
  return rule.nodes.filter((node) => node.type === 'decl');
}

/** A rule for slides themselves: what is about their blocks goes to their body. */
function moveSlideRule(rule: Rule, own: string[], others: string[]): void {
  if (others.length > 0) rule.before(rule.clone({ selectors: others }));
  rule.selectors = own;
  const aligned: Declaration[] = [];
  for (const node of declarationsOf(rule)) {
    const isAligned = ALIGNED.test(node.prop) || (node.prop === 'display' && node.value.includes('grid'));
    if (isAligned) aligned.push(node.clone());
    if (isAligned || PLACED.test(node.prop)) node.remove();
    else for (const [prop, value] of tokensOf(node)) node.after({ prop, value });
  }
  const side = rule.nodes.findLast((node): node is Declaration => node.type === 'decl' && node.prop === 'text-align');
  if (side && SIDES.has(side.value)) {
    // A statement is as wide as its words.
    const statement = rule.cloneAfter({ selectors: own.map((one) => `${one} > .slide-body > .statement`), nodes: [] });
    statement.append({ prop: 'align-self', value: SIDES.get(side.value) ?? '' });
  }
  if (aligned.length > 0) {
    const body = rule.cloneAfter({ selectors: own.map((selector) => `${selector} > .slide-body`), nodes: [] });
    body.append(...aligned);
  }
  if (rule.nodes.length === 0) rule.remove();
}

/** Properties that would take slides apart: Lectern sets their place and size. */
const PLACED = /^(?:display|position|overflow|contain$|width|height|min-|max-|flex|float|inset|top|left|right|bottom)/;
/** Properties about the blocks of a slide, which are in its body. */
const ALIGNED = /^(?:justify|align|place|gap|row-gap|column-gap|grid|flex-(?:direction|wrap|flow)$)/;
const SIDES: ReadonlyMap<string, string> = new Map([
  ['center', 'center'],
  ['right', 'flex-end'],
  ['end', 'flex-end'],
]);
const PLAIN_BACKGROUND = /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl|oklch|var)a?\([^()]*\))$/i;

/** Colours of a slide are those that its parts follow. */
function tokensOf({ prop, value }: Declaration): [name: string, value: string][] {
  if (prop === 'color') {
    return [
      ['--r-heading-color', value],
      ['--r-main-color', value],
    ];
  }
  const isGround = prop === 'background-color' || (prop === 'background' && PLAIN_BACKGROUND.test(value));
  return isGround && value !== 'none' ? [['--r-background-color', value]] : [];
}

function isSlideAlone(selector: string): boolean {
  return !/[\s>+~]|::/.test(selector);
}

/** Moves a selector onto slides; nothing where it is about the page around them. */
function slideSelector(written: string, scope: string | undefined): string | undefined {
  // Words in the brackets of an image are its classes here.
  const selector = written.replace(/\[alt~=["']?([\w-]+)["']?\]/g, '.$1').trim();
  if (/^(?:html|body)\b/.test(selector)) return undefined;
  const slide = scope === undefined ? '.slide' : `.slide.${scope}`;
  const [, , own, rest] = /^(section|:root)((?:[.#:[][^\s>+~]*)?)(.*)$/s.exec(selector) ?? [];
  if (own === undefined || rest === undefined) return `${slide} ${withFooter(selector)}`;
  const names = own.replace(/\[data-marpit[^\]]{0,60}\]/g, '');
  if (/::?after$/.test(names)) return `${slide}${names.replace(/::?after$/, '')} .slide-count`;
  const child = /^\s*>\s*(?!footer\b)/.exec(rest)?.[0];
  const below = child === undefined ? withFooter(rest) : ` > .slide-body > ${withFooter(rest.slice(child.length))}`;
  return `${slide}${names}${below}`;
}

/** Puts the classes of running headers and footers into the place of their elements. */
function withFooter(selector: string): string {
  return selector.replace(/(^|[\s>+~])(header|footer)(?![\w-])/g, '$1.slide-$2');
}
