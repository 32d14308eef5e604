import { v5 } from 'uuid'

/** A name for ever: the same key gives the same identifier in every database. */
export function fixedId(key: string): string {
  return v5(key, PILOTIS)
}
const PILOTIS = '5b1c6c0e-7d0a-4f5e-9a57-2f1d8f0b9c31'
