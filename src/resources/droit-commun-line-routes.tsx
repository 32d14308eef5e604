import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { listContractQpvs, listThemes } from '#contract/store.ts'
import { type Day, parseDay } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { choiceField, dayField, type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { DroitCommunLinePage } from './DroitCommunLinePage.tsx'
import { DroitCommunPage, type DroitCommunPageProps, endField } from './DroitCommunPage.tsx'
import { LINE_KINDS, LINE_REFUSALS, type LineRefusal, mayHold } from './droit-commun-line.ts'
import { addLine, endLine } from './droit-commun-line-acts.ts'
import { listLines, listOwners } from './droit-commun-line-store.ts'
import { droitCommunPaths, droitCommunRoutePaths } from './droit-commun-paths.ts'

/** The catalogue of ordinary policy: read by all, written by its partners. */
export const droitCommunLineRoutes = new Hono<AppEnv>()

droitCommunLineRoutes.get(droitCommunPaths.catalogue, allow('public'), async (c) => c.html(await catalogue(c)))

droitCommunLineRoutes.get(droitCommunPaths.newLine, allow('droit-commun:manage'), async (c) =>
  c.html(await linePage(c, { id: newId(), typed: { owner: c.var.mandate.organisationId, validFrom: c.var.today }, errors: [] })),
)

/** An optional day: empty, or a day of the calendar. */
const optionalDay = z
  .string()
  .default('')
  .transform((text, context): Day | null => {
    if (text.trim() === '') return null
    const read = parseDay(text)
    if (read !== undefined) return read
    context.addIssue({ code: 'custom', message: 'Écrivez une date du calendrier. Exemple\u00A0: 14/01/2027' })
    return z.NEVER
  })

const optionalCode = z
  .string()
  .max(10)
  .default('')
  .transform((text) => (text === '' ? null : text))

const LineForm = z.object({
  id: idField,
  owner: z.uuid('Choisissez l’organisation qui porte la ligne'),
  name: textField({ max: 200, missing: 'Écrivez le nom de la ligne' }),
  kind: choiceField(LINE_KINDS, 'Dites ce que la ligne apporte'),
  brings: textField({ max: 2_000, missing: 'Écrivez ce que la ligne finance ou met à disposition' }),
  audience: textField({ max: 1_000 }),
  criteria: textField({ max: 2_000 }),
  link: textField({ max: 500 }).refine(
    (text) => text === '' || /^https?:\/\/\S+$/.test(text),
    'Écrivez une adresse qui commence par https://',
  ),
  theme: optionalCode,
  commune: optionalCode,
  validFrom: dayField('Choisissez le jour à partir duquel la ligne est ouverte'),
  validTo: optionalDay,
  source: textField({ max: 300, missing: 'Dites d’où vient cette ligne\u00A0: délibération, convention, page officielle' }),
})

droitCommunLineRoutes.post(droitCommunPaths.catalogue, allow('droit-commun:manage'), async (c) => {
  const typed = await readForm(c)
  const read = parseTyped(LineForm, typed)
  const id = idField.safeParse(typed.values['id']).data ?? newId()
  const back = async (errors: FormError[]) => c.html(await linePage(c, { id, typed: typed.values, errors }), 422)
  if (!read.ok) return back(read.errors)
  const { owner: ownerId, theme: themeCode, commune: communeCode, ...rest } = read.value
  const result = await addLine(c.var.db, c.var.mandate, { ...rest, ownerId, themeCode, communeCode }, c.var.today)
  if (!result.done) return back(result.reasons.map((reason) => ({ field: REFUSED_FIELDS[reason], message: LINE_REFUSALS[reason] })))
  return redirectSaying(c, droitCommunPaths.catalogue, { state: 'success', text: `La ligne «\u00A0${rest.name}\u00A0» est au catalogue.` })
})

const REFUSED_FIELDS = {
  'not-your-line': 'owner',
  'unknown-owner': 'owner',
  'unknown-theme': 'theme',
  'unknown-commune': 'commune',
  'ends-before-it-begins': 'validTo',
  ended: 'validTo',
} satisfies Record<LineRefusal, string>

droitCommunLineRoutes.post(droitCommunRoutePaths.ending, allow('droit-commun:manage'), async (c) => {
  const id = idField.safeParse(c.req.param('id'))
  if (!id.success) throw new NotFound()
  const { values } = await readForm(c)
  const field = endField(id.data)
  const back = async (message: string) => c.html(await catalogue(c, { lineId: id.data, values, errors: [{ field, message }] }), 422)
  const on = parseDay(values[field] ?? '')
  if (on === undefined) return back('Écrivez une date du calendrier. Exemple\u00A0: 14/01/2027')
  const result = await endLine(c.var.db, c.var.mandate, { id: id.data, on }, c.var.today)
  if (!result.done) return back(result.reasons.map((reason) => LINE_REFUSALS[reason]).join('. '))
  return redirectSaying(c, droitCommunPaths.catalogue, { state: 'success', text: 'La ligne a une fin. Ce qui lui a été demandé reste.' })
})

/** The address of a refused form, opened again. */
droitCommunLineRoutes.get(droitCommunRoutePaths.ending, allow('droit-commun:manage'), (c) => c.redirect(droitCommunPaths.catalogue, 303))

async function catalogue(c: AppContext, refused?: DroitCommunPageProps['refused']): Promise<ReturnType<typeof DroitCommunPage>> {
  const { db, contract, today, frame, mandateInUse: mandate } = c.var
  if (!contract) throw new NotFound()
  const themes = await listThemes(db)
  const query = {
    text: c.req.query('q')?.replaceAll('\0', '').slice(0, 200) || undefined,
    themeCode: themes.find(({ code }) => code === c.req.query('theme'))?.code,
    kind: LINE_KINDS.find((kind) => kind === c.req.query('nature')),
    ended: c.req.query('terminees') === 'oui',
  }
  const lines = await listLines(db, { contractId: contract.id, on: today, ...query })
  const manages = mandate !== undefined && may(mandate, 'droit-commun:manage')
  const shown = lines.map((line) => ({ ...line, mine: manages && mayHold(mandate, line.ownerId) }))
  const officer = mandate !== undefined && may(mandate, 'application:read')
  return <DroitCommunPage {...{ frame, lines: shown, themes, query, today, manages, officer, refused }} />
}

interface Shown {
  id: string
  typed: Record<string, string>
  errors: readonly FormError[]
}

async function linePage(c: AppContext, shown: Shown): Promise<ReturnType<typeof DroitCommunLinePage>> {
  const { db, mandate, contract, today, frame } = c.var
  if (!contract) throw new NotFound()
  const owners = (await listOwners(db, contract.id, today)).filter(({ id }) => mayHold(mandate, id))
  const [themes, qpvs] = [await listThemes(db), await listContractQpvs(db, contract.id)]
  return <DroitCommunLinePage {...{ frame, owners, themes, qpvs, ...shown }} />
}
