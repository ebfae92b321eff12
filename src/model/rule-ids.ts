/**
 * The register of rules. Every message and every finding has an id from here; decks and projects name it to turn the rule off,
 * reports name it beside the message. Ids are stable.
 */

/** Rules of the compiler and of exporters, which report in every build, and what each finds. */
export const COMPILER_RULES = {
  'abbr-title': 'an abbreviation that is not explained',
  attribute: 'an attribute that an image or a link does not have',
  'brand-file': 'a brand file that cannot be read as it is',
  'brand-font': 'a font of a brand that is not in the project',
  'bibliography-entry': 'an entry of a bibliography that cannot be read, or is there twice',
  'callout-name': 'a call-out of an unknown kind',
  'cell-place': 'a cell outside of a grid',
  'chart-source': 'a chart that cannot be drawn',
  'citation-bibliography': 'a citation in a deck without a bibliography',
  'citation-key': 'a citation of an entry that no bibliography has',
  'citation-list': 'citations by numbers without a list of references',
  'citation-style': 'an unusable citation style',
  'code-attribute': 'an attribute that a fence does not have',
  'code-excerpt': 'lines or a region that a file does not have',
  'code-from': 'a first line number that is not a number',
  'code-language': 'an unknown code language',
  'code-lines': 'lines that a block of code does not have',
  'code-open': 'a code block that is not closed and hides the slides after it',
  'code-region': 'a region that a file does not have',
  'column-place': 'a column outside of columns',
  'component-content': 'a component with content that it cannot show',
  'deck-empty': 'a deck without slides',
  dialect: 'a deck of another slide tool',
  'diagram-source': 'a diagram that cannot be drawn',
  'directive-attribute': 'an attribute that a directive does not have',
  'directive-name': 'an unknown directive',
  'directive-syntax': 'a directive that is not closed, or not opened',
  'directive-value': 'a value that an attribute of a directive cannot have',
  'drawings-file': 'missing drawings of a talk, or drawings of slides that the deck does not have',
  'duplicate-id': 'an id that two slides have',
  'embed-address': 'an address that cannot be shown in a frame',
  emoji: 'an emoji without an image',
  'file-broken': 'a file that is damaged',
  'file-data': 'a file written into an address (data:)',
  'file-hidden': 'a hidden file, with --untrusted',
  'file-missing': 'a missing file',
  'file-outside': 'a file outside of the project',
  'file-remote': 'a file loaded from the web',
  'file-size': 'a file that is too large',
  'file-type': 'a file of an unknown kind',
  'file-unreadable': 'a file that cannot be read',
  'foreign-syntax': 'syntax of another slide tool',
  'front-matter-key': 'a key that the front matter does not have',
  'front-matter-value': 'a value that a key cannot have',
  'front-matter-yaml': 'invalid YAML in the front matter',
  'html-address': 'an attribute that would load something',
  'html-data': 'a data-* attribute that Lectern uses itself',
  'html-element': 'an element that safe HTML does not have',
  'html-event-handler': 'a script in an attribute',
  'html-open': 'a tag or a comment that is not closed',
  'html-style': 'a style that safe HTML does not have',
  'html-svg': 'SVG in HTML that is too complex for browsers',
  'html-syntax': 'HTML that cannot be read',
  'html-untrusted': 'trusted HTML, with --untrusted',
  icon: 'an unknown icon',
  'include-cycle': 'a file that includes itself',
  'include-depth': 'files that include each other in too many levels',
  'include-file': 'an include without a file',
  'include-limit': 'more included files than a deck can hold',
  'layout-slot': 'a place that the layout does not have',
  'link-address': 'an address that would run something',
  'link-target': 'a link to a slide that does not exist',
  'picture-font': 'text in an SVG image whose font is not in the deck',
  math: 'an invalid formula',
  'media-src': 'a video, sound or page without an address',
  nesting: 'blocks nested too deeply',
  'only-in': 'an unknown output',
  'pdf-access': 'a PDF that does not claim to be accessible',
  'pdf-unfinished': 'a PDF without bookmarks and metadata, since its format is unknown',
  plugin: 'a plugin of the project that fails',
  'project-wide': 'a project that is the home folder or the whole disk',
  pseudocode: 'an algorithm that cannot be read',
  'qr-address': 'a QR code without an address that phones can open',
  reference: 'a reference to an id that does not exist',
  'slide-auto-animate': 'a value that the slide setting “auto-animate” cannot have',
  'slide-background': 'a value that the slide setting “background” cannot have',
  'slide-background-opacity': 'a value that the slide setting “background-opacity” cannot have',
  'slide-background-position': 'a value that the slide setting “background-position” cannot have',
  'slide-background-size': 'a value that the slide setting “background-size” cannot have',
  'slide-compose': 'a value that the slide setting “compose” cannot have',
  'slide-dir': 'a value that the slide setting “dir” cannot have',
  'slide-duration': 'a value that the slide setting “duration” cannot have',
  'slide-fit': 'a value that the slide setting “fit” cannot have',
  'slide-hidden': 'a value that the slide setting “hidden” cannot have',
  'slide-incremental': 'a value that the slide setting “incremental” cannot have',
  'slide-lang': 'a value that the slide setting “lang” cannot have',
  'slide-layout': 'a value that the slide setting “layout” cannot have',
  'slide-numbers': 'a value that the slide setting “numbers” cannot have',
  'slide-grow': 'a value that the slide setting “grow” cannot have',
  'slide-panel': 'a value that the slide setting “panel” cannot have',
  'slide-paginate': 'a value that the slide setting “paginate” cannot have',
  'slide-scrim': 'a value that the slide setting “scrim” cannot have',
  'slide-setting': 'a setting that slides do not have',
  'slide-theme': 'an unknown theme of a slide',
  'slide-tone': 'a value that the slide setting “tone” cannot have',
  'slide-transition': 'a value that the slide setting “transition” cannot have',
  'slide-uncounted': 'a value that the slide setting “uncounted” cannot have',
  'source-binary': 'a binary file instead of text',
  'source-encoding': 'a text that is not in UTF-8',
  'source-size': 'a text that is too large',
  style: 'a style sheet that does not exist',
  'table-attribute': 'an attribute, a row or a column that a table does not have',
  'table-cells': 'a table cell without a column',
  theme: 'an unknown theme',
  'theme-font': 'a missing font of the theme',
  token: 'a token that nothing reads',
  unexpected: 'a bug in Lectern',
} as const;

