/** Counter styles that are digits of another script, by its numbering system. */
const DIGITS: Readonly<Record<string, string>> = {
  'arabic-indic': 'arab',
  bengali: 'beng',
  cambodian: 'khmr',
  'cjk-decimal': 'hanidec',
  devanagari: 'deva',
  gujarati: 'gujr',
  gurmukhi: 'guru',
  kannada: 'knda',
  khmer: 'khmr',
  lao: 'laoo',
  malayalam: 'mlym',
  mongolian: 'mong',
  myanmar: 'mymr',
  oriya: 'orya',
  persian: 'arabext',
  tamil: 'tamldec',
  telugu: 'telu',
  thai: 'thai',
  tibetan: 'tibt',
};

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ARMENIAN = between('Ա', 'Ֆ') + between('ա', 'ֆ');
const CHINESE = '〇零一二两兩三四五六七八九十百千万萬亿億兆负負壹贰貳弐壱叁參参肆伍陆陸柒捌玖拾佰仟阡、';

/** Counters that are letters; Chinese and Japanese numbers end with a comma of theirs. */
const LETTERS: Readonly<Record<string, string>> = {
  'upper-alpha': CAPITALS,
  'upper-latin': CAPITALS,
  'upper-roman': CAPITALS,
  'lower-greek': between('α', 'ω'),
  armenian: ARMENIAN,
  'upper-armenian': ARMENIAN,
  'lower-armenian': ARMENIAN,
  georgian: between('ა', 'ჵ'),
  hebrew: between('א', 'ת') + '׳״',
  hiragana: `${between('あ', 'ん')}、`,
  'hiragana-iroha': `${between('あ', 'ん')}、`,
  katakana: `${between('ア', 'ン')}、`,
  'katakana-iroha': `${between('ア', 'ン')}、`,
  'cjk-earthly-branch': '子丑寅卯辰巳午未申酉戌亥、',
  'cjk-heavenly-stem': '甲乙丙丁戊己庚辛壬癸、',
  'cjk-ideographic': CHINESE,
  'japanese-formal': `${CHINESE}マイナス`,
  'japanese-informal': `${CHINESE}マイナス`,
  'korean-hangul-formal': '영일이삼사오육칠팔구십백천만억조마이너스',
  'korean-hanja-formal': `${CHINESE}마이너스`,
  'korean-hanja-informal': `${CHINESE}마이너스`,
  'simp-chinese-formal': CHINESE,
  'simp-chinese-informal': CHINESE,
  'trad-chinese-formal': CHINESE,
  'trad-chinese-informal': CHINESE,
  'ethiopic-numeric': between('፩', '፼'),
};

/** Returns letters and digits of the counter styles in a CSS value, beyond those that every deck has. */
export function counterLetters(value: string): string {
  const names = new Set(value.match(/[a-z][a-z-]+/g));
  return [...names].map((name) => lettersOf(name)).join('');
}

function lettersOf(name: string): string {
  if (Object.hasOwn(LETTERS, name)) return LETTERS[name] ?? '';
  if (!Object.hasOwn(DIGITS, name)) return '';
  return new Intl.NumberFormat(`en-u-nu-${DIGITS[name]}`, { useGrouping: false }).format(9_876_543_210);
}

function between(first: string, last: string): string {
  let letters = '';
  for (let point = first.charCodeAt(0); point <= last.charCodeAt(0); point += 1) letters += String.fromCharCode(point);
  return letters;
}
