/** Long enough for a slow server, short enough for a deck with fifty links. */
const TIMEOUT = 10_000;

/** Requests an address on the web; returns what is wrong, or nothing. */
export async function checkLink(address: string): Promise<string | undefined> {
  try {
    const head = await ask(address, 'HEAD');
    // Some servers answer only who wants to read.
    const { status } = [403, 404, 405, 501].includes(head.status) ? await ask(address, 'GET') : head;
    // A server that refuses too many or unknown requests has the address.
    return status >= 400 && ![401, 403, 429].includes(status) ? `status ${status}` : undefined;
  } catch (error) {
    const { cause, name } = error as Error & { cause?: { code?: string } };
    return name === 'TimeoutError' ? `no answer in ${TIMEOUT / 1000} s` : (cause?.code ?? 'no answer');
  }
}

async function ask(address: string, method: string): Promise<Response> {
  const response = await fetch(address, { method, redirect: 'follow', signal: AbortSignal.timeout(TIMEOUT) });
  await response.body?.cancel();
  return response;
}
