/** Loads sharp where it is installed: it does not run everywhere that Node does. */
export async function loadSharp(): Promise<typeof import('sharp').default | undefined> {
  return import('sharp').then((module) => module.default).catch(() => undefined);
}
