/** Returns the address of a file without `./`, which Lectern needs not, and without a query. */
export function localFile(address: string): string {
  return /^[a-z]+:/i.test(address) ? address : (address.split('?')[0] ?? '').replace(/^\.\//, '');
}
