import { Hono, type MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { formatDay, formatDayShort } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { dayField, parseTyped, readForm } from '#platform/form.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Html } from '#platform/kit/html.ts'
import { listMails } from '#platform/mail.ts'
import { DemonstrationPage } from './DemonstrationPage.tsx'
import { enterAs, moveDemonstrationDay } from './demonstration-acts.ts'
import { type DayFlaw, LAST_DAY } from './demonstration-moments.ts'
import { listPersonas } from './demonstration-store.ts'
import { type AppContext, type AppEnv, allow, redirectSaying } from './http.ts'
import { MailboxPage } from './MailboxPage.tsx'
import { signInHeaders } from './sign-in-address.ts'
import { signInPaths } from './sign-in-paths.ts'
import { setCookies } from './sign-in-routes.tsx'

/** On a real database, these pages do not exist. */
const onlyInDemonstration: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!c.var.demonstration) throw new NotFound()
  await next()
}

const DAY_FLAWS = {
  backwards: 'Ce jour est déjà passé\u00A0: la démonstration ne revient pas en arrière. Choisissez un jour à venir',
  'too-far': `Choisissez un jour avant la fin du contrat, le ${formatDayShort(LAST_DAY)}`,
} satisfies Record<DayFlaw, string>

const MoveDay = z.object({ date: dayField('Choisissez le jour où avancer') })
const Enter = z.object({ mandate: z.uuid() })

export const demonstrationRoutes = new Hono<AppEnv>()

demonstrationRoutes.get('/demonstration', onlyInDemonstration, allow('demonstration'), async (c) => c.html(await page(c)))

demonstrationRoutes.post('/demonstration', onlyInDemonstration, allow('demonstration'), async (c) => {
  const { mandate } = Enter.parse((await readForm(c)).values)
  const { cookies } = await enterAs(c.var.db, mandate, signInHeaders(c), c.var.today)
  setCookies(c, cookies)
  return c.redirect('/', 303)
})

demonstrationRoutes.post('/demonstration/date', onlyInDemonstration, allow('demonstration'), async (c) => {
  const typed = await readForm(c)
  const read = parseTyped(MoveDay, typed)
  const typedDay = typed.values['date'] ?? ''
  if (!read.ok) return c.html(await page(c, read.errors, typedDay), 400)
  const moved = await moveDemonstrationDay(c.var.db, { personId: c.var.person?.personId ?? null }, read.value.date, c.var.today)
  if (!moved.done) {
    const errors = moved.reasons.map((reason) => ({ field: 'date', message: DAY_FLAWS[reason] }))
    return c.html(await page(c, errors, typedDay), 422)
  }
  return redirectSaying(c, signInPaths.demonstration, { state: 'success', text: `Nous sommes maintenant le ${formatDay(moved.value)}.` })
})

demonstrationRoutes.get('/messages', onlyInDemonstration, allow('demonstration'), async (c) =>
  c.html(<MailboxPage frame={c.var.frame} mails={await listMails(c.var.db)} publicUrl={c.var.publicUrl} />),
)

async function page(c: AppContext, errors: readonly FieldError[] = [], typedDay = ''): Promise<Html> {
  const personas = await listPersonas(c.var.db, c.var.today)
  return <DemonstrationPage frame={c.var.frame} today={c.var.today} personas={personas} errors={errors} typedDay={typedDay} />
}
