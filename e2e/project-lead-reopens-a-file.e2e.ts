import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { aPerson, expectAccessible, expectNoOverflow, expectRefusedBeside, fill, moveTo, signInAs } from './support.ts'

const APPLICANT = 'Régie de quartier Les Deux Carreaux'

test('after the last day a draft cannot be sent; the project lead reopens it with a reason, and it can be finished', async ({
  page,
  browser,
}) => {
  await moveTo(page, '2028-01-15')
  const association = await aPerson(browser, APPLICANT, 'porteur')
  await association.goto('/demandes')
  await association
    .getByRole('row', { name: /Brouillon/ })
    .getByRole('link')
    .click()
  await association.goto(association.url().replace(/(demandes\/[^/?]+).*/, '$1/relecture'))
  const closed = association.getByText('L’appel est clos. Si vous avez un motif sérieux')
  await expect(closed).toBeVisible()
  await expect(association.getByRole('button', { name: 'Envoyer la demande' })).toBeDisabled()
  await expectAccessible(association)

  await signInAs(page, 'Lens-Liévin', 'project-lead')
  await page.goto('/appels/ete-2027/reouvertures')
  await expectAccessible(page)
  const draft = page.getByLabel('Demande commencée').getByRole('option').filter({ hasText: APPLICANT })
  await page.getByLabel('Demande commencée').selectOption((await draft.getAttribute('value')) ?? '')
  await fill(page, { 'Dernier jour de dépôt': '2028-01-31' })
  await page.getByRole('button', { name: 'Rouvrir le dépôt' }).click()
  await expectRefusedBeside(page.getByLabel('Motif'), /motif/i)
  await expect(page.getByLabel('Dernier jour de dépôt')).toHaveValue('2028-01-31')
  await expectAccessible(page)
  await fill(page, { Motif: 'Panne du réseau le jour de la clôture.' })
  await page.getByRole('button', { name: 'Rouvrir le dépôt' }).click()
  await expect(page.getByRole('region', { name: 'Dépôts rouverts', exact: true })).toContainText('Panne du réseau')
  await expectAccessible(page)
  await expectNoOverflow(page)

  await association.reload()
  await expect(closed).toBeHidden()
  await expect(association.locator('main')).toContainText('31 janvier 2028')
  await association.context().close()
})
