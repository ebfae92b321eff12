/**
 * Compiles mutated decks and reports those that throw, hang, differ between two runs or show something unsafe; builds
 * every tenth of them and opens it in a browser.
 *
 *     npm run fuzz -- --count 10000 --from 1
 *
 * A deck is decided by its seed and by the decks of the project, which it is made of. Decks with problems are kept in the
 * temporary folder.
 */
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { FuzzResult } from '../test/fuzz/child.ts';
import { fuzzBrowser } from '../test/fuzz/fuzz-browser.ts';
import { fuzzCompile } from '../test/fuzz/fuzz-compile.ts';
import { mutatedDeck } from '../test/fuzz/mutate.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
  },
});
const [from, count] = [Number(values.from), Number(values.count)];

const inBrowser = Math.ceil(count / 10);
const progress = (what: string, total: number) => (finished: number) => {
  if (finished % 500 === 0 || finished === total) console.error(`${what}: ${finished} of ${total}`);
};
const onFault = ({ seed, faults }: FuzzResult): void => {
  const kept = path.join(os.tmpdir(), `fuzz-${seed}.md`);
  writeFileSync(kept, mutatedDeck(seed));
  console.log(`${kept}\n  ${faults.join('\n  ')}`);
};
const faulty = [
  ...(await fuzzCompile({ from, count, onFault, onDone: progress('compiled', count) })),
  ...(await fuzzBrowser({ from, count: inBrowser, onFault, onDone: progress('opened', inBrowser) })),
];
console.log(`${count} decks compiled, ${inBrowser} opened, ${faulty.length} with problems`);
process.exitCode = faulty.length > 0 ? 1 : 0;
