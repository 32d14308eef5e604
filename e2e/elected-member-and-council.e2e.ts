import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { expectAccessible, expectNoOverflow, signInAs } from './support.ts'

for (const [role, organisation] of [
  ['elected', 'Ville de Lens'],
  ['council', 'Conseil citoyen de Lens'],
] as const) {
  test(`${organisation}, ${role}: what was decided in its neighbourhoods, against the year before, and nothing that prepares a decision`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 800 })
    await signInAs(page, organisation, role)
    const main = page.locator('main')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('décidés en 2026')
    await expect(main).toContainText('de moins qu’en 2025')
    await expect(main).toContainText('Par habitant de quartier prioritaire')
    await expect(main.getByText('Nouvelle', { exact: true }).first()).toBeVisible()
    await expect(main.getByText('Arrêtée', { exact: true }).first()).toBeVisible()
    await expectAccessible(page)
    await expectNoOverflow(page)
    for (const path of ['/dossiers', '/programmation', '/comites', '/instruction', '/exports']) {
      expect([path, (await page.goto(path))?.status()]).toEqual([path, 403])
    }
    await page.goto('/accueil')
    await main.locator('a[href^="/quartiers/"]').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  })
}
