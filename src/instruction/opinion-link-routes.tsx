import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { clientAddress } from '#access/sign-in-address.ts'
import { NotFound } from '#platform/errors.ts'
import { type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import { OpinionForm } from './act-forms.ts'
import { givenWords } from './my-opinion-routes.tsx'
import { listAskedOf, type MyOpinion } from './my-opinions-store.ts'
import { rowAnchor } from './OpinionGrid.tsx'
import { OpinionLinkFilePage } from './OpinionLinkFilePage.tsx'
import { type ClosedLink, OpinionLinkClosedPage, OpinionLinkPage, type Signing } from './OpinionLinkPages.tsx'
import { OPINION_REFUSALS } from './opinion-check.ts'
import type { OpinionEntry, RefusedEntry } from './opinion-giving-acts.ts'
import { gridErrors, nothingFilled, readGrid } from './opinion-grid-form.ts'
import { giveByLink, openLink, scopeOf } from './opinion-link-acts.ts'
import { findLastSigner, findLinkedFile } from './opinion-link-file-store.ts'
import type { OpinionLink } from './opinion-link-store.ts'
import { instructionPaths, instructionRoutePaths } from './paths.ts'

/** What a link opens, for who has no account. Opening changes nothing; only a form that is sent does. */
export const opinionLinkRoutes = new Hono<AppEnv>()

const SignerForm = z.object({
  signerName: textField({ max: 120, missing: 'Écrivez vos prénom et nom\u00A0: l’avis est signé' }),
  signerFunction: textField({ max: 120, missing: 'Écrivez votre fonction' }),
})

interface Sent {
  values: Record<string, string>
  errors: readonly FieldError[]
}

opinionLinkRoutes.get(instructionRoutePaths.link, allow('public'), (c) => showLink(c))
opinionLinkRoutes.get(instructionRoutePaths.linkFile, allow('public'), (c) => showFile(c))

opinionLinkRoutes.post(instructionRoutePaths.link, allow('public'), async (c) => {
  const typed = await readForm(c)
  const signer = parseTyped(SignerForm, typed)
  const { entries, errors } = readGrid(typed)
  const flaws = [...(signer.ok ? [] : signer.errors), ...errors]
  const back = (more: readonly FormError[]) => showLink(c, { values: typed.values, errors: more })
  if (!signer.ok || flaws.length > 0) return back(flaws)
  if (entries.length === 0) return back(nothingFilled(typed))
  return give(c, { signing: signer.value, entries }, (refused) => back(gridErrors(refused)))
})

opinionLinkRoutes.post(instructionRoutePaths.linkFile, allow('public'), async (c) => {
  const typed = await readForm(c)
  const signer = parseTyped(SignerForm, typed)
  const opinion = parseTyped(OpinionForm, typed)
  const back = (errors: readonly FormError[]) => showFile(c, { values: typed.values, errors })
  if (!signer.ok || !opinion.ok) return back([...(opinion.ok ? [] : opinion.errors), ...(signer.ok ? [] : signer.errors)])
  const { id, seen, kind, amount, reason } = opinion.value
  const entry = { id, requestId: requestIn(c), kind, reason, proposed: amount, seenId: idField.safeParse(seen).data }
  return give(c, { signing: signer.value, entries: [entry] }, (refused) =>
    back(refused.flatMap(({ reasons }) => reasons.map((one) => OPINION_REFUSALS[one]))),
  )
})

async function give(
  c: AppContext,
  sent: { signing: Signing; entries: readonly OpinionEntry[] },
  back: (refused: readonly RefusedEntry[]) => Promise<Response>,
): Promise<Response> {
  const { db, today } = c.var
  const token = tokenIn(c)
  const answer = await giveByLink(db, { token, ip: clientAddress(c), ...sent.signing, entries: sent.entries }, today)
  if ('closed' in answer) return refuse(c, answer.closed)
  if (!answer.done) return back(answer.refused)
  return redirectSaying(c, await nextHref(c, token), givenWords(answer.value))
}

/** The list again, at the next file that waits: its form is open. */
async function nextHref(c: AppContext, token: string): Promise<string> {
  const opened = await openLink(c.var.db, { token, ip: clientAddress(c) }, c.var.today)
  if (!('link' in opened)) return instructionPaths.link(token)
  const rows = await rowsOf(c, opened.link)
  const next = rows.find(({ kind, past }) => kind === null && !past)
  if (next === undefined) return instructionPaths.link(token)
  return `${instructionPaths.link(token)}?ouvrir=${next.requestId}#${rowAnchor(next.requestId)}`
}

function rowsOf(c: AppContext, link: OpinionLink): Promise<MyOpinion[]> {
  return listAskedOf(c.var.db, scopeOf(link), { contractId: link.contractId, organisationId: link.organisationId, linkId: link.id })
}

async function showLink(c: AppContext, sent?: Sent): Promise<Response> {
  const opened = await opening(c)
  if ('answer' in opened) return opened.answer
  const { link, token } = opened
  const rows = await rowsOf(c, link)
  const [only] = rows
  const back = c.req.query('liste') !== undefined
  if (!sent && rows.length === 1 && only && only.kind === null && !back) {
    return c.redirect(instructionPaths.linkFile(token, only.requestId), 303)
  }
  const { frame, today } = c.var
  const open = c.req.query('ouvrir')
  const signing = await signingOf(c, link, sent)
  return c.html(<OpinionLinkPage {...{ frame, token, link, rows, today, open, signing, sent }} />, sent ? 422 : 200)
}

async function showFile(c: AppContext, sent?: Sent): Promise<Response> {
  const opened = await opening(c)
  if ('answer' in opened) return opened.answer
  const { link, token } = opened
  const requestId = requestIn(c)
  const file = await findLinkedFile(c.var.db, scopeOf(link), { linkId: link.id, requestId })
  const rows = await rowsOf(c, link)
  const row = rows.find((one) => one.requestId === requestId)
  if (!file || !row) return refuse(c, 'unknown')
  const { frame, today } = c.var
  const signing = await signingOf(c, link, sent)
  const several = rows.length > 1
  return c.html(<OpinionLinkFilePage {...{ frame, token, link, file, row, today, signing, several, sent }} />, sent ? 422 : 200)
}

async function signingOf(c: AppContext, link: OpinionLink, sent: Sent | undefined): Promise<Signing> {
  if (sent) return { signerName: sent.values['signerName'] ?? '', signerFunction: sent.values['signerFunction'] ?? '' }
  return (await findLastSigner(c.var.db, scopeOf(link), link.id)) ?? { signerName: '', signerFunction: '' }
}

/** Never kept by a browser or a proxy, never found by a search engine: the address is the key. */
async function opening(c: AppContext): Promise<{ link: OpinionLink; token: string } | { answer: Response }> {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  const token = tokenIn(c)
  const opened = await openLink(c.var.db, { token, ip: clientAddress(c) }, c.var.today)
  if (opened.state === 'open' && 'link' in opened) return { link: opened.link, token }
  return { answer: await refuse(c, opened.state === 'open' ? 'unknown' : opened.state) }
}

const STATUS = { unknown: 404, expired: 410, revoked: 410, 'too-many': 429 } as const satisfies Record<ClosedLink, number>

async function refuse(c: AppContext, state: ClosedLink): Promise<Response> {
  c.header('cache-control', 'no-store')
  return c.html(<OpinionLinkClosedPage frame={c.var.frame} state={state} />, STATUS[state])
}

/** The shape of what we make: anything else is looked for all the same, so that its answer says nothing. */
function tokenIn(c: AppContext): string {
  return (c.req.param('token') ?? '').slice(0, 200)
}

function requestIn(c: AppContext): string {
  const read = idField.safeParse(c.req.param('request'))
  if (!read.success) throw new NotFound()
  return read.data
}
