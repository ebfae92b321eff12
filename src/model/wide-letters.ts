/** Hangul and everything from the first Chinese radical on; asking for scripts by name takes ten times as long. */
const MAY_BE_WIDE = /[\u1100-\u11FF\u2E80-\uFFFF]/;
const WIDE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/gu;

/** Finds Chinese, Japanese and Korean letters, which are as wide as they are high. */
export function wideLetters(text: string): string[] {
  return mayBeWide(text) ? (text.match(WIDE) ?? []) : [];
}

/** Tells whether a text may have Chinese, Japanese or Korean letters, or others behind them in Unicode. */
export function mayBeWide(text: string): boolean {
  return MAY_BE_WIDE.test(text);
}
