import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import type { StoredFile } from '#platform/file-store.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { insertStoredFile } from '#platform/stored-file.ts'
import { avenantFlaws, type DraftFlaw, draftFlaws, type SignatureFlaw, signatureFlaws } from './agreement-draft.ts'
import type { AgreementParty } from './agreement-step.ts'
import { type Agreement, type AgreementText, findAgreement } from './agreement-store.ts'
import {
  agreementNumberUsed,
  insertAgreement,
  insertAgreementText,
  insertCopy,
  insertSignature,
  lockBetween,
  type YearAmount,
} from './agreement-text-store.ts'
import { findParties, listYearTotals } from './agreement-total-store.ts'
import { behindWalls } from './payment-acts.ts'

export interface AgreementInput {
  id: string
  organisationId: string
  number: string
  purpose: string
  /** One amount a year, consecutive; several make it a CPO. */
  years: readonly YearAmount[]
}

const WALLS = {
  agreement_pkey: 'form-used',
  agreement_text_pkey: 'form-used',
  agreement_funder_id_number_key: 'number-used',
} as const satisfies Record<string, DraftFlaw>

/** Prepares the agreement of the mandate's own organisation with a body it subsidises. Sent twice, prepared once. */
export function prepareAgreement(db: Db, by: Mandate, input: AgreementInput, today: Day): Promise<Result<string, DraftFlaw>> {
  const between = { funderId: by.organisationId, organisationId: input.organisationId }
  return behindWalls<string, DraftFlaw>(WALLS, () =>
    db.transaction(async (tx): Promise<Result<string, DraftFlaw>> => {
      const parties = await findParties(tx, by.scope, between)
      if (!parties) throw new NotFound()
      await lockBetween(tx, by.scope, between)
      if (await isOwn(tx, by, input.id)) return done(input.id)
      const { id, number, purpose, years } = input
      const numberUsed = await agreementNumberUsed(tx, { funderId: by.organisationId, number })
      const totals = await listYearTotals(tx, between)
      const flaws = draftFlaws({ legalForm: parties.legalForm, number, numberUsed, purpose, years, totals })
      if (flaws.length > 0) return refused(...flaws)
      const [firstYear = 0, lastYear = firstYear] = [years[0]?.year, years.at(-1)?.year]
      const made = { on: today, by: by.id }
      await insertAgreement(tx, { id, ...between, number, purpose, firstYear, lastYear, ...made })
      await insertAgreementText(tx, { id, agreementId: id, rank: 0, reason: '', years, ...made })
      await record(tx, by, 'agreement.prepared', id, { ...between, number, years })
      return done(id)
    }),
  )
}

async function isOwn(tx: Tx, by: Mandate, id: string): Promise<boolean> {
  return (await findAgreement(tx, by.scope, id))?.funderId === by.organisationId
}

export interface AvenantInput {
  id: string
  agreementId: string
  reason: string
  years: readonly YearAmount[]
}

/** Prepares the next avenant: the amounts of the years as they become. Sent twice, prepared once. */
export function prepareAvenant(db: Db, by: Mandate, input: AvenantInput, today: Day): Promise<Result<string, DraftFlaw>> {
  return behindWalls<string, DraftFlaw>(WALLS, () =>
    db.transaction(async (tx): Promise<Result<string, DraftFlaw>> => {
      const agreement = await lockOwn(tx, by, input.agreementId)
      const { texts, firstYear, lastYear } = agreement
      if (texts.some(({ id }) => id === input.id)) return done(input.id)
      const years = input.years.filter(({ year }) => year >= firstYear && year <= lastYear)
      const textOpen = texts.some(({ signatures }) => signatures.length < 2)
      const totals = await listYearTotals(tx, agreement)
      const flaws = avenantFlaws({ reason: input.reason, textOpen, years, totals })
      if (flaws.length > 0) return refused(...flaws)
      const { id, agreementId, reason } = input
      const rank = texts.length
      await insertAgreementText(tx, { id, agreementId, rank, reason, years, on: today, by: by.id })
      await record(tx, by, 'avenant.prepared', agreementId, { textId: id, rank, reason, years })
      return done(id)
    }),
  )
}

/** An agreement of the mandate's own organisation, held with the money it covers. */
async function lockOwn(tx: Tx, by: Mandate, id: string): Promise<Agreement> {
  const agreement = await findAgreement(tx, by.scope, id)
  if (agreement?.funderId !== by.organisationId) throw new NotFound()
  await lockBetween(tx, by.scope, agreement)
  return (await findAgreement(tx, by.scope, id)) ?? agreement
}

function textOf(agreement: Agreement, textId: string): AgreementText {
  const text = agreement.texts.find(({ id }) => id === textId)
  if (!text) throw new NotFound()
  return text
}

export interface SignatureInput {
  agreementId: string
  textId: string
  party: AgreementParty
  on: Day
  /** Name and quality of who signed, by hand. */
  signatory: string
}

/** Records that one party signed a text by hand. */
export function recordSignature(db: Db, by: Mandate, input: SignatureInput, today: Day): Promise<Result<string, SignatureFlaw>> {
  return behindWalls<string, SignatureFlaw>({ agreement_signature_pkey: 'already-signed' }, () =>
    db.transaction(async (tx): Promise<Result<string, SignatureFlaw>> => {
      const text = textOf(await lockOwn(tx, by, input.agreementId), input.textId)
      const alreadySigned = text.signatures.some(({ party }) => party === input.party)
      const flaws = signatureFlaws(input, { draftedOn: text.draftedOn, alreadySigned }, today)
      if (flaws.length > 0) return refused(...flaws)
      const { agreementId, textId, party, on, signatory } = input
      await insertSignature(tx, { textId, party, on, signatory, by: by.id })
      await record(tx, by, 'agreement.signed', agreementId, { textId, party, on })
      return done(textId)
    }),
  )
}

/** Keeps the scan of a text that both signed; the first one stays. */
export function addSignedCopy(
  db: Db,
  by: Mandate,
  input: { agreementId: string; textId: string; file: StoredFile; name: string },
  today: Day,
): Promise<Result<string, 'copy-there' | 'not-signed'>> {
  return db.transaction(async (tx): Promise<Result<string, 'copy-there' | 'not-signed'>> => {
    const text = textOf(await lockOwn(tx, by, input.agreementId), input.textId)
    if (text.copyFileId) return refused('copy-there')
    if (text.signatures.length < 2) return refused('not-signed')
    const fileId = newId()
    await insertStoredFile(tx, { id: fileId, ...input.file, name: input.name })
    await insertCopy(tx, { textId: text.id, fileId, on: today, by: by.id })
    await record(tx, by, 'agreement.copied', input.agreementId, { textId: text.id, file: input.file.hash })
    return done(fileId)
  })
}
