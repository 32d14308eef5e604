import { expect, test } from 'vitest'
import { AgentPage } from './AgentPage.tsx'
import { currentHref } from './frame.ts'
import { KitPage } from './KitPage.tsx'
import { PUBLIC_FRAME, SAMPLE_FRAME } from './kit-samples.ts'
import { PublicPage } from './PublicPage.tsx'
import { RoomPage } from './RoomPage.tsx'

test('every frame has a French page, one h1, a way past the menu and the band of the demonstration', async () => {
  const pages = [
    <AgentPage frame={SAMPLE_FRAME} title="Dossiers" />,
    <PublicPage frame={PUBLIC_FRAME} title="Dossiers" />,
    <RoomPage frame={SAMPLE_FRAME} title="Dossiers" leaveHref="/" />,
  ]
  for (const page of pages) {
    const html = String(await page)
    expect(html).toMatch(/^<!doctype html><html lang="fr">/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('<title>Dossiers · Pilotis</title>')
    expect(html).toContain('href="#contenu"')
    expect(html).toContain('Démonstration\u00A0: données fictives.')
  }
})

test('no page of the kit carries an inline style or script', async () => {
  const html = String(await (await KitPage()).toString()) // its charts are asynchronous
  expect(html).not.toMatch(/\sstyle=/)
  expect(html).not.toContain('<script')
})

test('a page in error says so in its title', async () => {
  const html = String(
    await (<AgentPage frame={SAMPLE_FRAME} title="Dossiers" errors={[{ field: 'titre', message: 'Écrivez un titre' }]} />),
  )
  expect(html).toContain('<title>Erreur : Dossiers · Pilotis</title>')
  expect(html).toContain('tabindex="-1" autofocus=""')
})

test('the mandate in use is shown, the others are one button away', async () => {
  const html = String(await (<AgentPage frame={SAMPLE_FRAME} title="Dossiers" />))
  expect(html).toContain('<small>Vous agissez comme</small>Cheffe de projet')
  expect(html).toContain('<input type="hidden" name="mandate" value="b"/>')
  expect(html).not.toContain('<input type="hidden" name="mandate" value="a"/>')
})

test.each([
  { path: '/programmation/dossiers', current: '/programmation/dossiers' },
  { path: '/programmation/dossiers/12', current: '/programmation/dossiers' },
  { path: '/programmation/dossiers-refuses', current: '/programmation' },
  { path: '/contrat', current: undefined },
])('at $path, the current entry is $current', ({ path, current }) => {
  expect(currentHref(['/programmation', '/programmation/dossiers'], path)).toBe(current)
})
