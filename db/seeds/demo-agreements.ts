import type { Mandate } from '#access/mandate.ts'
import { prepareAgreement, recordSignature } from '#agreement/agreement-acts.ts'
import { agreementRequired } from '#agreement/agreement-required.ts'
import { AGREEMENT_PARTIES } from '#agreement/agreement-step.ts'
import { findAgreement } from '#agreement/agreement-store.ts'
import { type BeneficiaryYear, listBeneficiaryYears } from '#agreement/agreement-total-store.ts'
import { addDays, type Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { accomplished } from './demo-world.ts'
import { fixedId } from './fixed-id.ts'

/** How many days after it is prepared each party signs. */
const SIGNS_AFTER = { beneficiary: 6, authority: 9 } as const

export interface Agreeing {
  by: Mandate
  year: number
  /** The day the texts are prepared; both parties have signed nine days later, the first day on which money is bound. */
  on: Day
  /** Organisations whose agreement stays without the authority’s signature: there is something to do in the demonstration. */
  unsigned?: readonly string[]
}

/**
 * Prepares and has signed, for one funder and one year, every agreement that the threshold requires: to be called once its
 * decisions are told and before anything is bound. Done twice, made once. Answers how many there are.
 */
export async function agreeEverything(db: Db, { by, year, on, unsigned = [] }: Agreeing): Promise<number> {
  const totals = await listBeneficiaryYears(db, by.scope, { funderId: by.organisationId, year })
  const required = totals.filter(agreementRequired)
  for (const [rank, beneficiary] of required.entries()) {
    await agree(db, { by, year, on }, { beneficiary, rank, unsigned: unsigned.includes(beneficiary.organisationId) })
  }
  return required.length
}

interface Agreed {
  beneficiary: BeneficiaryYear
  rank: number
  unsigned: boolean
}

async function agree(db: Db, { by, year, on }: Agreeing, { beneficiary, rank, unsigned }: Agreed): Promise<void> {
  const { organisationId, organisationName, yearTotal, awards } = beneficiary
  const id = fixedId(`agreement/${by.organisationId}/${organisationId}/${year}`)
  if (await findAgreement(db, by.scope, id)) return
  const input = {
    id,
    organisationId,
    number: `CONV-${year}-${String(rank + 1).padStart(3, '0')}`,
    purpose: `Soutien aux actions de la politique de la ville\u00A0: ${awards.map(({ title }) => title).join(', ')}`.slice(0, 900),
    years: [{ year, amount: yearTotal }],
  }
  accomplished(await prepareAgreement(db, by, input, on), `prepare the agreement of ${organisationName}`)
  for (const party of AGREEMENT_PARTIES.filter((one) => one === 'beneficiary' || !unsigned)) {
    const signedOn = addDays(on, SIGNS_AFTER[party])
    const signatory = party === 'beneficiary' ? 'La présidente ou le président' : 'L’autorité'
    const signature = { agreementId: id, textId: id, party, on: signedOn, signatory }
    accomplished(await recordSignature(db, by, signature, signedOn), `sign the agreement of ${organisationName}`)
  }
}
