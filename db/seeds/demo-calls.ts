import { createCall } from '#calls/call-acts.ts'
import { openEnvelope } from '#funding/envelope-acts.ts'
import { euros } from '#platform/money.ts'
import type { DemoCall } from './demo-files.data.ts'
import { accomplished, type DemoWorld, type FunderKey, mandateOf } from './demo-world.ts'
import { fixedId } from './reference.ts'

export function callIdOf(call: { code: string }): string {
  return fixedId(`call/${call.code}`)
}

export async function makeCall(world: DemoWorld, call: DemoCall): Promise<void> {
  const { createdOn, ...input } = call
  const made = await createCall(world.db, mandateOf(world, 'lead'), { id: callIdOf(call), ...input }, createdOn)
  accomplished(made, `open ${call.code}`)
}

export function envelopeIdOf(funder: FunderKey, year: number): string {
  return fixedId(`envelope/${funder}/${year}`)
}

interface DemoEnvelope {
  funder: FunderKey
  code: string
  label: string
  kind: 'specific' | 'droit-commun'
  /** Whole euros by year: about a tenth of a real year, as the files are. */
  amounts: Readonly<Record<number, number>>
}

const ENVELOPES: readonly DemoEnvelope[] = [
  {
    funder: 'state',
    code: 'P147-01',
    label: 'Crédits spécifiques, programme 147',
    kind: 'specific',
    amounts: { 2026: 180_000, 2027: 190_000 },
  },
  { funder: 'region', code: 'REG-PV', label: 'Politique de la ville', kind: 'specific', amounts: { 2026: 30_000, 2027: 32_000 } },
  { funder: 'epci', code: 'CALL-CDV', label: 'Contrat de ville', kind: 'specific', amounts: { 2026: 32_000, 2027: 36_000 } },
  { funder: 'caf', code: 'CAF-AS', label: 'Action sociale', kind: 'droit-commun', amounts: { 2026: 24_000, 2027: 26_000 } },
]

/** Each funder opens its own envelope of the year. */
export async function openEnvelopes(world: DemoWorld, year: number): Promise<void> {
  for (const { funder, code, label, kind, amounts } of ENVELOPES) {
    const input = {
      id: envelopeIdOf(funder, year),
      contractId: world.contractId,
      year,
      code,
      label,
      kind,
      amount: euros(amounts[year] ?? 0),
    }
    accomplished(await openEnvelope(world.db, mandateOf(world, funder), input), `open the envelope ${code} ${year}`)
  }
}
