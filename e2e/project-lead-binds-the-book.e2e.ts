import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { aPerson, download, expectAccessible, expectNoOverflow, expectPdf, signInAs } from './support.ts'

const QUESTION = 'Qui accueille l’action pendant les travaux de la maison de quartier ?'

test('the project lead writes a question, prepares the book of the committee, leaves it, and finds it again', async ({ page, browser }) => {
  await signInAs(page, 'Lens-Liévin', 'project-lead')
  await page.goto('/comites')
  await page.getByRole('link', { name: 'Comité des financeurs du 11 mars 2027' }).click()
  const meeting = page.url()
  await page.getByRole('link', { name: 'Cahier', exact: true }).click()
  await page.getByRole('region', { name: 'Questions à trancher' }).locator('summary').first().click()
  const question = page.getByRole('textbox').first()
  await question.fill('x'.repeat(231))
  expect((await question.inputValue()).length).toBe(230) // the field itself stops there
  await question.fill(QUESTION)
  await page.getByRole('button', { name: 'Enregistrer les questions' }).click()
  await expect(page.getByRole('status')).toContainText('Une question est enregistrée')
  await expectNoOverflow(page)

  await page.getByRole('button', { name: 'Préparer le cahier' }).click()
  await expectAccessible(page)
  await page.goto('/exports')
  await expectAccessible(page)
  await page
    .getByRole('link', { name: /^Cahier du comité/ })
    .first()
    .click()
  await expect(page.getByText('Le document est prêt.')).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  const file = await download(page, page.getByRole('link', { name: 'Télécharger le document' }))
  expectPdf(file)
  expect(file.body.length).toBeGreaterThan(1_000_000) // some two hundred and sixty pages

  const state = await aPerson(browser, 'préfecture', 'state-instructor')
  expect((await state.goto(page.url()))?.status()).toBe(404) // a document belongs to who asked for it
  await state.goto(`${meeting}/cahier`)
  await expect(state.getByText(QUESTION)).toBeVisible()
  await expect(state.getByRole('button', { name: 'Enregistrer les questions' })).toBeHidden()
})

test('a member of the instruction downloads the summary of one file', async ({ page }) => {
  await signInAs(page, 'préfecture', 'state-instructor')
  await page.goto('/dossiers')
  await page.locator('main tbody').getByRole('rowheader').getByRole('link').first().click()
  expectPdf(await download(page, page.getByRole('link', { name: 'Fiche de synthèse' })))
})
