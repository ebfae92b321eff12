/** Words in the names of icons, and icons of Lectern that show the same. */
const NEAREST: readonly [word: RegExp, icon: string][] = [
  [/arrow-(?:long-)?right|chevron-right|caret-right|arrow-circle-right/, 'arrow-right'],
  [/arrow-(?:long-)?left|chevron-left/, 'arrow-left'],
  [/arrow-(?:long-)?up|chevron-up/, 'arrow-up'],
  [/arrow-(?:long-)?down|chevron-down/, 'arrow-down'],
  [/open-in-new|external|launch/, 'external-link'],
  [/check|done|tick/, 'check'],
  [/close|cancel|times|error-filled|x-circle/, 'x'],
  [/home/, 'house'],
  [/heart/, 'heart'],
  [/star/, 'star'],
  [/rocket/, 'rocket'],
  [/user|account|person/, 'user'],
  [/warning|alert/, 'triangle-alert'],
  [/info/, 'info'],
  [/mail|email/, 'mail'],
  [/link/, 'link'],
  [/edit|pencil/, 'pencil'],
  [/search|magnify/, 'search'],
  [/calendar/, 'calendar'],
  [/clock|time/, 'clock'],
  [/book/, 'book'],
  [/code/, 'code'],
  [/cloud/, 'cloud'],
  [/database/, 'database'],
  [/lightbulb|idea/, 'lightbulb'],
  [/cog|settings|gear/, 'settings'],
  [/download/, 'download'],
  [/map|location/, 'map-pin'],
  [/phone/, 'phone'],
  [/globe|earth|web/, 'globe'],
  [/lock/, 'lock'],
  [/camera/, 'camera'],
  [/play/, 'play'],
];

/** Names of brands, which are words where there is no icon. */
const BRANDS: ReadonlyMap<string, string> = new Map([
  ['github', 'GitHub'],
  ['twitter', 'Twitter'],
  ['linkedin', 'LinkedIn'],
  ['mastodon', 'Mastodon'],
  ['youtube', 'YouTube'],
  ['bluesky', 'Bluesky'],
  ['discord', 'Discord'],
  ['vue', 'Vue'],
  ['react', 'React'],
  ['typescript', 'TypeScript'],
  ['docker', 'Docker'],
]);

const SETS =
  /^i?-?(?:mdi|carbon|ri|ph|logos|fa6?|fa-solid|fa-brands|uim|twemoji|tabler|ic|bi|bx|lucide|heroicons|material-symbols|octicon|simple-icons|skill-icons|devicon|vscode-icons|openmoji|noto|fluent|solar|iconoir|lineicons|line-md|svg-spinners|ant-design|eos-icons|entypo|fe|feather|icon-park|la|majesticons|mingcute|pixelarticons|prime|radix-icons|system-uicons|token|wi|zondicons)[-:]/;

/** Tells whether a tag or a class is an icon of Iconify, as in `<mdi-rocket />`. */
export function isIcon(name: string): boolean {
  return SETS.test(name);
}

/** Returns the nearest icon as Markdown, the name of a brand, or nothing. */
export function nearestIcon(name: string): string {
  const brand = [...BRANDS].find(([word]) => name.includes(word));
  if (brand) return brand[1];
  const icon = NEAREST.find(([word]) => word.test(name))?.[1];
  return icon === undefined ? '' : `:icon[${icon}]`;
}
