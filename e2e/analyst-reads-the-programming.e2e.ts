import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { download, expectAccessible, expectNoOverflow, expectRefusedBeside, fill, signInAs } from './support.ts'

test('a project lead analyses the programming, keeps one funder, takes the figures away and sets a target', async ({ page }) => {
  await signInAs(page, 'Agglomération', 'project-lead')
  await page.goto('/programmation/analyse')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Analyse de la programmation')
  await expect(page.getByRole('img').first()).toBeVisible()
  await expect(page.locator('main')).toContainText('une seule fois dans l’ensemble')
  await expectAccessible(page)

  await page.getByLabel('Par', { exact: true }).selectOption({ label: 'Financeur' })
  await page.getByLabel('Et par').selectOption({ label: 'Thème national' })
  await page.getByRole('button', { name: 'Analyser' }).click()
  await expect(page).toHaveURL(/lignes=financeur/)
  await expect(page.getByRole('table').first()).toContainText('Ensemble')
  const csv = await download(page, page.getByRole('link', { name: 'CSV' }))
  expect(csv.body.toString('utf8')).toContain('Financeur;Thème national;Actions')

  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoOverflow(page)
  await page.setViewportSize({ width: 1280, height: 900 })

  await page.goto('/programmation/annee-blanche')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Porteurs sans décision')
  await expectAccessible(page)

  await page.goto('/programmation/cibles')
  await page.getByLabel('Cible', { exact: true }).selectOption({ label: 'Part des crédits sous convention pluriannuelle' })
  await fill(page, { Valeur: 'la moitié', Source: 'Comité de pilotage' })
  await page.getByRole('button', { name: 'Fixer la cible' }).click()
  await expectRefusedBeside(page.getByLabel('Valeur'), /pourcentage/)
  await expectAccessible(page)
  await fill(page, { Valeur: '45' })
  await page.getByRole('button', { name: 'Fixer la cible' }).click()
  await expect(page.locator('main')).toContainText('La cible est fixée')
  await expect(page.getByRole('table')).toContainText('45')
})
