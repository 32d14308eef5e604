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

test.describe('the neighbourhoods of the closed contract', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('an inhabitant finds Lecocq by an old name, its gap to the agglomeration, its rank and its source', async ({ page }) => {
    await page.goto('/quartiers')
    await page.getByRole('link', { name: 'Valenciennes Métropole 2015-2022' }).click()
    await page.getByLabel('Nom, ancien nom ou code').fill('chanteclerc')
    await page.getByRole('button', { name: 'Filtrer' }).click()
    await page.getByRole('link', { name: 'Lecocq', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lecocq')
    await expect(page.locator('main')).toContainText('28,2 points')
    await expect(page.locator('main')).toContainText('1er sur 14')
    await expect(page.locator('main')).toContainText('année non imprimée')
  })
})

test.describe('the public pages', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  for (const path of [
    '/',
    '/quartiers',
    '/quartiers?contrat=valenciennes-2015-2022&tri=ecart',
    '/quartiers/QN06298Z',
    '/quartiers/QP059024',
    '/territoires',
    '/territoires/epci/245901160?le=2019-07-04',
    '/actions?annee=2026',
    '/donnees',
    '/api',
    '/appels-a-projets',
    '/appels-a-projets/aap-2027',
    '/appels-a-projets/ete-2027',
    '/glossaire',
  ]) {
    test(`${path} is accessible and fits 360 px`, async ({ page }) => {
      await page.goto(path)
      await expectAccessible(page)
      await expectNoOverflow(page)
    })
  }
})
