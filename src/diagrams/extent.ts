/** Returns the least and the largest of numbers, of which there may be more than a call takes arguments. */
export function extent(numbers: Iterable<number>): [least: number, largest: number] {
  let [least, largest] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > largest) largest = number;
  }
  return [least, largest];
}
