import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { expectAccessible, expectNoOverflow, expectRefusedBeside, fill, signInAs } from './support.ts'

test('a funder opens an envelope, then cuts it with a reason that stays in its history', async ({ page }) => {
  await signInAs(page, 'Caisse d’allocations', 'funder')
  await page.goto('/enveloppes?annee=2027')
  await expectAccessible(page)
  await fill(page, { Nom: 'Fonds publics et territoires', Code: 'CAF-FPT', Montant: '− 5' })
  await page.getByLabel('Nature des crédits').selectOption('Droit commun')
  await page.getByRole('button', { name: 'Ouvrir l’enveloppe' }).click()
  await expectRefusedBeside(page.getByLabel('Montant', { exact: true }), /./)
  await expect(page.getByLabel('Nom', { exact: true })).toHaveValue('Fonds publics et territoires')
  await expectAccessible(page)
  await page.getByLabel('Montant', { exact: true }).fill('10 000')
  await page.getByRole('button', { name: 'Ouvrir l’enveloppe' }).click()
  await expect(page.getByRole('row', { name: 'Fonds publics et territoires' })).toContainText('10 000')

  await page.getByRole('link', { name: 'Fonds publics et territoires' }).click()
  await expectAccessible(page)
  await page.getByLabel('Nouveau montant').fill('9 300')
  await page.getByRole('button', { name: 'Modifier le montant' }).click()
  await expectRefusedBeside(page.getByLabel('Motif'), /motif/i) // no cut without its reason
  await expect(page.getByLabel('Nouveau montant')).toHaveValue(/9.300/)
  await fill(page, { Motif: 'Gel de 7 % des crédits, notifié le 12 avril' })
  await page.getByRole('button', { name: 'Modifier le montant' }).click()
  await expect(page.getByRole('region', { name: 'Historique' })).toContainText('Gel de 7 % des crédits')
  await expectAccessible(page)
  await expectNoOverflow(page)
})

test('a funder never changes the envelope of another', async ({ page }) => {
  await signInAs(page, 'Caisse d’allocations', 'funder')
  await page.goto('/enveloppes?annee=2027')
  await page.getByRole('link', { name: 'Crédits spécifiques, programme 147' }).click()
  await expect(page.getByRole('button', { name: 'Modifier le montant' })).toBeHidden()
})
