import type { Mandate } from '#access/mandate.ts'
import { prepareAgreement, prepareAvenant, recordSignature } from '#agreement/agreement-acts.ts'
import { agreementRequired } from '#agreement/agreement-required.ts'
import { AGREEMENT_PARTIES, type AgreementParty, agreementStep } from '#agreement/agreement-step.ts'
import { type BeneficiaryYear, listBeneficiaryYears, listYearTotals } from '#agreement/agreement-total-store.ts'
import { awardStates } from '#agreement/award-state-store.ts'
import { askRecovery, receiveRecovery } from '#agreement/correction-acts.ts'
import { addDays, type Day, day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { cents } from '#platform/money.ts'
import { accomplished, type DemoWorld, FUNDER_KEYS, mandateOf } from './demo-world.ts'
import { fixedId } from './fixed-id.ts'

/** How many days after it is prepared each party signs. */
const SIGNS_AFTER = { beneficiary: 6, authority: 9 } as const

export interface Agreeing {
  by: Mandate
  year: number
  /** The day the texts are prepared; both parties have signed nine days later, the first day on which money is bound. */
  on: Day
}

/**
 * Prepares and has signed, for one funder and one year, every agreement that the threshold requires: to be called once its
 * decisions are told and before anything is bound. Done twice, made once. Answers how many there are.
 */
export async function agreeEverything(db: Db, { by, year, on }: Agreeing): Promise<number> {
  const totals = await listBeneficiaryYears(db, by.scope, { funderId: by.organisationId, year })
  const required = totals.filter(agreementRequired)
  for (const beneficiary of required) {
    const step = agreementStep(beneficiary)
    if (step === 'to-prepare') await agree(db, { by, year, on }, beneficiary)
    if (step === 'to-amend') await amend(db, { by, year, on }, beneficiary)
  }
  return required.length
}

async function agree(db: Db, { by, year, on }: Agreeing, beneficiary: BeneficiaryYear): Promise<void> {
  const { organisationId, organisationName, yearTotal, awards } = beneficiary
  const id = fixedId(`agreement/${by.organisationId}/${organisationId}/${year}`)
  const input = {
    id,
    organisationId,
    number: `CONV-${year}-${id.slice(-6).toUpperCase()}`,
    purpose: `Soutien aux actions de la politique de la ville\u00A0: ${awards.map(({ title }) => title).join(', ')}`.slice(0, 900),
    years: [{ year, amount: yearTotal }],
  }
  accomplished(await prepareAgreement(db, by, input, on), `prepare the agreement of ${organisationName}`)
  await sign(db, { by, year, on }, { agreementId: id, textId: id, parties: AGREEMENT_PARTIES })
}

/** The total rose after the agreement: other awards of the year were decided. */
async function amend(db: Db, { by, year, on }: Agreeing, { texts, yearTotal, organisationName }: BeneficiaryYear): Promise<void> {
  const agreementId = texts.at(-1)?.agreementId ?? ''
  const id = fixedId(`avenant/${agreementId}/${texts.length}`)
  const input = { id, agreementId, reason: 'D’autres actions sont subventionnées dans l’année.', years: [{ year, amount: yearTotal }] }
  accomplished(await prepareAvenant(db, by, input, on), `amend the agreement of ${organisationName}`)
  await sign(db, { by, year, on }, { agreementId, textId: id, parties: AGREEMENT_PARTIES })
}

async function sign(
  db: Db,
  { by, on }: Agreeing,
  { agreementId, textId, parties }: { agreementId: string; textId: string; parties: readonly AgreementParty[] },
): Promise<void> {
  for (const party of parties) {
    const signedOn = addDays(on, SIGNS_AFTER[party])
    const signatory = party === 'beneficiary' ? 'La présidente ou le président' : 'L’autorité'
    accomplished(await recordSignature(db, by, { agreementId, textId, party, on: signedOn, signatory }, signedOn), `sign ${textId}`)
  }
}

const AGREED_ON = { 2025: day('2025-05-02'), 2026: day('2026-05-02') } as const

/**
 * What follows the three programmes: every agreement that the law requires, one over three years that the State has still to sign,
 * and one repayment. Called once the years are made.
 */
export async function makeAgreements(world: DemoWorld, today: Day): Promise<void> {
  for (const funder of FUNDER_KEYS) {
    const by = world.mandates.get(funder)
    if (!by) continue
    for (const year of [2025, 2026] as const) {
      await agreeEverything(world.db, { by, year, on: AGREED_ON[year] })
    }
  }
  await prepareCpo(world.db, mandateOf(world, 'state'))
  await askOneBack(world.db, mandateOf(world, 'state'), today)
}

const CPO = { prepared: day('2027-02-15'), years: [2027, 2028, 2029] } as const

/** One agreement over three years, signed by its association and waiting for the State. */
async function prepareCpo(db: Db, by: Mandate): Promise<void> {
  const subsidised = await listBeneficiaryYears(db, by.scope, { funderId: by.organisationId, year: 2026 })
  const beneficiary = subsidised.find(agreementRequired)
  if (!beneficiary) return
  const { organisationId, organisationName, yearTotal } = beneficiary
  const id = fixedId('agreement/cpo-2027')
  const purpose = `Projet social de ${organisationName} dans les quartiers prioritaires, sur trois ans.`
  const totals = await listYearTotals(db, { funderId: by.organisationId, organisationId })
  const years = CPO.years.map((year) => ({ year, amount: cents(Math.max(yearTotal, totals.get(year) ?? 0)) }))
  const input = { id, organisationId, number: 'CPO-2027-001', purpose, years }
  accomplished(await prepareAgreement(db, by, input, CPO.prepared), 'prepare an agreement over three years')
  await sign(db, { by, year: 2027, on: CPO.prepared }, { agreementId: id, textId: id, parties: ['beneficiary'] })
}

const RECOVERY = { asked: day('2026-10-05'), received: day('2026-12-10') }

/** The one repayment: a tenth of a subsidy of 2025 whose account is in, asked back and received. */
async function askOneBack(db: Db, by: Mandate, today: Day): Promise<void> {
  const awards = await awardStates(db, by.scope, { funderId: by.organisationId, year: 2025 }, today)
  const award = awards.find(({ paid, finalDepositedOn }) => paid > 0 && finalDepositedOn !== null)
  if (!award) return
  const amount = cents(Math.round(award.paid / 10))
  const id = fixedId('recovery/2025')
  const reason = 'Action réduite d’un dixième\u00A0: le compte rendu financier montre une dépense inférieure au budget.'
  const asked = { id, awardId: award.id, number: 'TP-2026-0417', amount, on: RECOVERY.asked, reason }
  accomplished(await askRecovery(db, by, asked, RECOVERY.asked), 'ask a subsidy back')
  const receipt = { id: fixedId('recovery/2025/receipt'), awardId: award.id, recoveryId: id, amount, on: RECOVERY.received }
  accomplished(await receiveRecovery(db, by, receipt, RECOVERY.received), 'receive a repayment')
}
