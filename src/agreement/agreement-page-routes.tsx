import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { FILE_REFUSALS } from '#calls/attachment-acts.ts'
import { NotFound } from '#platform/errors.ts'
import { storeFile } from '#platform/file-store.ts'
import { choiceField, dayField, type FormError, idField, parseTyped, readForm, type Typed, textField } from '#platform/form.ts'
import { AgreementPage } from './AgreementPage.tsx'
import { addSignedCopy, prepareAvenant, recordSignature } from './agreement-acts.ts'
import { coveredAwards } from './agreement-document.ts'
import { DRAFT_FLAWS, SIGNATURE_FLAWS } from './agreement-draft.ts'
import { answerAgreementFile } from './agreement-file-routes.ts'
import { formOf, readYearAmounts, yearChoices } from './agreement-routes.tsx'
import { AGREEMENT_PARTIES } from './agreement-step.ts'
import { type Agreement, findAgreement } from './agreement-store.ts'
import { GrantAgreementPage } from './GrantAgreementPage.tsx'
import { agreementPaths } from './paths.ts'

export const agreementPageRoutes = new Hono<AppEnv>()

agreementPageRoutes.get('/conventions/:id', allow('letter:produce', 'programming:read'), async (c) => answer(c, await load(c)))
agreementPageRoutes.get('/conventions/:id/textes/:textId/convention.pdf', allow('letter:produce', 'programming:read'), async (c) =>
  answerAgreementFile(c, await load(c), 'pdf'),
)
agreementPageRoutes.get('/conventions/:id/textes/:textId/convention.docx', allow('letter:produce', 'programming:read'), async (c) =>
  answerAgreementFile(c, await load(c), 'docx'),
)
agreementPageRoutes.get('/conventions/:id/textes/:textId/exemplaire-signe', allow('letter:produce', 'programming:read'), async (c) =>
  answerAgreementFile(c, await load(c), 'signee'),
)

const SignatureTyped = z.object({
  texte: z.uuid(),
  partie: choiceField(AGREEMENT_PARTIES, 'Choisissez la partie qui a signé.'),
  'signee-le': dayField('Écrivez la date de la signature.'),
  signataire: textField({ max: 200 }),
})

agreementPageRoutes.post('/conventions/:id/signatures', allow('letter:produce'), async (c) => {
  const agreement = await loadOwn(c)
  const typed = await readForm(c)
  const read = parseTyped(SignatureTyped, typed)
  if (!read.ok) return answer(c, agreement, { typed, errors: read.errors, status: 400 })
  const { texte: textId, partie: party, 'signee-le': on, signataire: signatory } = read.value
  const result = await recordSignature(c.var.db, c.var.mandate, { agreementId: agreement.id, textId, party, on, signatory }, c.var.today)
  if (!result.done) return answer(c, agreement, { typed, errors: result.reasons.map((one) => SIGNATURE_FLAWS[one]), status: 422 })
  return redirectSaying(c, agreementPaths.agreement(agreement.id), { state: 'success', text: 'La signature est enregistrée.' })
})

agreementPageRoutes.post('/conventions/:id/avenants', allow('letter:produce'), async (c) => {
  const agreement = await loadOwn(c)
  const typed = await readForm(c)
  const read = parseTyped(z.object({ id: idField, motif: textField({ max: 1_000 }) }), typed)
  const { years, errors } = readYearAmounts(typed, agreement.firstYear, countOf(agreement))
  const faults = [...(read.ok ? [] : read.errors), ...errors]
  if (!read.ok || faults.length > 0) return answer(c, agreement, { typed, errors: faults, status: 400 })
  const input = { id: read.value.id, agreementId: agreement.id, reason: read.value.motif, years }
  const result = await prepareAvenant(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) return answer(c, agreement, { typed, errors: result.reasons.map((one) => DRAFT_FLAWS[one]), status: 422 })
  return redirectSaying(c, agreementPaths.agreement(agreement.id), { state: 'success', text: 'L’avenant est prêt à signer.' })
})

const COPY_FLAWS = {
  'copy-there': 'L’exemplaire signé est déjà joint.',
  'not-signed': 'Enregistrez d’abord les deux signatures.',
} as const

agreementPageRoutes.post('/conventions/:id/exemplaires', allow('letter:produce'), async (c) => {
  const agreement = await loadOwn(c)
  const typed = await readForm(c)
  const fail = (message: string) => answer(c, agreement, { typed, errors: [{ field: 'fichier', message }], status: 422 })
  const file = typed.files['fichier']
  const textId = idField.safeParse(typed.values['texte'])
  if (!file || !textId.success) return fail('Choisissez le fichier de l’exemplaire signé.')
  const content = new Uint8Array(await file.arrayBuffer())
  const stored = await storeFile(c.var.filesFolder, { name: file.name, content }, c.var.antivirusCommand)
  if (!stored.done) return fail(stored.reasons.map((reason) => FILE_REFUSALS[reason]).join(' '))
  if (stored.value.kind !== 'pdf') return fail('L’exemplaire signé est un PDF.')
  const input = { agreementId: agreement.id, textId: textId.data, file: stored.value, name: file.name }
  const result = await addSignedCopy(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) return fail(result.reasons.map((reason) => COPY_FLAWS[reason]).join(' '))
  return redirectSaying(c, agreementPaths.agreement(agreement.id), { state: 'success', text: 'L’exemplaire signé est joint.' })
})

agreementPageRoutes.get('/subventions/conventions/:id', allow('award:answer'), async (c) =>
  c.html(<GrantAgreementPage frame={c.var.frame} agreement={await load(c)} />),
)
agreementPageRoutes.get('/subventions/conventions/:id/textes/:textId/convention.pdf', allow('award:answer'), async (c) =>
  answerAgreementFile(c, await load(c), 'pdf'),
)
agreementPageRoutes.get('/subventions/conventions/:id/textes/:textId/exemplaire-signe', allow('award:answer'), async (c) =>
  answerAgreementFile(c, await load(c), 'signee'),
)

async function load(c: AppContext): Promise<Agreement> {
  const id = idField.safeParse(c.req.param('id'))
  const agreement = id.success ? await findAgreement(c.var.db, c.var.mandate.scope, id.data) : undefined
  if (!agreement) throw new NotFound()
  return agreement
}

async function loadOwn(c: AppContext): Promise<Agreement> {
  const agreement = await load(c)
  if (agreement.funderId !== c.var.mandate.organisationId) throw new NotFound()
  return agreement
}

function countOf({ firstYear, lastYear }: Agreement): number {
  return lastYear - firstYear + 1
}

interface Refused {
  typed: Typed
  errors: readonly FormError[]
  status: 400 | 422
}

async function answer(c: AppContext, agreement: Agreement, refused?: Refused): Promise<Response> {
  const { db, mandate, today, frame } = c.var
  const { organisationId, firstYear } = agreement
  const own = agreement.funderId === mandate.organisationId
  const awards = await coveredAwards(db, mandate.scope, { agreement, today })
  const years = own ? await yearChoices(c, { organisationId, firstYear, count: countOf(agreement) }) : []
  const form = formOf(today, refused?.typed.values)
  const page = (
    <AgreementPage frame={frame} agreement={agreement} awards={awards} own={own} years={years} form={form} errors={refused?.errors ?? []} />
  )
  return c.html(page, refused?.status ?? 200)
}
