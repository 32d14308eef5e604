import { expect, type Page } from '@playwright/test'
import { test } from './journey.ts'
import { expectAccessible, expectNoOverflow, signInAs } from './support.ts'

const YEAR = 'annee=2026'

/** Each role, and its screens with much to show: the whole year 2026 of the demonstration, decided, paid and accounted for. */
const ROLES = [
  {
    role: 'porteur',
    of: 'Centre social La Lampisterie',
    paths: ['/accueil', '/demandes', '/demandes/nouvelle', '/mon-organisation', '/subventions', '/compte'],
  },
  {
    role: 'project-lead',
    of: 'Lens-Liévin',
    paths: [
      '/accueil',
      '/dossiers',
      '/programmation?annee=2027&par=orientation', // 300 rows, thirteen funders
      '/programmation/analyse',
      '/suivi?liste=bilans-manquants',
      '/comites',
      '/exports',
    ],
  },
  {
    role: 'project-lead',
    of: 'Lens-Liévin',
    paths: [
      '/appels',
      '/mandats/demandes',
      '/mandats/passation',
      `/bilans?${YEAR}`,
      '/engagements',
      '/instruction/droit-commun',
      '/derogations',
    ],
  },
  {
    role: 'state-instructor',
    of: 'préfecture',
    paths: ['/accueil', '/instruction', '/instruction?rendus=oui', `/decisions?${YEAR}`, `/courriers?${YEAR}`],
  },
  {
    role: 'funder',
    of: 'Région Hauts-de-France',
    paths: ['/accueil', '/instruction', `/enveloppes?${YEAR}`, `/paiements?${YEAR}`, '/conventions', '/regles', '/comites'],
  },
  { role: 'opinion-giver', of: 'Agence régionale de santé', paths: ['/accueil', '/instruction', '/droit-commun/reponses', '/dossiers'] },
  { role: 'state-signatory', of: 'préfecture', paths: ['/accueil', '/decisions', '/comites'] },
] as const

async function expectFits(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path)
  expect([path, answer?.status()]).toEqual([path, 200])
  // Judged once here, at the narrow width where most changes; the journeys judge the wide one on the screens that they use.
  if (page.viewportSize()?.width === 360) await expectAccessible(page)
  await expectNoOverflow(page)
}

for (const width of [1440, 360]) {
  for (const { role, of, paths } of ROLES) {
    test(`${of}, ${role}: ${paths.join(', ')} fit ${width} px and are accessible`, async ({ page }) => {
      test.setTimeout(240_000) // the rules of accessibility judge tables of 300 rows
      await page.setViewportSize({ width, height: 900 })
      await signInAs(page, of, role)
      for (const path of paths) await expectFits(page, path)
    })
  }

  test(`a file, a committee, one of its items, an act and a letter fit ${width} px and are accessible`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await signInAs(page, 'préfecture', 'state-instructor')
    await page.goto('/comites')
    const meeting = (await page.getByRole('link', { name: 'Comité des financeurs du 12 mars 2026' }).getAttribute('href')) ?? ''
    await expectFits(page, meeting)
    await expectFits(page, (await page.locator('main a[href*="/dossiers/"]').first().getAttribute('href')) ?? '')
    await page.goto(`/decisions?${YEAR}`)
    await expectFits(page, (await page.locator('main a[href*="/decisions/actes/"]').first().getAttribute('href')) ?? '')
    await expectFits(page, (await page.locator('main a[href^="/dossiers/"]').first().getAttribute('href')) ?? '')
    await page.goto(`/courriers?${YEAR}`)
    await expectFits(page, (await page.locator('main tbody a[href^="/courriers/"]').first().getAttribute('href')) ?? '')
    await page.goto(`/paiements?${YEAR}`)
    await expectFits(page, (await page.locator('main tbody a[href^="/paiements/"]').first().getAttribute('href')) ?? '')
  })
}
