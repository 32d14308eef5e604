import { Hono } from 'hono'
import { parseTyped, readForm } from '#platform/form.ts'
import { formatSiret } from '#platform/identifiers.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type AppContext, type AppEnv, allow, redirectSaying } from './http.ts'
import { OrganisationPage } from './OrganisationPage.tsx'
import { describeOrganisation, recordBankAccount } from './organisation-acts.ts'
import { BAD_IBAN, BankAccountForm, DESCRIBE_ERRORS, DescribeForm } from './organisation-form.ts'
import { organisationPaths } from './organisation-paths.ts'
import { getOrganisation, listBankAccounts, listCommunes, type Organisation } from './organisation-store.ts'

export const organisationRoutes = new Hono<AppEnv>()

organisationRoutes.get('/mon-organisation', allow('organisation:write'), async (c) => c.html(await page(c)))

organisationRoutes.post('/mon-organisation', allow('organisation:write'), async (c) => {
  const typed = await readForm(c)
  const read = parseTyped(DescribeForm, typed)
  if (!read.ok) return c.html(await page(c, read.errors, typed.values), 400)
  const communes = await listCommunes(c.var.db)
  const known = read.value.communeCode === '' || communes.some(({ code }) => code === read.value.communeCode)
  if (!known) return c.html(await page(c, [{ field: 'commune', message: 'Choisissez une commune de la liste' }], typed.values), 400)
  const result = await describeOrganisation(c.var.db, c.var.mandate, read.value)
  if (!result.done) {
    const errors = result.reasons.map((reason) => DESCRIBE_ERRORS[reason])
    return c.html(await page(c, errors, typed.values), 422)
  }
  return redirectSaying(c, organisationPaths.mine, { state: 'success', text: 'Votre organisation est enregistrée.' })
})

organisationRoutes.post('/mon-organisation/rib', allow('organisation:write'), async (c) => {
  const typed = await readForm(c)
  const read = parseTyped(BankAccountForm, typed)
  if (!read.ok) return c.html(await page(c, read.errors, typed.values), 400)
  const { id, iban, titulaire: holder } = read.value
  const result = await recordBankAccount(c.var.db, c.var.mandate, { id, iban, holder }, c.var.today)
  if (!result.done) return c.html(await page(c, [BAD_IBAN], typed.values), 422)
  return redirectSaying(c, organisationPaths.mine, { state: 'success', text: 'Votre compte bancaire est enregistré.' })
})

async function page(c: AppContext, errors: readonly FieldError[] = [], typed: Record<string, string> = {}): Promise<Html> {
  const { db, mandate, frame } = c.var
  const organisation = await getOrganisation(db, mandate.organisationId)
  const accounts = await listBankAccounts(db, mandate.organisationId)
  const lists = { accounts, communes: await listCommunes(db), newAccountId: typed['id'] ?? newId() }
  return <OrganisationPage frame={frame} name={organisation.name} values={{ ...kept(organisation), ...typed }} {...lists} errors={errors} />
}

/** What the fields show before anything is typed. */
function kept(organisation: Organisation): Record<string, string> {
  return {
    nom: organisation.name,
    sigle: organisation.shortName ?? '',
    siret: formatSiret(organisation.siret),
    rna: organisation.rna ?? '',
    forme: organisation.legalForm,
    adresse: organisation.address,
    'code-postal': organisation.postalCode,
    commune: organisation.communeCode ?? '',
  }
}
