import { expect } from '@playwright/test'
import { test } from './journey.ts'
import { aPerson, expectAccessible, expectNoOverflow } from './support.ts'

test('a person sees where she is signed in, and ends a sign-in elsewhere', async ({ browser }) => {
  const here = await aPerson(browser, 'Passerelles de Nuit', 'porteur')
  const elsewhere = await aPerson(browser, 'Passerelles de Nuit', 'porteur')
  await here.goto('/compte')
  const devices = here.getByRole('table', { name: 'Les appareils où vous êtes connecté' })
  await expect(devices.getByRole('row')).toHaveCount(3) // the heads, here, elsewhere
  await expect(devices.getByRole('row').filter({ hasText: 'Cet appareil' })).toHaveCount(1)
  await expectAccessible(here)
  await expectNoOverflow(here)

  await devices.getByRole('row').filter({ hasNotText: 'Cet appareil' }).getByRole('button').click()
  await expect(devices.getByRole('row')).toHaveCount(2)
  await expectAccessible(here)
  await elsewhere.goto('/demandes')
  await expect(elsewhere).toHaveURL(/\/connexion\?suite=%2Fdemandes/)
  await here.goto('/demandes')
  await expect(here.getByRole('heading', { level: 1 })).toHaveText('Mes demandes')

  await here.goto('/compte')
  await here.getByRole('button', { name: 'Se déconnecter' }).click()
  await here.goto('/demandes')
  await expect(here).toHaveURL(/connexion/)
  for (const page of [here, elsewhere]) await page.context().close()
})
