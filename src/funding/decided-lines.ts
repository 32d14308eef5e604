import type { Funder } from '#contract/store.ts'
import type { FunderLine } from './programming-store.ts'

export interface DecidedLine extends FunderLine {
  funderName: string
}

/** The funders that fixed an amount, this year or the year before, in the order of the contract. 0 is an amount: a refusal. */
export function decidedLines(lines: readonly FunderLine[], funders: readonly Pick<Funder, 'id' | 'shortName'>[]): DecidedLine[] {
  return funders.flatMap(({ id, shortName }) => {
    const line = lines.find(({ funderId }) => funderId === id)
    return line && (line.retained ?? line.decided ?? line.awardedBefore) !== null ? [{ ...line, funderName: shortName }] : []
  })
}
