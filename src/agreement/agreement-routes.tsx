import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { type CsvColumn, writeCsv } from '#platform/csv.ts'
import { type Day, yearOf } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { downloadHeaders } from '#platform/file-kinds.ts'
import { type FormError, idField, parseTyped, readForm, type Typed, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { cents, decimalEuros, parseEuros } from '#platform/money.ts'
import type { YearChoice } from './AgreementForms.tsx'
import { AgreementsPage } from './AgreementsPage.tsx'
import { prepareAgreement } from './agreement-acts.ts'
import { DRAFT_FLAWS, MOST_YEARS } from './agreement-draft.ts'
import { agreementRequired, agreementThreshold } from './agreement-required.ts'
import { agreementStep } from './agreement-step.ts'
import { listAgreements, listPublishedAgreements, type PublishedAgreement } from './agreement-store.ts'
import type { YearAmount } from './agreement-text-store.ts'
import { type BeneficiaryYear, listBeneficiaryYears, listYearTotals } from './agreement-total-store.ts'
import { yearsOf } from './list-filter.ts'
import { NewAgreementPage } from './NewAgreementPage.tsx'
import { agreementPaths } from './paths.ts'

export const agreementListRoutes = new Hono<AppEnv>()

agreementListRoutes.get('/conventions', allow('letter:produce'), async (c) => {
  const { db, mandate, today, frame } = c.var
  const funderId = mandate.organisationId
  const agreements = await listAgreements(db, mandate.scope, { funderId })
  const years = yearsOf([...agreements.map(({ firstYear: year }) => ({ year })), { year: yearOf(today) - 1 }], today)
  const year = years.find((one) => String(one) === c.req.query('annee')) ?? yearOf(today)
  const all = await listBeneficiaryYears(db, mandate.scope, { funderId, year })
  const lines = all.filter((one) => agreementRequired(one) || one.texts.length > 0).map((one) => ({ ...one, step: agreementStep(one) }))
  const shown = { frame, funderName: mandate.organisationName, year, years, lines, agreements }
  return c.html(<AgreementsPage {...shown} threshold={agreementThreshold(year) ?? cents(0)} />)
})

agreementListRoutes.get('/conventions/nouvelle', allow('letter:produce'), async (c) =>
  answerNew(c, await loadBeneficiary(c, { beneficiaire: c.req.query('beneficiaire') ?? '', annee: c.req.query('annee') ?? '' })),
)

/** Signed agreements of notified awards, a line a year: the essential data that the law has published. Source: loi n° 2000-321, art. 10. */
agreementListRoutes.get('/donnees/conventions.csv', allow('public'), async (c) => {
  const csv = writeCsv(PUBLISHED_COLUMNS, await listPublishedAgreements(c.var.db), { delimiter: ';', bom: true })
  return c.body(csv, 200, { ...downloadHeaders('conventions.csv', 'csv'), 'Cache-Control': 'public, max-age=300' })
})

const PUBLISHED_COLUMNS: readonly CsvColumn<PublishedAgreement>[] = [
  { header: 'Autorité', value: ({ funderName }) => funderName },
  { header: 'SIRET de l’autorité', value: ({ funderSiret }) => funderSiret },
  { header: 'Bénéficiaire', value: ({ organisationName }) => organisationName },
  { header: 'SIRET du bénéficiaire', value: ({ organisationSiret }) => organisationSiret },
  { header: 'Numéro de la convention', value: ({ number }) => number },
  { header: 'Date de signature', value: ({ signedOn }) => signedOn },
  { header: 'Objet', value: ({ purpose }) => purpose },
  { header: 'Année', value: ({ year }) => year },
  { header: 'Montant en euros', value: ({ amount }) => decimalEuros(amount) },
]

const DraftTyped = z.object({ id: idField, numero: textField({ max: 60 }), objet: textField({ max: 1_000 }) })

agreementListRoutes.post('/conventions', allow('letter:produce'), async (c) => {
  const typed = await readForm(c)
  const beneficiary = await loadBeneficiary(c, typed.values)
  const read = parseTyped(DraftTyped, typed)
  const { years, errors } = readYearAmounts(typed, beneficiary.year)
  const faults = [...(read.ok ? [] : read.errors), ...errors]
  if (!read.ok || faults.length > 0) return answerNew(c, beneficiary, { typed, errors: faults, status: 400 })
  const { id, numero: number, objet: purpose } = read.value
  const input = { id, organisationId: beneficiary.organisationId, number, purpose, years }
  const result = await prepareAgreement(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) return answerNew(c, beneficiary, { typed, errors: result.reasons.map((reason) => DRAFT_FLAWS[reason]), status: 422 })
  return redirectSaying(c, agreementPaths.agreement(id), { state: 'success', text: 'La convention est prête à signer.' })
})

/** The amounts typed, year after year from the first; a year left empty between two others is a fault. */
export function readYearAmounts({ values }: Typed, firstYear: number, most = MOST_YEARS): { years: YearAmount[]; errors: FormError[] } {
  const years: YearAmount[] = []
  const errors: FormError[] = []
  for (let year = firstYear; year < firstYear + most; year += 1) {
    const field = `montant-${year}`
    const text = (values[field] ?? '').trim()
    if (text === '') continue
    const parsed = parseEuros(text)
    if (!parsed.ok) errors.push({ field, message: 'Écrivez un nombre d’euros, en chiffres.' })
    else if (year > firstYear + years.length)
      errors.push({ field, message: 'Les années se suivent\u00A0: remplissez aussi celle d’avant.' })
    else years.push({ year, amount: parsed.value })
  }
  return { years, errors }
}

/** The years that a text may set from a first one, with what is decided for each. */
export async function yearChoices(c: AppContext, of: { organisationId: string; firstYear: number; count: number }): Promise<YearChoice[]> {
  const totals = await listYearTotals(c.var.db, { funderId: c.var.mandate.organisationId, organisationId: of.organisationId })
  return Array.from({ length: of.count }, (_, rank) => of.firstYear + rank).map((year) => ({ year, decided: totals.get(year) }))
}

async function loadBeneficiary(c: AppContext, of: Record<string, string>): Promise<BeneficiaryYear> {
  const { db, mandate } = c.var
  const year = Number(/^\d{4}$/.exec(of['annee'] ?? '')?.[0] ?? 0)
  const all = await listBeneficiaryYears(db, mandate.scope, { funderId: mandate.organisationId, year })
  const found = all.find(({ organisationId }) => organisationId === of['beneficiaire'])
  if (!found) throw new NotFound()
  return found
}

interface Refused {
  typed: Typed
  errors: readonly FormError[]
  status: 400 | 422
}

async function answerNew(c: AppContext, beneficiary: BeneficiaryYear, refused?: Refused): Promise<Response> {
  const { organisationId, year: firstYear } = beneficiary
  const years = await yearChoices(c, { organisationId, firstYear, count: MOST_YEARS })
  const form = formOf(c.var.today, refused?.typed.values)
  const page = <NewAgreementPage frame={c.var.frame} beneficiary={beneficiary} years={years} form={form} errors={refused?.errors ?? []} />
  return c.html(page, refused?.status ?? 200)
}

export function formOf(today: Day, values: Readonly<Record<string, string>> = {}) {
  return { newId: values['id'] ?? newId(), today, values }
}
