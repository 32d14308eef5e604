import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { localPath } from '#access/sign-in-destination.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import { idField, parseTyped, readForm, type Typed } from '#platform/form.ts'
import { formatEuros } from '#platform/money.ts'
import { committeePage } from './committee-routes.tsx'
import { itemPage } from './item-routes.tsx'
import { fundingPaths } from './paths.ts'
import { retain } from './retention-acts.ts'
import { entryField, type RefusedEntry, RetentionForm, sayRetentionFlaw } from './retention-entry.ts'
import type { RetentionFlaw } from './retention-rule.ts'
import { listRetained } from './retention-store.ts'

export const retentionRoutes = new Hono<AppEnv>()

/** An amount is retained, from the table of the meeting or from the page of a file: the answer goes back where it came from. */
retentionRoutes.post('/comites/:id/montants-retenus', allow('retention:record'), async (c) => {
  const meetingId = idField.safeParse(c.req.param('id'))
  if (!meetingId.success) throw new NotFound()
  const typed = await readForm(c)
  const entry = entryOf(typed)
  const read = parseTyped(RetentionForm, typed)
  if (!read.ok) {
    const known = read.errors.filter(({ field }) => field === 'montant' || field === 'motif')
    if (known.length < read.errors.length) throw new NotFound()
    return back(
      c,
      {
        ...entry,
        errors: known.map(({ field, message }) => ({ field: entryField(field === 'motif' ? 'motif' : 'montant', entry), message })),
      },
      400,
    )
  }
  const { id, part: partId, envelope: envelopeId, montant, motif: reason, vu: seenId } = read.value
  const input = { id, meetingId: meetingId.data, partId, envelopeId, cents: montant, reason, seenId }
  const result = await retain(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) return refuse(c, input.meetingId, entry, result.reasons)
  return redirectSaying(c, `${backPath(c, entry)}#${anchorOf(entry)}`, {
    state: 'success',
    text: `Montant retenu\u00A0: ${formatEuros(montant)}.`,
  })
})

type Entry = RefusedEntry & { back: string }

function entryOf({ values }: Typed): Entry {
  return {
    partId: values['part'] ?? '',
    envelopeId: values['envelope'] ?? '',
    amount: values['montant'] ?? '',
    reason: values['motif'] ?? '',
    back: values['retour'] ? localPath(values['retour']) : '',
    errors: [],
  }
}

/** What is not one's own, nor on the agenda, was reached by a forged form; what can be mended comes back with its text. */
async function refuse(c: AppContext, meetingId: string, entry: Entry, reasons: readonly RetentionFlaw[]): Promise<Response> {
  if (reasons.includes('not-on-agenda') || reasons.includes('wrong-envelope')) throw new NotFound()
  if (reasons.includes('not-yours')) throw new Forbidden()
  const retained = await listRetained(c.var.db, c.var.mandate.scope, meetingId)
  const latest = retained.find(({ partId, envelopeId }) => partId === entry.partId && envelopeId === entry.envelopeId)
  const errors = reasons.map((reason) => sayRetentionFlaw(reason, entry, latest))
  return back(c, { ...entry, errors }, reasons.includes('changed-meanwhile') ? 409 : 422)
}

/** The page the form was on, drawn again with the text typed. */
async function back(c: AppContext, entry: Entry, status: 400 | 409 | 422): Promise<Response> {
  if (fromItem(c, entry)) return c.html(await itemPage(c, entry.partId, entry), status)
  return c.html(await committeePage(c, queryOf(entry), entry), status)
}

function fromItem(c: AppContext, entry: Entry): boolean {
  return entry.back === fundingPaths.item(c.req.param('id') ?? '', entry.partId)
}

/** The filters of the table the form was on. */
function queryOf(entry: Entry): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(entry.back.split('?')[1] ?? ''))
}

/** Only the two pages of this meeting: a form cannot send elsewhere. */
function backPath(c: AppContext, entry: Entry): string {
  if (fromItem(c, entry)) return entry.back
  return fundingPaths.meeting(c.req.param('id') ?? '', queryOf(entry))
}

function anchorOf(entry: Entry): string {
  return `retenu-${entry.partId}`
}
