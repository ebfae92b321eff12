import { encode } from 'uqr';
import type { Invitation } from '../../client/audience-messages.ts';

/** Returns an address with its QR code. */
export function invitationTo(address: string): Invitation {
  const { data } = encode(address, { ecc: 'M', border: 2 });
  return { address, code: data.map((row) => row.map(Number).join('')) };
}
