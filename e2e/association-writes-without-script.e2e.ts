import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { fill, PDF, signInAs } from './support.ts'

test.use({ javaScriptEnabled: false })

test('without script, a whole section of the form is saved by one button, and a file is joined', async ({ page }) => {
  await signInAs(page, 'Graines de Coron', 'porteur')
  await page.goto('/demandes')
  await page
    .getByRole('row', { name: /Brouillon/ })
    .first()
    .getByRole('link')
    .click()
  await page.getByRole('link', { name: 'Le résultat attendu' }).first().click()
  const address = page.url()
  const written = { 'Résultat attendu': 'Trente familles récoltent.', Indicateur: 'Kilos récoltés', 'Valeur visée': '400 kg' }
  await fill(page, written)
  await page.getByRole('button', { name: 'Enregistrer et finir plus tard' }).click()
  await page.goto(address)
  for (const [label, text] of Object.entries(written)) await expect(page.getByLabel(label)).toHaveValue(text)

  await page.getByRole('link', { name: 'Les pièces à joindre' }).first().click()
  await page.getByLabel('Quelle pièce').selectOption('Autre pièce')
  await page.getByLabel('Fichier', { exact: true }).setInputFiles({ ...PDF, name: 'plan-du-jardin.pdf' })
  await page.getByRole('button', { name: 'Joindre ce fichier' }).click()
  await expect(page.getByRole('link', { name: 'plan-du-jardin.pdf' })).toBeVisible()
})
