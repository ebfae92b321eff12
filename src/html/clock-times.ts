/** A time of day without its signs: hours, and minutes after a colon, a dot or an `h`. */
const HOUR = String.raw`(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d|h)?(?:\s?(?:am|pm|uhr))?`;
/** A time of day, or two, with which words begin. */
const OPENING = new RegExp(String.raw`^${HOUR}(?:\s?[–-]\s?${HOUR})?(?=[\s:,–—|]|$)`, 'i');
/** The same, and nothing else. */
const WHOLE = new RegExp(String.raw`^${HOUR}(?:\s?[–-]\s?${HOUR})?$`, 'i');
/** Minutes or a word make a number a time; a dot may also be that of a decimal. */
const [CLOCK, PLAIN] = [/[:.h]\d{2}|\dh|am|pm|uhr/i, /[:h]\d{2}|\dh|am|pm|uhr/i];
/** Units and signs after a number that is an amount. */
const UNIT =
  /^\s?(?:[%‰€$£¥°×]|(?:EUR|USD|GBP|CHF|euros?|dollars?|cents?|percent|Prozent|points?|million(?:en|s)?|billion|k?W|kWh|Mio|Mrd|bn|[kmµ]?g|t|[cm]?l|[ckm]?m|[GMTk]B|s|ms|h|min)(?![\p{L}\p{N}]))/iu;

/** Returns the time of day, or two, with which words begin; nothing for an amount such as “3.10 €”. */
export function openingTime(words: string): string {
  const time = OPENING.exec(words)?.[0] ?? '';
  if (!CLOCK.test(time)) return '';
  return !PLAIN.test(time) && UNIT.test(words.slice(time.length)) ? '' : time;
}

/**
 * Tells whether words are times of day, all of them. Those with dots could be decimals as well: no unit follows a time, and
 * times of a day go on from one to the next.
 *
 * @param following - the words after each of them.
 */
export function areTimes(all: readonly string[], following: readonly string[]): boolean {
  if (!all.every((words) => WHOLE.test(words)) || !all.some((words) => CLOCK.test(words))) return false;
  if (all.some((words) => PLAIN.test(words))) return true;
  const times = all.map((words) => Number(/^[\d.]+/.exec(words)?.[0]));
  return (
    !following.some((words) => UNIT.test(words)) &&
    times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0))
  );
}

/** An amount of money with the sign or the code of a currency before it, and how many thousands it counts. */
const AMOUNT =
  /^[~≈<>≥≤+−-]?\s?(?:(?:[A-Z]{1,2}\$|[€$£¥₹]|EUR|USD|GBP|CHF|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|kr\.?|zł|Fr\.|Rs\.?)\s?)?\d[\d.,’\s]*(?:[kKMB]|bn|million|billion|Mio\.?|Mrd\.?)?\s?(?:[%‰€$£¥₹]|EUR|USD|GBP|CHF|kr|zł|Kč)?$/u;

/** Tells whether words are an amount, also a longer one. */
export function isAmount(words: string): boolean {
  return words.length <= 18 && AMOUNT.test(words);
}