/** Rules of `lectern check` for decks. What each finds is with the rule itself. */
export const CHECK_RULES = [
  'alt-text',
  'axe',
  'bullets',
  'chart-colours',
  'code-length',
  'contrast',
  'definition-unused',
  'drawing-labels',
  'glyph-missing',
  'handout-size',
  'heading-missing',
  'heading-order',
  'heading-repeated',
  'image-blurry',
  'image-stretched',
  'link-dead',
  'link-text',
  'logo-contrast',
  'needs-network',
  'notes-missing',
  'overflow',
  'section-budget',
  'slide-empty',
  'slide-sparse',
  'slot-empty',
  'speaking-time',
  'step-empty',
  'text-clipped',
  'text-hidden',
  'text-outside',
  'text-overlap',
  'text-size',
  'title-orphan',
  'words',
] as const;

/** Rules for style sheets, which report in every build, and what each finds. */
export const STYLE_RULES = {
  'theme-cycle': 'style sheets that import each other in a circle',
  'theme-file': 'a file that a style sheet names and that cannot be used',
  'theme-markup': 'a style sheet that would end its element in the page',
  'theme-remote': 'a style sheet that loads something from the web',
  'theme-syntax': 'a style sheet that cannot be parsed',
  'theme-weight': 'style sheets that are too large',
} as const;

/** Rules of `lectern theme check`. What each finds is with the rule itself. */
const THEME_RULES = [
  'theme-chart',
  'theme-contrast',
  'theme-layout',
  'theme-licence',
  'theme-print',
  'theme-size',
  'theme-token',
] as const;

type CompilerRule = keyof typeof COMPILER_RULES;
type CheckRule = (typeof CHECK_RULES)[number];
type StyleRule = keyof typeof STYLE_RULES;
type ThemeRuleId = (typeof THEME_RULES)[number];
export type RuleId = CompilerRule | CheckRule | StyleRule | ThemeRuleId;

/** Every id there is. */
export const RULE_IDS: ReadonlySet<string> = new Set([
  ...Object.keys(COMPILER_RULES),
  ...CHECK_RULES,
  ...Object.keys(STYLE_RULES),
  ...THEME_RULES,
]);

/** Tells whether a text is the id of a rule. */
export function isRuleId(id: string | undefined): id is RuleId {
  return id !== undefined && RULE_IDS.has(id);
}

/** Returns the page about a rule, from the root of the package; `null` for rules of plugins. */
export function rulePage(id: string | undefined): string | null {
  return isRuleId(id) || id === 'check-setting' ? `docs/rules/${id}.md` : null;
}
