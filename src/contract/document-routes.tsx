import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { choiceField, dayField, type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Html } from '#platform/kit/html.ts'
import type { DocumentPanel } from './contract-panel.tsx'
import { DocumentPage } from './DocumentPage.tsx'
import { type ContractDocument, findDocument, listDocumentItems, listFrameChanges, type Signatory } from './document-store.ts'
import { compareFrame } from './frame-comparison.ts'
import { listNodes } from './frame-store.ts'
import { contractPaths } from './paths.ts'
import { contractAsked, ownContract, readerOf } from './reader.tsx'
import { SignaturePage } from './SignaturePage.tsx'
import { nameSignatory, recordSignature, SIGNATURE_REFUSALS, type SignatureRefusal } from './signature-acts.ts'
import type { Contract } from './store.ts'

const SignatoryForm = z.object({
  id: idField,
  name: textField({ max: 200, missing: 'Écrivez le nom de l’organisation' }),
  quality: textField({ max: 200, missing: 'Écrivez la fonction qui signe' }),
  capacity: choiceField(['full', 'own-competences'], 'Dites en quelle qualité elle signe'),
  source: textField({ max: 300, missing: 'Dites où on le lit' }),
})

const SignatureForm = z.object({
  id: idField,
  signedOn: dayField('Écrivez la date de la signature'),
  source: textField({ max: 300, missing: 'Dites ce qui prouve la signature' }),
})

const FIELDS = {
  'not-yours': 'signedOn',
  'already-signed': 'signedOn',
  'in-the-future': 'signedOn',
  'name-taken': 'name',
  'by-avenant-only': 'name',
} satisfies Record<SignatureRefusal, string>

const errorsOf = (reasons: readonly SignatureRefusal[]): FormError[] =>
  reasons.map((reason) => ({ field: FIELDS[reason], message: SIGNATURE_REFUSALS[reason] }))

interface Typing {
  values: Record<string, string>
  errors: FormError[]
}
const NOTHING_TYPED: Typing = { values: {}, errors: [] }

export function documentRoutes(panels: readonly DocumentPanel[]): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/contrats/:code/documents/:id', allow('public'), async (c) => {
    const contract = await contractAsked(c)
    return c.html(await documentPage(c, { contract, document: await documentAsked(c, contract), panels }, NOTHING_TYPED))
  })
  routes.post('/contrats/:code/documents/:id/signataires', allow('contract:manage'), async (c) => {
    const contract = await ownContract(c)
    const document = await documentAsked(c, contract)
    const typed = await readForm(c)
    const read = parseTyped(SignatoryForm, typed)
    const at = { contract, document, panels }
    if (!read.ok) return c.html(await documentPage(c, at, { values: typed.values, errors: read.errors }), 400)
    const result = await nameSignatory(c.var.db, c.var.mandate, { ...read.value, documentId: document.id })
    if (!result.done) return c.html(await documentPage(c, at, { values: typed.values, errors: errorsOf(result.reasons) }), 422)
    const text = `${read.value.name} est dans la liste des signataires.`
    return redirectSaying(c, contractPaths.document(contract.code, document.id), { state: 'success', text })
  })
  signatureRoutes(routes)
  return routes
}

function signatureRoutes(routes: Hono<AppEnv>): void {
  routes.get('/contrats/:code/documents/:id/signatures/:signatory', allow('contract:manage'), async (c) => {
    return c.html(await signaturePage(c, NOTHING_TYPED))
  })
  routes.post('/contrats/:code/documents/:id/signatures/:signatory', allow('contract:manage'), async (c) => {
    const { contract, document, signatory } = await signatoryAsked(c)
    const typed = await readForm(c)
    const read = parseTyped(SignatureForm, typed)
    if (!read.ok) return c.html(await signaturePage(c, { values: typed.values, errors: read.errors }), 400)
    const input = { ...read.value, documentId: document.id, signatoryId: signatory.id }
    const result = await recordSignature(c.var.db, c.var.mandate, input, c.var.today)
    if (!result.done) return c.html(await signaturePage(c, { values: typed.values, errors: errorsOf(result.reasons) }), 422)
    const text = `La signature de ${signatory.name} est enregistrée.${result.value.inForce ? ' Le document est en vigueur.' : ''}`
    return redirectSaying(c, contractPaths.document(contract.code, document.id), { state: 'success', text })
  })
}

async function documentAsked(c: AppContext, contract: Contract): Promise<ContractDocument> {
  const id = idField.safeParse(c.req.param('id'))
  const document = id.success ? await findDocument(c.var.db, { contractId: contract.id, id: id.data }) : undefined
  if (!document) throw new NotFound()
  return document
}

interface Signing {
  contract: Contract
  document: ContractDocument
  signatory: Signatory
}

async function signatoryAsked(c: AppContext): Promise<Signing> {
  const contract = await ownContract(c)
  const document = await documentAsked(c, contract)
  const signatory = document.signatories.find(({ id }) => id === c.req.param('signatory'))
  if (!signatory) throw new NotFound()
  return { contract, document, signatory }
}

async function signaturePage(c: AppContext, typed: Typing): Promise<Html> {
  return <SignaturePage frame={c.var.frame} {...(await signatoryAsked(c))} today={c.var.today} newId={newId()} {...typed} />
}

interface At {
  contract: Contract
  document: ContractDocument
  panels: readonly DocumentPanel[]
}

async function documentPage(c: AppContext, { contract, document, panels }: At, typed: Typing): Promise<Html> {
  const { db, frame } = c.var
  const [items, changes, nodes] = await Promise.all([
    listDocumentItems(db, document.id),
    listFrameChanges(db, document.id),
    listNodes(db, contract.id),
  ])
  const said = await Promise.all(panels.map((panel) => panel(c, document)))
  const comparison = changes.length === 0 ? undefined : compareFrame(nodes, changes)
  const form = { newId: newId(), ...typed }
  const given = { contract, document, items, comparison, form, panels: said.filter((panel) => panel !== null) }
  return <DocumentPage frame={frame} reader={readerOf(c, contract.id)} {...given} />
}
