import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { expectAccessible, expectNoOverflow } from './support.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled })

    test('an inhabitant finds her neighbourhood and what was funded there, on a small telephone', async ({ page }) => {
      await page.goto('/quartiers')
      await page.getByRole('link', { name: 'Cité des Galibots' }).first().click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Cité des Galibots')
      await expect(page.getByRole('heading', { level: 2, name: /Les actions financées en 20/ })).toBeVisible()
      await page.getByRole('row').getByRole('link').first().click()
      await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty()
      await expect(page.locator('main')).toContainText('Argent public décidé')
      await expect(page.locator('main')).not.toContainText('Demandé') // never what was asked
    })
  })
}

test.describe('the public pages', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  for (const path of [
    '/',
    '/quartiers',
    '/actions?annee=2026',
    '/donnees',
    '/api',
    '/appels-a-projets',
    '/appels-a-projets/aap-2027',
    '/glossaire',
  ]) {
    test(`${path} is accessible and fits 360 px`, async ({ page }) => {
      await page.goto(path)
      await expectAccessible(page)
      await expectNoOverflow(page)
    })
  }
})
