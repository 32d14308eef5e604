import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { expectAccessible, expectNoOverflow, signInAs } from './support.ts'

test('an association renews last year’s action: what it wrote is there, what must be said anew is asked', async ({ page }) => {
  await signInAs(page, 'Amicale des Coulons', 'porteur')
  await page.goto('/demandes/nouvelle')
  await expect(page.locator('main')).toContainText('Votre organisation a déjà un brouillon pour cet appel')
  await page.getByLabel('Reprendre « Course de caisses à savon »').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Commencer une autre demande' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Course de caisses à savon')
  await expect(page.getByLabel('Personne qui suit la demande')).toHaveValue('Ghislaine Pruvost, trésorière')
  await expect(page.getByLabel(/souscrit au contrat d’engagement républicain/)).not.toBeChecked() // signed each year, never copied
  await page.getByRole('link', { name: 'Le budget de l’action' }).first().click()
  await expect(page.getByRole('definition').filter({ hasText: /^0\s€$/ })).toBeVisible() // balanced, as it was
  await page.goto(page.url().replace(/\/actions\/.*/, '/relecture'))
  const missing = page.getByRole('region', { name: '4 points empêchent l’envoi' })
  await expect(missing.getByRole('link')).toHaveText([
    /contrat d’engagement républicain/,
    /date de signature/,
    /premier jour/,
    /dernier jour/,
  ])
  await expect(page.getByRole('button', { name: 'Envoyer la demande' })).toBeDisabled()
  await expectAccessible(page)
  await expectNoOverflow(page)

  await missing.getByRole('link', { name: /premier jour/ }).click()
  await expect(page.getByLabel('Premier jour de l’action')).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
})
