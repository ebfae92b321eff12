/** The words for arguments for and against, by language. */
const PROS_AND_CONS: Readonly<Record<string, readonly [pros: string, cons: string]>> = {
  en: ['Pros', 'Cons'],
  de: ['Dafür', 'Dagegen'],
  fr: ['Pour', 'Contre'],
  es: ['A favor', 'En contra'],
  pt: ['Prós', 'Contras'],
  it: ['Pro', 'Contro'],
  nl: ['Voor', 'Tegen'],
  pl: ['Za', 'Przeciw'],
  ja: ['長所', '短所'],
  zh: ['优点', '缺点'],
  'zh-hant': ['優點', '缺點'],
  ar: ['المزايا', 'العيوب'],
  he: ['בעד', 'נגד'],
};

/** Returns the two words in a language, or in English where there are none. */
export function prosAndCons(lang: string): readonly [pros: string, cons: string] {
  const traditional = /^zh-(?:hant|tw|hk|mo)\b/i.test(lang);
  const base = traditional ? 'zh-hant' : (lang.split('-', 1)[0]?.toLowerCase() ?? 'en');
  return (Object.hasOwn(PROS_AND_CONS, base) ? PROS_AND_CONS[base] : undefined) ?? ['Pros', 'Cons'];
}
