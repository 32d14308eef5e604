import { type Browser, expect, type Page } from '@playwright/test'
import { DEMO_ORGANISATIONS } from '#seeds/demo-people.data.ts'
import { test } from './journey.ts'
import { expectAccessible, expectNoOverflow, expectRefusedBeside, fill, PDF, signInAs } from './support.ts'

const EMAIL = 'avis@partenaire-sans-compte.example'

/** Asked by its SIRET: it has no mandate that gives opinions. */
const PARTNER = DEMO_ORGANISATIONS[0]

test('the CAF gives its opinions in the rows of its list, by the keyboard alone', async ({ page }) => {
  await signInAs(page, 'allocations familiales', 'funder')
  await page.goto('/instruction')
  const title = page.getByRole('heading', { level: 1 })
  const [, before] = /sur (\d+)\sdossier/.exec((await title.textContent()) ?? '') ?? []
  const row = page
    .getByRole('row')
    .filter({ has: page.getByText('Rendre l’avis ici') })
    .first()
  await row.locator('summary').press('Enter')
  await row.getByRole('button', { name: 'Rendre cet avis' }).press('Enter')
  await expectRefusedBeside(page.getByLabel(/^Avis, /).first(), /Remplissez au moins une ligne/)
  await expectAccessible(page)

  const open = page.getByRole('row').filter({ has: page.locator('details[open]') })
  await open.getByLabel(/^Avis, /).selectOption('Favorable')
  await open.getByLabel(/^Motif, /).fill('Action suivie par nos services, utile aux familles.')
  await open.getByRole('button', { name: 'Rendre cet avis' }).press('Enter')
  await expect(page.getByRole('status')).toContainText('L’avis est enregistré')
  await expect(title).toContainText(`sur ${Number(before) - 1}`)
  await expect(page.locator('details[open]')).toHaveCount(1) // the next file, ready to be typed
  await expectNoOverflow(page)
})

test('a partner without an account reads its files by a link, gives its opinions and corrects one; the link then is revoked', async ({
  page,
  browser,
}) => {
  await askByLink(page)
  const link = await linkOf(page)
  const partner = await aStranger(browser)
  await partner.goto(link)
  await expectAccessible(partner)
  await expectNoOverflow(partner)
  await partner.locator('#avis').getByRole('rowheader').getByRole('link').first().click()
  await expect(partner.getByRole('heading', { name: 'Résumé' })).toBeVisible()
  await expectAccessible(partner)
  await partner.getByRole('button', { name: 'Rendre l’avis' }).click()
  await expectRefusedBeside(partner.getByLabel('Vos prénom et nom'), /signé/)
  await partner.getByLabel('Réservé', { exact: true }).check()
  await fill(partner, { Motif: 'Le hall est étroit.', 'Vos prénom et nom': 'Personne Fictive', 'Votre fonction': 'Gardien' })
  await partner.getByRole('button', { name: 'Rendre l’avis' }).click()
  await expect(partner.getByRole('status')).toContainText('L’avis est enregistré')

  const next = partner.getByRole('row').filter({ has: partner.locator('details[open]') })
  await next.getByLabel(/^Avis, /).selectOption('Non concerné')
  await next.getByLabel(/^Motif, /).fill('Hors de notre patrimoine.')
  await next.getByRole('button', { name: 'Rendre cet avis' }).click()
  await expect(partner.getByRole('status')).toContainText('L’avis est enregistré')
  expect((await partner.context().cookies()).filter(({ name }) => !name.includes('message'))).toEqual([])

  await page.goto('/instruction/suivi')
  await expectAccessible(page)
  await page
    .getByRole('row')
    .filter({ hasText: EMAIL })
    .getByRole('button', { name: /^Révoquer/ })
    .click()
  await partner.goto(link)
  await expect(partner.getByRole('heading', { level: 1 })).toHaveText('Ce lien n’est plus valable')
  await expectAccessible(partner)
})

test('the project lead types what came in one late e-mail, its file kept as proof', async ({ page }) => {
  await signInAs(page, 'agglomération', 'project-lead')
  await page.goto('/instruction/courriels')
  await expectAccessible(page)
  await page.getByLabel('Organisation qui a écrit').selectOption({ index: 1 })
  await page.getByLabel('Date du courriel').fill('2027-01-12')
  await page.getByRole('button', { name: 'Garder le courriel' }).click()
  await expectRefusedBeside(page.getByLabel('Le courriel', { exact: true }), /preuve/)
  await page.getByLabel('Le courriel', { exact: true }).setInputFiles(PDF)
  await page.getByRole('button', { name: 'Garder le courriel' }).click()
  await expectAccessible(page)
  await expectNoOverflow(page)
  for (const rank of [0, 1]) {
    await page
      .getByLabel(/^Avis, /)
      .nth(rank)
      .selectOption('Favorable')
    await page
      .getByLabel(/^Motif, /)
      .nth(rank)
      .fill('Avis favorable du courriel.')
  }
  await page.getByRole('button', { name: 'Enregistrer les lignes remplies' }).click()
  await expect(page.getByRole('status')).toContainText('2 avis sont enregistrés')
})

async function askByLink(page: Page): Promise<void> {
  await signInAs(page, 'agglomération', 'project-lead')
  await page.goto('/dossiers')
  for (const rank of [0, 1, 2])
    await page
      .getByRole('checkbox', { name: /^Choisir/ })
      .nth(rank)
      .check()
  await page.getByRole('button', { name: 'Demander un avis sur les dossiers cochés' }).click()
  for (const box of await page.getByRole('group', { name: 'À qui demander un avis' }).getByRole('checkbox').all()) await box.uncheck()
  await fill(page, { 'Une autre organisation, par son SIRET': PARTNER?.siret ?? '', 'Envoyer un lien à cette adresse': EMAIL })
  await page.getByRole('button', { name: 'Demander les avis' }).click()
  await expect(page.getByRole('status')).toContainText('Un lien vers')
}

async function linkOf(page: Page): Promise<string> {
  await page.goto('/messages')
  const message = page
    .getByRole('region', { name: /Votre avis est demandé/ })
    .filter({ hasText: EMAIL })
    .first()
  return /\/avis\/[\w-]{32}/.exec((await message.textContent()) ?? '')?.[0] ?? ''
}

/** Somebody who never signed in, on another computer. */
async function aStranger(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}
