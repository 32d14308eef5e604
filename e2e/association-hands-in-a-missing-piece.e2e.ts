import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { expectAccessible, expectRefusedBeside, PDF, signInAs } from './support.ts'

test('an association hands in the piece that was asked, and its instructors see it', async ({ page }) => {
  await signInAs(page, 'Amicale des Coulons', 'porteur')
  await page.goto('/demandes')
  const href = await page
    .getByRole('row', { name: /Club ados.*2027/ })
    .getByRole('link')
    .getAttribute('href')
  await page.goto(`${href}/pieces-demandees`)
  const asked = page.getByRole('region', { name: 'Relevé d’identité bancaire au nom de l’association' })
  await expect(asked).toContainText('Attendue pour le vendredi 19 mars 2027')
  await expectAccessible(page)

  await asked.getByLabel('Votre fichier').setInputFiles({ ...PDF, name: 'rib.exe', buffer: Buffer.from('MZ, not a document') })
  await asked.getByRole('button', { name: 'Déposer cette pièce' }).click()
  await expectRefusedBeside(page.getByLabel('Votre fichier'), /PDF/)
  await expectAccessible(page)

  await page.getByLabel('Votre fichier').setInputFiles({ ...PDF, name: 'rib-association.pdf' })
  await page.getByRole('button', { name: 'Déposer cette pièce' }).click()
  await expect(page.locator('main')).toContainText('rib-association.pdf')
  await expectAccessible(page)

  await signInAs(page, 'préfecture', 'state-instructor')
  await page.goto(`/dossiers/${href?.split('/').at(-1)}`)
  await expect(page.getByRole('region', { name: 'Pièces', exact: true })).toContainText('rib-association.pdf')
  await expectAccessible(page)
})
