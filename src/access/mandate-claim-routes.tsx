import { Hono } from 'hono'
import { NotFound, NotSignedIn } from '#platform/errors.ts'
import { idField, parseTyped, readForm } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type AppContext, type AppEnv, allow, redirectSaying } from './http.ts'
import { MandateClaimPage } from './MandateClaimPage.tsx'
import { MandateClaimsPage, type MandateClaimsPageProps } from './MandateClaimsPage.tsx'
import { claimMandate, decideClaim } from './mandate-claim-acts.ts'
import { listClaimsOf, listWaitingClaims } from './mandate-claim-store.ts'
import { CLAIM_ERRORS, ClaimDecisionForm, ClaimForm } from './organisation-form.ts'
import { organisationPaths } from './organisation-paths.ts'

export const mandateClaimRoutes = new Hono<AppEnv>()

mandateClaimRoutes.get('/mandats/demande', allow('signed-in'), async (c) => c.html(await ownClaims(c)))

mandateClaimRoutes.post('/mandats/demande', allow('signed-in'), async (c) => {
  const typed = await readForm(c)
  const read = parseTyped(ClaimForm, typed)
  if (!read.ok) return c.html(await ownClaims(c, read.errors, typed.values), 400)
  const { id, siret, nom: organisationName, forme: legalForm } = read.value
  const input = { id, siret, organisationName, legalForm, publicUrl: c.var.publicUrl }
  const result = await claimMandate(c.var.db, personOf(c), input, c.var.today)
  if (!result.done) {
    const errors = result.reasons.map((reason) => CLAIM_ERRORS[reason])
    return c.html(await ownClaims(c, errors, typed.values), 422)
  }
  return redirectSaying(c, organisationPaths.claim, {
    state: 'success',
    text: 'Votre demande est envoyée. L’équipe du contrat de ville vous répondra par courriel.',
  })
})

mandateClaimRoutes.get('/mandats/demandes', allow('claim:decide'), async (c) => c.html(await waitingClaims(c)))

mandateClaimRoutes.post('/mandats/demandes/:id/decision', allow('claim:decide'), async (c) => {
  const claimId = idField.safeParse(c.req.param('id'))
  if (!claimId.success) throw new NotFound()
  const typed = await readForm(c)
  const refuse = async (error: FieldError, status: 400 | 422): Promise<Response> =>
    c.html(await waitingClaims(c, { claimId: claimId.data, reason: typed.values['motif'] ?? '', error }), status)
  const read = parseTyped(ClaimDecisionForm, typed)
  if (!read.ok) return refuse({ field: 'motif', message: read.errors[0]?.message ?? '' }, 400)
  const accepted = read.value.decision === 'accepter'
  const input = { claimId: claimId.data, accepted, reason: accepted ? '' : read.value.motif, publicUrl: c.var.publicUrl }
  const result = await decideClaim(c.var.db, c.var.mandate, input, c.var.today)
  if (result.done)
    return say(c, accepted ? 'success' : 'info', `${result.value.organisationName}\u00A0: ${accepted ? 'confirmé' : 'refusé'}.`)
  if (result.reasons.includes('unknown-claim')) throw new NotFound()
  if (result.reasons.includes('already-decided')) return say(c, 'warning', 'Cette demande a déjà reçu sa réponse.')
  return refuse({ field: 'motif', message: 'Écrivez le motif du refus\u00A0: la personne le lira' }, 422)
})

function say(c: AppContext, state: 'success' | 'info' | 'warning', text: string): Response {
  return redirectSaying(c, organisationPaths.claims, { state, text })
}

function personOf(c: AppContext): { personId: string } {
  if (!c.var.person) throw new NotSignedIn()
  return c.var.person
}

async function ownClaims(c: AppContext, errors: readonly FieldError[] = [], values: Record<string, string> = {}): Promise<Html> {
  const claims = await listClaimsOf(c.var.db, personOf(c).personId)
  return <MandateClaimPage frame={c.var.frame} claims={claims} newClaimId={values['id'] ?? newId()} values={values} errors={errors} />
}

async function waitingClaims(c: AppContext, refused?: MandateClaimsPageProps['refused']): Promise<Html> {
  const claims = await listWaitingClaims(c.var.db)
  return <MandateClaimsPage frame={c.var.frame} claims={claims} today={c.var.today} refused={refused} />
}
