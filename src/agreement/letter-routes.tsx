import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { readForm } from '#platform/form.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type AwardState, awardStates, findAwardState, listAwardYears } from './award-state-store.ts'
import { LetterPage } from './LetterPage.tsx'
import { LettersPage } from './LettersPage.tsx'
import { type NotificationRefusal, notifyAwards } from './letter-acts.ts'
import { answerLetter } from './letter-file-routes.ts'
import { NOTIFICATION_FLAWS, type NotificationFlaw } from './letter-kind.ts'
import { LETTER_STATES, sayNotified } from './letter-state.ts'
import { chosenOf, yearChosen, yearsOf } from './list-filter.ts'
import { agreementPaths } from './paths.ts'
import { listAddresses } from './told-store.ts'

export const letterRoutes = new Hono<AppEnv>()

letterRoutes.get('/courriers', allow('letter:produce'), async (c) => c.html(await lettersPage(c)))

letterRoutes.get('/courriers/:awardId', allow('letter:produce'), async (c) => {
  const award = await ownAward(c)
  const addresses = await listAddresses(c.var.db, { organisationId: award.organisationId, on: c.var.today })
  return c.html(<LetterPage frame={c.var.frame} award={award} readers={addresses.length} />)
})

letterRoutes.get('/courriers/:awardId/courrier.pdf', allow('letter:produce'), async (c) => answerLetter(c, await ownAward(c)))

letterRoutes.post('/courriers/notifications', allow('award:notify'), async (c) => {
  const typed = await readForm(c)
  const ticked = typed.lists['aide'] ?? []
  const year = typed.values['annee'] ?? ''
  const awardIds = z.array(z.uuid()).safeParse(ticked)
  if (!awardIds.success) throw new NotFound()
  if (awardIds.data.length === 0)
    return c.html(await lettersPage(c, { year, errors: [{ field: 'courriers', message: 'Cochez au moins un courrier.' }] }), 422)
  const { db, mandate, today, filesFolder, publicUrl, demonstration } = c.var
  const result = await notifyAwards(db, mandate, { awardIds: awardIds.data, filesFolder, publicUrl, demonstration }, today)
  if (result.done) return redirectSaying(c, agreementPaths.lettersOf(year), { state: 'success', text: sayNotified(result.value) })
  const awards = await awardStates(db, mandate.scope, { ids: awardIds.data }, today)
  return c.html(await lettersPage(c, { year, errors: sayRefusals(result.reasons, awards), ticked }), 422)
})

function sayRefusals(reasons: readonly NotificationRefusal[], awards: readonly AwardState[]): FieldError[] {
  return reasons.map((reason) => {
    const [flaw = '', id = ''] = reason.split('@')
    const title = awards.find((award) => award.id === id)?.title ?? ''
    return {
      field: 'courriers',
      message: `${title}\u00A0: ${NOTIFICATION_FLAWS[FLAWS.find((one) => one === flaw) ?? 'changed-meanwhile']}`,
    }
  })
}

const FLAWS: readonly NotificationFlaw[] = ['dauphin-number-missing', 'refusal-reason-missing', 'changed-meanwhile']

interface Shown {
  year?: string
  errors?: readonly FieldError[]
  ticked?: readonly string[]
}

async function lettersPage(c: AppContext, shown: Shown = {}): Promise<Html> {
  const { db, mandate, today, contract, frame } = c.var
  const by = { contractId: contract?.id, funderId: mandate.organisationId }
  const listed = await listAwardYears(db, mandate.scope, by)
  const year = yearChosen(shown.year ?? c.req.query('annee'), listed, today)
  return (
    <LettersPage
      frame={frame}
      funderName={mandate.organisationName}
      awards={await awardStates(db, mandate.scope, { ...by, year }, today)}
      years={yearsOf(listed, today)}
      year={year}
      state={chosenOf(LETTER_STATES, c.req.query('etat'))}
      ticked={shown.ticked ?? []}
      errors={shown.errors ?? []}
    />
  )
}

/** An award of the mandate's own organisation; another funder's is not there. */
async function ownAward(c: AppContext): Promise<AwardState> {
  const id = z.uuid().safeParse(c.req.param('awardId'))
  const award = id.success ? await findAwardState(c.var.db, c.var.mandate.scope, id.data, c.var.today) : undefined
  if (!award || award.funderId !== c.var.mandate.organisationId) throw new NotFound()
  return award
}
