import { createCall } from '#calls/call-acts.ts'
import { openEnvelope, reviseEnvelope } from '#funding/envelope-acts.ts'
import { day } from '#platform/day.ts'
import { cents, euros } from '#platform/money.ts'
import { DEMO_ACTIONS, type DemoAmounts } from './demo-actions.data.ts'
import { sum } from './demo-budget.ts'
import type { DemoCall } from './demo-files.data.ts'
import { accomplished, type DemoWorld, FUNDER_KEYS, type FunderKey, mandateOf } from './demo-world.ts'
import type { GeneratedFile } from './programme/generated-file.ts'
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

const LABELS = {
  state: ['P147-01', 'Crédits spécifiques, programme 147', 'specific'],
  region: ['REG-PV', 'Politique de la ville', 'specific'],
  epci: ['CALL-CDV', 'Contrat de ville', 'specific'],
  caf: ['CAF-AS', 'Action sociale', 'droit-commun'],
  department: ['CD62-SOL', 'Solidarités et insertion', 'droit-commun'],
} as const

interface Opening {
  id: string
  funder: FunderKey
  code: string
  label: string
  kind: 'specific' | 'droit-commun'
  /** Whole euros. */
  amount: number
}

/** Each funder opens its own envelopes of the year: what its generated files will have, what those written by hand will, and a little more. */
export async function openEnvelopes(world: DemoWorld, year: number, files: readonly GeneratedFile[]): Promise<void> {
  for (const { funder, amount, ...opening } of openings(world, year, files)) {
    const input = { ...opening, contractId: world.contractId, year, amount: euros(amount) }
    accomplished(await openEnvelope(world.db, mandateOf(world, funder), input), `open the envelope ${opening.code} ${year}`)
  }
}

function openings(world: DemoWorld, year: number, files: readonly GeneratedFile[]): Opening[] {
  return FUNDER_KEYS.map((funder): Opening => {
    const [code, label, kind] = labelOf(world, funder)
    const needed = spentOf(files, funder) + byHand(funder, year)
    const amount = rounded((needed * 1.004) / (isCut(funder, year) ? 1 - CUT.share : 1))
    return { id: envelopeIdOf(funder, year), funder, code, label, kind, amount }
  })
}

function labelOf(world: DemoWorld, funder: FunderKey): readonly [code: string, label: string, kind: Opening['kind']] {
  if (funder === 'state' || funder === 'region' || funder === 'epci' || funder === 'caf' || funder === 'department') return LABELS[funder]
  const { shortName } = world.funders[funder]
  const code = shortName
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .slice(0, 6)
    .toUpperCase()
  return [`${code}-PV`, `Politique de la ville ${shortName.startsWith('A') ? 'd’' : 'de '}${shortName}`, 'specific']
}

function spentOf(files: readonly GeneratedFile[], funder: FunderKey): number {
  return sum(files.map(({ awarded }) => awarded[funder] ?? 0)) / 100
}

/** Decided in 2026; for 2027, nine tenths of what is asked. */
function byHand(funder: FunderKey, year: number): number {
  const total = (amounts: (DemoAmounts | undefined)[]): number => sum(amounts.map((amount) => amount?.[funder] ?? 0))
  if (year === 2026) return total(DEMO_ACTIONS.map(({ decided2026 }) => decided2026))
  return year === 2027 ? total(DEMO_ACTIONS.map(({ asked2027 }) => asked2027)) * 0.9 : 0
}

function rounded(amount: number): number {
  return Math.max(5_000, Math.ceil(amount / 1_000) * 1_000)
}

/** A freeze of credits in April, after the committee and before the Region’s vote. */
const CUT = {
  funder: 'region',
  year: 2026,
  share: 0.07,
  on: day('2026-04-14'),
  reason: 'Gel de 7\u00A0% des crédits, voté le 14 avril.',
} as const

function isCut(funder: FunderKey, year: number): boolean {
  return funder === CUT.funder && year === CUT.year
}

export async function cutEnvelope(world: DemoWorld, files: readonly GeneratedFile[]): Promise<void> {
  const opening = openings(world, CUT.year, files).find(({ funder }) => funder === CUT.funder)
  const amount = cents(Math.round((euros(opening?.amount ?? 0) * (1 - CUT.share)) / 100) * 100)
  const input = { envelopeId: envelopeIdOf(CUT.funder, CUT.year), amount, reason: CUT.reason }
  accomplished(await reviseEnvelope(world.db, mandateOf(world, CUT.funder), input, CUT.on), 'cut an envelope in April')
}
