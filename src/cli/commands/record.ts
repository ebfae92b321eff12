import { serveTalk } from './present.ts';

export function run(args: string[]): Promise<number> {
  return serveTalk('record', args);
}
