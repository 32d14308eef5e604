import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { expectAccessible, expectNoOverflow, expectRefusedBeside, fill, PDF, signInAs } from './support.ts'

test('CON-01, CON-04, CON-06: the project lead reads the contract, records a signature received and puts in an annex', async ({ page }) => {
  await signInAs(page, 'Agglomération', 'project-lead')
  await page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link', { name: 'Contrat', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Contrat de ville Lens-Liévin 2024-2030')
  await expect(page.locator('main')).toContainText('Cadre fictif, pour la démonstration')
  await expect(page.getByRole('row').filter({ hasText: 'Engagements Quartiers 2030' }).first()).toContainText('6 sur 8, il en manque 2')
  await expectAccessible(page)

  await page
    .getByRole('link', { name: /Engagements Quartiers 2030/ })
    .first()
    .click()
  const missing = page.getByRole('row').filter({ hasText: 'France Travail' })
  await expect(missing).toContainText('Manque')
  await missing.getByRole('link', { name: /Enregistrer la signature/ }).click()
  await fill(page, { 'Ce qui le prouve': 'Exemplaire signé, reçu par courrier' })
  await page.getByRole('button', { name: 'Enregistrer la signature' }).click()
  await expectRefusedBeside(page.getByLabel('Signé le'), /Écrivez la date de la signature/)
  await expect(page.getByLabel('Ce qui le prouve')).toHaveValue('Exemplaire signé, reçu par courrier')
  await expectAccessible(page)
  await fill(page, { 'Signé le': '2027-03-01' })
  await page.getByRole('button', { name: 'Enregistrer la signature' }).click()
  await expect(page.locator('main')).toContainText('La signature de France Travail Hauts-de-France est enregistrée.')
  await expect(page.getByRole('row').filter({ hasText: 'France Travail' })).toContainText('Signé le 1er mars 2027')
  await expect(page.locator('main')).toContainText('ce document n’est pas en vigueur')

  await page.getByRole('link', { name: 'Lens-Liévin 2024-2030' }).first().click()
  await page.getByRole('link', { name: 'Proclamation', exact: false }).first().click()
  await page.getByLabel('Fichier de l’annexe').setInputFiles(PDF)
  await page.getByRole('button', { name: 'Verser ce fichier' }).click()
  await expect(page.locator('main')).toContainText('La version 1 de cette annexe est versée.')
})

test('XCU-04, XCU-03: an inhabitant reads the closed contract on a telephone: its ends, its commitments, what is illegible', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto('/contrats')
  await page.getByRole('link', { name: 'Valenciennes Métropole 2015-2022' }).click()
  await expect(page.locator('main')).toContainText('Fin le samedi 31 décembre 2022')
  await expect(page.locator('main')).toContainText('Fin le jeudi 31 décembre 2020')
  await expect(page.locator('main')).toContainText('Aucune action publiée')
  await expectNoOverflow(page)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Tous les engagements' }).click()
  await page.getByRole('link', { name: 'Tous les montants lus dans les documents' }).click()
  await expect(page.locator('main')).toContainText('illisible dans le document')
  await expectNoOverflow(page)
  await page.goto('/mesures')
  await expect(page.locator('main')).toContainText('11 mesures dont le niveau est illisible')
  await expectNoOverflow(page)
  await expectAccessible(page)
})
