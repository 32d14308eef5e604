import { expect, type Page } from '@playwright/test'
import { test } from './journey.ts'
import { aPerson, expectAccessible, expectNoOverflow, expectRefusedBeside, fill, signInAs } from './support.ts'

const LINE = 'Coup de pouce aux actions de quartier'

test('a funder opens a line, the instructor tries it on an action, the funder answers, and the route says so', async ({
  page,
  browser,
}) => {
  const caf = await aPerson(browser, 'allocations familiales', 'funder')
  await opensLine(caf)

  await signInAs(page, 'préfecture', 'state-instructor')
  await page.goto('/instruction/droit-commun?voie=a-essayer')
  await expectAccessible(page)
  await expectNoOverflow(page)
  const action = page.getByRole('rowheader').first().getByRole('link')
  const title = (await action.textContent()) ?? ''
  await action.click()
  await expect(page.getByRole('row').filter({ hasText: LINE })).toContainText('À solliciter')
  await expectAccessible(page)
  const dueDay = page.getByLabel('Réponse attendue pour le')
  await dueDay.fill('2020-01-01')
  await page.getByRole('button', { name: 'Solliciter les lignes choisies' }).click()
  await expectRefusedBeside(page.getByLabel('Réponse attendue pour le'), /passée/)
  await expectAccessible(page)
  await dueDay.fill('2027-12-31')
  await page.getByRole('button', { name: 'Solliciter les lignes choisies' }).click()
  await expect(page.getByRole('status')).toContainText('sollicitée')
  const grid = page.url()

  await answers(caf, title)
  await page.goto(grid)
  await expect(page.getByRole('row').filter({ hasText: LINE })).toContainText('Plafond atteint')
})

async function opensLine(caf: Page): Promise<void> {
  await caf.goto('/droit-commun')
  await expectAccessible(caf)
  await caf.getByRole('link', { name: 'Inscrire une ligne' }).click()
  await caf.getByRole('button', { name: 'Inscrire la ligne' }).click()
  await expectAccessible(caf)
  await caf.getByLabel('Subvention').check()
  await fill(caf, {
    'Nom de la ligne': LINE,
    'Ce qu’elle finance': 'Une aide de 500 à 3 000 euros.',
    Source: 'Conseil d’administration du 12 janvier',
  })
  await caf.getByRole('button', { name: 'Inscrire la ligne' }).click()
  await expect(caf.getByRole('status')).toContainText('est au catalogue')
  await expect(caf.getByRole('row').filter({ hasText: LINE })).toContainText('Tous les thèmes')
}

async function answers(caf: Page, title: string): Promise<void> {
  await caf.goto('/droit-commun/reponses')
  await expectAccessible(caf)
  const row = caf.getByRole('row').filter({ hasText: title }).filter({ hasText: LINE })
  await row.locator('summary').click()
  await row.getByLabel('Réponse').selectOption({ label: 'En partie' })
  await row.getByLabel('Montant').fill('1 500')
  await caf.getByRole('button', { name: 'Envoyer les réponses remplies' }).click()
  await expectRefusedBeside(row.getByLabel('Motif'), /motif/i)
  await expectAccessible(caf)
  await row.getByLabel('Motif').fill('Plafond atteint')
  await caf.getByRole('button', { name: 'Envoyer les réponses remplies' }).click()
  await expect(caf.getByRole('status')).toContainText('Votre réponse est enregistrée')
}

test('two people give the equality marker of an action by its tree; anybody may walk the tree for a project', async ({ page, browser }) => {
  await signInAs(page, 'préfecture', 'state-instructor')
  await page.goto('/instruction/marqueur?etat=a-repondre')
  await expectAccessible(page)
  await expectNoOverflow(page)
  await page.locator('#marqueurs').getByRole('rowheader').first().getByRole('link').click()
  const action = new URL(page.url()).pathname
  await walks(page)
  await expect(page.getByRole('status')).toContainText('attend celles d’une autre personne')
  await expect(page.getByText('Non évalué').first()).toBeVisible()

  const lead = await aPerson(browser, 'agglomération', 'project-lead')
  await lead.goto(action)
  await walks(lead)
  await expect(lead.getByRole('status')).toContainText('le marqueur est donné')
  await expect(lead.getByText('Marqueur 1').first()).toBeVisible()
  await expectAccessible(lead)

  const anybody = await (await browser.newContext()).newPage()
  await anybody.goto('/marqueur-egalite')
  await expectAccessible(anybody)
  await anybody.getByLabel('Non', { exact: true }).check()
  await anybody.getByRole('button', { name: 'Continuer' }).click()
  await anybody.getByLabel('Oui', { exact: true }).check()
  await anybody.getByRole('button', { name: 'Continuer' }).click()
  await expect(anybody.getByText(/Marqueur\s2/).first()).toBeVisible()
  await expectNoOverflow(anybody)
})

/** A public of women, coherent with the aim of the action: three answers. */
async function walks(person: Page): Promise<void> {
  await person.getByRole('button', { name: 'Continuer' }).click()
  await expect(person.getByText('Répondez par oui ou par non').first()).toBeVisible()
  await expectAccessible(person)
  for (const answer of ['Non', 'Non', 'Oui']) {
    await person.getByLabel(answer, { exact: true }).check()
    await person.getByRole('button', { name: 'Continuer' }).click()
  }
  await person.getByLabel('Éléments du dossier').fill('Atelier réservé aux mères isolées.')
  await person.getByRole('button', { name: 'Enregistrer mes réponses' }).click()
}
