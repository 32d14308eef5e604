import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { expectAccessible, expectNoOverflow, expectRefusedBeside, fill, signInAs } from './support.ts'

const STATE = 'État'
const file = (name: string, ...lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(['N° EJ;N° DP;Montant;Date de paiement;SIRET;Tiers', ...lines].join('\r\n')),
})

test('an accountant imports payments, treats a line that matches nothing, and nothing is paid twice', async ({ page }) => {
  await signInAs(page, STATE, 'state-instructor')
  await page.goto('/paiements?annee=2026&etape=to-pay')
  const row = page.locator('#paiements tbody tr').first()
  const number = (await row.locator('td').nth(4).textContent())?.split(',')[0]?.trim() ?? ''
  const beneficiary = ((await row.locator('th .sub').textContent()) ?? '').trim()
  await page.goto('/paiements/imports')
  await expectAccessible(page)
  await page.getByLabel('Fichier des paiements').setInputFiles({ name: 'faux.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2') })
  await page.getByRole('button', { name: 'Voir ce qui serait payé' }).click()
  await expectRefusedBeside(page.getByLabel('Fichier des paiements'), /Il manque les colonnes/)
  await expectAccessible(page)

  const payments = file('chorus.csv', `${number};DP-E2E-1;1,50;01/02/2027;;${beneficiary}`, `9${number};DP-E2E-2;2;01/02/2027;;Inconnu`)
  await page.getByLabel('Fichier des paiements').setInputFiles(payments)
  await page.getByRole('button', { name: 'Voir ce qui serait payé' }).click()
  await expect(page.getByRole('region', { name: 'Lignes à traiter' })).toContainText('Aucun de vos engagements')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Enregistrer un paiement' }).click()
  await expect(page.getByText('Import terminé.')).toBeVisible()

  await page.getByRole('link', { name: 'Ligne 3' }).first().click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Mettre cette ligne à l’écart' }).click()
  await expectRefusedBeside(page.getByLabel('Motif', { exact: true }), /motif/i)
  await page.getByLabel('Motif', { exact: true }).fill('Paiement d’un autre dispositif')
  await page.getByRole('button', { name: 'Mettre cette ligne à l’écart' }).click()
  await expect(page.getByText('est mise à l’écart')).toBeVisible()

  await page.getByLabel('Fichier des paiements').setInputFiles(payments)
  await page.getByRole('button', { name: 'Voir ce qui serait payé' }).click()
  await expect(page.getByText('Rien ne sera payé deux fois')).toBeVisible()
  await expectNoOverflow(page)
})

test('an authority records the signature that an agreement still lacks', async ({ page }) => {
  await signInAs(page, STATE, 'state-instructor')
  await page.goto('/conventions?annee=2027')
  await expectAccessible(page)
  await page.getByRole('row').filter({ hasText: 'À signer par' }).getByRole('link').first().click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Enregistrer la signature' }).click()
  await expectRefusedBeside(page.getByLabel('Date de la signature'), /date/i)
  await page.getByLabel('Date de la signature').fill('2027-03-01')
  await fill(page, { Signataire: 'La sous-préfète' })
  await page.getByRole('button', { name: 'Enregistrer la signature' }).click()
  await expect(page.getByText('La signature est enregistrée.')).toBeVisible()
  await expect(page.getByText('Signée', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
  await expectNoOverflow(page)
})
