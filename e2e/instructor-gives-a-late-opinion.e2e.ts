import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { expectAccessible, expectNoOverflow, expectRefusedBeside, fill, signInAs } from './support.ts'

test('the State’s instructor finds the opinions that are late, and gives one with its reason', async ({ page }) => {
  await signInAs(page, 'préfecture', 'state-instructor')
  await expectAccessible(page)
  await page.goto('/instruction')
  const title = page.getByRole('heading', { level: 1 })
  const [, files, late] = /(\d+)\sdossiers, (\d+)\sen retard/.exec((await title.textContent()) ?? '') ?? []
  await page
    .getByRole('row', { name: /En retard/ })
    .first()
    .getByRole('rowheader')
    .getByRole('link')
    .click()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Rendre l’avis' }).click()
  await expect(page.getByRole('region', { name: /à corriger/ }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Défavorable', { exact: true }).check()
  await page.getByLabel('Montant que vous proposez').fill('0')
  await page.getByRole('button', { name: 'Rendre l’avis' }).click()
  await expectRefusedBeside(page.getByLabel('Motif'), /motif/i)
  await expect(page.getByLabel('Défavorable', { exact: true })).toBeChecked()
  await fill(page, { Motif: 'Relève du droit commun du rectorat.' })
  await page.getByRole('button', { name: 'Rendre l’avis' }).click()
  await expect(page.getByRole('status')).toContainText('Votre avis est enregistré')

  await page.goto('/instruction')
  await expect(title).toHaveText(new RegExp(`${Number(files) - 1}\\sdossiers, ${Number(late) - 1}\\sen retard`))
  await expectAccessible(page)
  await expectNoOverflow(page)
})
