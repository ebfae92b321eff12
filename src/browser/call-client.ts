import type * as diagrams from '../client/diagrams.ts';
import type * as film from '../client/film.ts';
import type * as inspect from '../client/inspect.ts';
import type * as print from '../client/print.ts';
import type * as shapes from '../client/shapes.ts';
import { readClientScript } from '../files/client-scripts.ts';
import type { BrowserPage } from './browser-page.ts';

/** Entries of `client/` whose functions are called from here. */
interface Clients {
  diagrams: typeof diagrams;
  film: typeof film;
  inspect: typeof inspect;
  print: typeof print;
  shapes: typeof shapes;
}

type Arguments<Called> = Called extends (...args: infer Given) => unknown ? Given : never;
type Result<Called> = Called extends (...args: never) => infer Made ? Awaited<Made> : never;

/**
 * Calls a function of a script in a page. The script is sent with each call, so the page keeps nothing of it, and nothing
 * that a document has can be in its place.
 *
 * @param args - what JSON can hold.
 */
export async function callClient<Script extends keyof Clients, Name extends keyof Clients[Script] & string>(
  page: Pick<BrowserPage, 'evaluate'>,
  script: Script,
  name: Name,
  ...args: Arguments<Clients[Script][Name]>
): Promise<Result<Clients[Script][Name]>> {
  const text = await readClientScript(script);
  const call = `(()=>{${text}\nreturn lectern.${name}(...${JSON.stringify(args)})})()`;
  return (await page.evaluate(call)) as Result<Clients[Script][Name]>;
}
