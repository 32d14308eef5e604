import { Hono } from 'hono'
import { z } from 'zod'
import { NotFound, NotSignedIn } from '#platform/errors.ts'
import { idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Html } from '#platform/kit/html.ts'
import { AccountPage } from './AccountPage.tsx'
import { declareInterest, endInterest, renamePerson } from './account-acts.ts'
import { listInterests } from './account-store.ts'
import { type AppContext, type AppEnv, allow, redirectSaying, type SignedIn } from './http.ts'
import { listMandates } from './mandate.ts'
import { endOtherSignIns, endSignIn, takeMandate } from './sign-in-acts.ts'
import { localPath } from './sign-in-destination.ts'
import { signInPaths } from './sign-in-paths.ts'
import { listSignIns } from './sign-in-store.ts'

const Rename = z.object({ nom: textField({ max: 120, missing: 'Écrivez votre prénom et votre nom' }) })
const Declare = z.object({
  id: idField,
  siret: z
    .string()
    .default('')
    .transform((text) => text.replace(/[\s\u00A0\u202F]/g, ''))
    .pipe(z.string().regex(/^\d{14}$/, 'Écrivez les quatorze chiffres du SIRET. Exemple\u00A0: 123 456 789 00012')),
  nature: textField({ max: 300, missing: 'Dites en quelques mots quel est ce lien' }),
})
const UNKNOWN_ORGANISATION = 'Aucun organisme n’a ce SIRET dans Pilotis\u00A0: vérifiez-le. S’il n’a rien demandé, il n’y a rien à déclarer'

export const accountRoutes = new Hono<AppEnv>()

accountRoutes.get('/compte', allow('signed-in'), async (c) => c.html(await page(c)))

accountRoutes.post('/compte/nom', allow('signed-in'), async (c) => {
  const typed = await readForm(c)
  const read = parseTyped(Rename, typed)
  if (!read.ok) return c.html(await page(c, read.errors, typed.values), 400)
  await renamePerson(c.var.db, personOf(c), read.value.nom)
  return say(c, 'Votre nom est enregistré.')
})

accountRoutes.post('/compte/mandat', allow('signed-in'), async (c) => {
  const { values } = await readForm(c)
  const mandateId = idField.safeParse(values['mandate'])
  if (!mandateId.success) throw new NotFound()
  const taken = await takeMandate(c.var.db, personOf(c), mandateId.data, c.var.today)
  if (!taken.done) throw new NotFound()
  return c.redirect(localPath(values['retour']), 303)
})

accountRoutes.post('/compte/connexions/fin', allow('signed-in'), async (c) => {
  const id = idField.safeParse((await readForm(c)).values['connexion'])
  if (!id.success || !(await endSignIn(c.var.db, personOf(c), id.data)).done) throw new NotFound()
  return say(c, 'Cette connexion a pris fin.')
})

accountRoutes.post('/compte/connexions/autres/fin', allow('signed-in'), async (c) => {
  const ended = await endOtherSignIns(c.var.db, personOf(c))
  return say(c, ended === 1 ? 'L’autre connexion a pris fin.' : `Les autres connexions ont pris fin\u00A0: ${ended}.`)
})

accountRoutes.post('/compte/interets', allow('signed-in'), async (c) => {
  const typed = await readForm(c)
  const read = parseTyped(Declare, typed)
  if (!read.ok) return c.html(await page(c, read.errors, typed.values), 400)
  const declared = await declareInterest(c.var.db, personOf(c), read.value, c.var.today)
  if (!declared.done) return c.html(await page(c, [{ field: 'siret', message: UNKNOWN_ORGANISATION }], typed.values), 422)
  return say(c, `Votre intérêt est déclaré\u00A0: ${declared.value}. Ses dossiers ne vous sont plus montrés.`)
})

accountRoutes.post('/compte/interets/fin', allow('signed-in'), async (c) => {
  const id = idField.safeParse((await readForm(c)).values['interet'])
  if (!id.success || !(await endInterest(c.var.db, personOf(c), id.data, c.var.today)).done) throw new NotFound()
  return say(c, 'Cet intérêt a pris fin.')
})

function personOf(c: AppContext): SignedIn {
  if (!c.var.person) throw new NotSignedIn()
  return c.var.person
}

function say(c: AppContext, text: string): Response {
  return redirectSaying(c, signInPaths.account, { state: 'success', text })
}

async function page(c: AppContext, errors: readonly FieldError[] = [], typed: Record<string, string> = {}): Promise<Html> {
  const person = personOf(c)
  const { db, today, frame, mandateInUse } = c.var
  const mandates = await listMandates(db, person.personId, today)
  const signIns = await listSignIns(db, { personId: person.personId, now: new Date() })
  const interests = await listInterests(db, person.personId)
  const lists = { mandates, signIns, interests, mandateInUse: mandateInUse?.id, newInterestId: typed['id'] ?? newId() }
  return <AccountPage frame={frame} person={person} {...lists} typed={typed} errors={errors} />
}
