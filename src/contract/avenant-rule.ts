import type { Day } from '#platform/day.ts'

export type AvenantFlaw = 'before-contract' | 'after-end' | 'end-not-later' | 'nobody-signs'

/** Why an avenant cannot be recorded; every reason at once. The last day of the contract still takes one. */
export function avenantFlaws(
  avenant: { effectOn: Day; newEnd: Day | undefined; signers: number },
  contract: { validFrom: Day; validTo: Day },
): AvenantFlaw[] {
  const flaws: AvenantFlaw[] = []
  if (avenant.effectOn < contract.validFrom) flaws.push('before-contract')
  if (avenant.effectOn > contract.validTo) flaws.push('after-end')
  if (avenant.newEnd !== undefined && avenant.newEnd <= contract.validTo) flaws.push('end-not-later')
  if (avenant.signers === 0) flaws.push('nobody-signs')
  return flaws
}
