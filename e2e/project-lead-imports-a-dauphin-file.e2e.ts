import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { test } from './journey.ts'
import { expectAccessible, expectNoOverflow, expectRefusedBeside, fill, PDF, signInAs } from './support.ts'

const SAMPLE = join(import.meta.dirname, '..', 'db', 'seeds', 'samples', 'dauphin-2027.csv')

test('the project lead opens a call by the door of Dauphin, imports an export, and imports it again without doubling', async ({ page }) => {
  await signInAs(page, 'Lens-Liévin', 'project-lead')
  await page.goto('/appels/nouveau')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Créer l’appel' }).click()
  await expect(page.getByRole('region', { name: /à corriger/ })).toBeVisible()
  await expectAccessible(page)
  await fill(page, {
    Titre: 'Export de Dauphin 2027',
    Code: 'dauphin-2027',
    'Année des actions': '2027',
    'Note de cadrage': 'Déposez sur Dauphin.',
  })
  await page.getByRole('radio', { name: 'Dépôt sur Dauphin' }).check()
  await fill(page, { 'Premier jour de dépôt': '2027-01-01', 'Dernier jour de dépôt': '2027-03-01' })
  await page.getByRole('button', { name: 'Créer l’appel' }).click()
  await expect(page.getByRole('status')).toContainText('est créé')
  await expectAccessible(page)

  await page.getByRole('row', { name: 'Export de Dauphin 2027' }).getByRole('link', { name: 'Importer un export' }).click()
  const file = page.getByLabel('Export de Dauphin', { exact: true })
  await file.setInputFiles({ ...PDF, buffer: Buffer.concat([PDF.buffer, Buffer.of(0)]) })
  await page.getByRole('button', { name: 'Voir ce qui changerait' }).click()
  await expectRefusedBeside(file, /./)
  await expectAccessible(page)

  await preview(page, '22 nouvelles, 5 refusées')
  await page.getByRole('button', { name: /Importer 22/ }).click()
  await expect(page.getByRole('status')).toContainText('Import terminé')
  await preview(page, '22 inchangées, 5 refusées') // the same export again: nothing is doubled
  await page.goto('/appels/dauphin-2027/import-dauphin')
  await expect(page.getByRole('table', { name: 'Liste des imports' }).getByRole('row')).toHaveCount(2)
  await expectAccessible(page)
})

/** What the import of the sample would change, said before anything is written; each refused line says why. */
async function preview(page: Page, said: string): Promise<void> {
  await page.getByLabel('Export de Dauphin', { exact: true }).setInputFiles(SAMPLE)
  await page.getByRole('button', { name: 'Voir ce qui changerait' }).click()
  await expect(page.locator('main')).toContainText(said)
  await expect(page.getByRole('region', { name: 'Liste des lignes refusées' })).toContainText('Ce n’est pas un montant en euros')
  await expectAccessible(page)
  await expectNoOverflow(page)
}
