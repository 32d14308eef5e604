import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { aPerson, expectAccessible, expectNoOverflow, fill, moveTo, signInAs } from './support.ts'

test('the délégué du préfet gives an opinion on a file of its neighbourhoods, and signs nothing', async ({ page }) => {
  await signInAs(page, 'préfecture', 'state-delegate')
  const title = page.getByRole('heading', { level: 1 })
  const [, before] = /sur (\d+)\sdossiers/.exec((await title.textContent()) ?? '') ?? []
  await expectAccessible(page)
  await page.getByRole('table').first().getByRole('rowheader').getByRole('link').first().click()
  await page.getByLabel('Favorable', { exact: true }).check()
  await fill(page, { Motif: 'Vue sur place en février\u00A0: des habitants nombreux, une équipe présente.' })
  await page.getByRole('button', { name: 'Rendre l’avis' }).click()
  await expect(page.getByRole('status')).toContainText('Votre avis est enregistré')
  await page.goto('/accueil')
  await expect(title).toHaveText(new RegExp(`sur ${Number(before) - 1}\\sdossiers`))
  await page.goto('/decisions')
  await expect(page.getByRole('button', { name: 'Enregistrer l’acte' })).toBeHidden()
})

test('what the instruction of the State retains waits for the sub-prefect, who records the act', async ({ page, browser }) => {
  const state = await aPerson(browser, 'préfecture', 'state-instructor')
  await moveTo(state, '2027-03-11')
  await state.goto('/comites')
  await state.getByRole('link', { name: 'Comité des financeurs du 11 mars 2027' }).click()
  await state.getByRole('link', { name: 'Projeter la séance' }).click()
  const asked = state.getByLabel('Retenu, État')
  const heading = (await state.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await asked.fill('1 500')
  await state.getByLabel('Motif, État').fill('Le comité s’accorde sur ce montant.')
  await state.getByRole('button', { name: /^Fixer/ }).click()
  await expect(state.getByRole('status').first()).toBeVisible()

  await signInAs(page, 'préfecture', 'state-signatory')
  await expectAccessible(page)
  await page.goto('/decisions')
  await expect(page.locator('main')).toContainText('1\u202F500')
  expect(heading).not.toBe('')
  await fill(page, { Autorité: 'Sous-préfète de Lens', 'Numéro de l’acte': '2027-300', 'Date de signature': '2027-03-11' })
  await page.getByRole('button', { name: 'Enregistrer l’acte' }).click()
  await expect(page.getByRole('status')).toContainText('L’acte 2027-300 est enregistré')
  await expectAccessible(page)
  await expectNoOverflow(page)
})
