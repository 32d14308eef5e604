import { expect, type Page } from '@playwright/test'
import { test } from './journey.ts'
import { aPerson, expectAccessible } from './support.ts'

const FIELD = 'Le besoin constaté'

/** The draft of the association, at the page of its action. */
async function open(page: Page): Promise<void> {
  await page.goto('/demandes')
  await page
    .getByRole('row', { name: /Brouillon/ })
    .filter({ hasText: 'Fresque participative' })
    .getByRole('link')
    .click()
  await page.getByRole('link', { name: 'L’action en quelques mots' }).first().click()
  await expect(page.getByLabel(FIELD)).toBeVisible()
}

test('two people type in one field of one draft: both texts are kept and shown, and one chooses', async ({ browser }) => {
  const [first, second] = [
    await aPerson(browser, 'Amicale des Coulons', 'porteur'),
    await aPerson(browser, 'Amicale des Coulons', 'porteur'),
  ]
  await open(first)
  await open(second)

  await first.getByLabel(FIELD).fill('Les murs sont gris, disent les enfants.')
  await expect(first.getByText(/^Enregistré à \d/)).toBeVisible()
  await second.getByLabel(FIELD).fill('Cent familles ont signé une pétition.')
  const conflict = second.locator('main').getByText('Les murs sont gris, disent les enfants.')
  await expect(conflict.first()).toBeVisible() // theirs, beside mine
  await expect(second.getByLabel(FIELD).first()).toHaveValue('Cent familles ont signé une pétition.')
  await expectAccessible(second)

  await second.reload() // nothing of the two is lost when the page is left
  await expect(second.locator('main')).toContainText('Les murs sont gris, disent les enfants.')
  await expect(second.locator('main')).toContainText('Cent familles ont signé une pétition.')
  await expectAccessible(second)

  await second.getByLabel('Le texte gardé à côté').check()
  await second.getByRole('button', { name: 'Garder ce texte' }).click()
  await first.reload()
  await expect(first.getByLabel(FIELD)).toHaveValue('Cent familles ont signé une pétition.')
  await expect(first.getByRole('button', { name: 'Garder ce texte' })).toBeHidden()
  await expectAccessible(first)
  for (const page of [first, second]) await page.context().close()
})
