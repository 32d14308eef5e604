import { type APIResponse, expect, type Page } from '@playwright/test'
import { test } from './journey.ts'
import { expectAccessible, expectRefusedBeside, PDF, signInAs } from './support.ts'

/** Opens a section of the draft of the association. */
async function openDraft(page: Page, section: string): Promise<void> {
  await signInAs(page, 'Graines de Coron', 'porteur')
  await page.goto('/demandes')
  await page
    .getByRole('row', { name: /Brouillon/ })
    .first()
    .getByRole('link')
    .click()
  await page.getByRole('link', { name: section }).first().click()
  await expect(page).toHaveURL(/demandes\/.*\/./)
}

/** The form of the page, as a browser without script would send it. */
async function formOf(page: Page): Promise<{ action: string; fields: Record<string, string> }> {
  return page
    .locator('main form[method=post]')
    .first()
    .evaluate((form) => {
      if (!(form instanceof HTMLFormElement)) throw new Error('not a form')
      const fields = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
      return { action: form.getAttribute('action') ?? '', fields: Object.fromEntries(fields) }
    })
}

function send(page: Page, { action, fields }: { action: string; fields: Record<string, string> }): Promise<APIResponse> {
  const origin = new URL(page.url()).origin
  return page.request.post(action || page.url(), { form: fields, headers: { origin }, maxRedirects: 0 })
}

test('an unknown code, a NUL byte or a path with « .. » in an address finds nothing, and breaks nothing', async ({ page }) => {
  await signInAs(page, 'Lens-Liévin', 'project-lead')
  const nowhere = ['/actions/inconnu', '/quartiers/QN00000X', '/appels-a-projets/rien', '/contrats/rien', '/dossiers/rien', '/comites/rien']
  const odd = [
    '/dossiers/%00',
    '/comites/%E0%A4%A',
    '/assets/..%2f..%2fpackage.json',
    '/demandes/..%2f..%2fetc%2fpasswd',
    '/quartiers/%27%20or%201=1',
  ]
  for (const path of [...nowhere, ...odd]) {
    const answer = await page.request.get(path)
    expect([path, answer.status()]).toEqual([path, 404])
    expect(await answer.text()).toContain('Cette page n’existe pas, ou ne vous est pas ouverte')
  }
  for (const path of [
    '/programmation?annee=99999999999999999999',
    '/dossiers?texte=%00',
    '/enveloppes?annee=abc',
    '/actions?annee=-1',
    '/paiements?annee=%00&etape=x',
  ]) {
    expect([path, (await page.request.get(path)).status() < 500]).toEqual([path, true])
  }
  const unknown = await page.request.get('/api/v1/contracts/rien/actions')
  expect([unknown.status(), (await unknown.json()).error.code]).toEqual([404, 'not-found'])
  const unreadable = await page.request.get('/api/v1/contracts/lens-lievin-2024-2030/actions?year=abc')
  expect([unreadable.status(), (await unreadable.json()).error.details[0].field]).toEqual([400, 'year'])
  await page.goto('/dossiers/rien')
  await expectAccessible(page)
})

test('the file of another association is not there, and an act without its mandate is refused', async ({ page }) => {
  await openDraft(page, 'Le budget de l’action')
  const address = page.url()
  await signInAs(page, 'La Souris du Terril', 'porteur')
  expect((await page.request.get(address)).status()).toBe(404)
  await page.goto('/dossiers')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce mandat ne permet pas de faire cela')
  await expectAccessible(page)
})

test('a sign-in link serves once, and says so', async ({ page }) => {
  await page.goto('/connexion')
  await page.getByLabel('Votre adresse électronique').fill('deux.fois@pilotis.example')
  await page.getByRole('button', { name: 'Recevoir le lien de connexion' }).click()
  await page.goto('/messages')
  const mail = page.getByRole('region').filter({ hasText: 'deux.fois@pilotis.example' })
  const link =
    (await mail
      .getByRole('link', { name: /connexion\/lien/ })
      .first()
      .getAttribute('href')) ?? ''
  for (const words of [/Bienvenue/, /Ce lien n’est plus valable/]) {
    await page.context().clearCookies()
    await page.goto(link)
    const button = page.getByRole('button', { name: 'Me connecter' })
    if (await button.isVisible()) await button.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
  }
  await expectAccessible(page)
  await page.goto('/connexion/lien?jeton=invente')
  await expect(page.locator('main')).toContainText(/plus valable|Me connecter/)
})

test('absurd amounts are refused beside their fields, and stay there', async ({ page }) => {
  await openDraft(page, 'Le budget de l’action')
  const typed = { '601 Matières et fournitures': '-5', '641 Rémunération des personnels': '99999999999999', État: 'beaucoup' }
  for (const [name, text] of Object.entries(typed)) await page.getByRole('textbox', { name, exact: true }).fill(text)
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click()
  const said = [/ne peut pas être négatif/, /dépasse un milliard d’euros/, /en chiffres/]
  for (const [rank, [name, text]] of Object.entries(typed).entries()) {
    const field = page.getByRole('textbox', { name, exact: true })
    await expectRefusedBeside(field, said[rank] ?? '')
    await expect(field).toHaveValue(text)
  }
  await expectAccessible(page)
})

test('a text of 100,000 characters, or with a NUL byte, is refused beside its field and kept', async ({ page }) => {
  await openDraft(page, 'L’action en quelques mots')
  const field = page.getByLabel('Ce que vous allez faire')
  const before = await field.inputValue()
  await field.fill('é'.repeat(100_000))
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click()
  await expectRefusedBeside(field, /100.000 caractères.*conservé/)
  expect(await field.inputValue()).toHaveLength(100_000)
  await expectAccessible(page)

  await field.fill('Avec un octet nul : ici.')
  const form = await formOf(page)
  const answer = await send(page, { ...form, fields: { ...form.fields, summary: 'Avec un octet nul\0 ici.' } })
  expect(answer.status()).toBeLessThan(500)
  await page.goto(page.url())
  await expect(field).not.toHaveValue(/\0/)
  await field.fill(before)
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click()
})

test('a file of 30 MB is refused beside its field, in a real browser', async ({ page }) => {
  await openDraft(page, 'Les pièces à joindre')
  await page.getByLabel('Quelle pièce').selectOption('Autre pièce')
  const file = page.getByLabel('Fichier', { exact: true })
  await file.setInputFiles({ ...PDF, buffer: Buffer.alloc(30 * 1024 * 1024) })
  await page.getByRole('button', { name: 'Joindre ce fichier' }).click()
  await expectRefusedBeside(file, /Ce fichier dépasse 10/)
  await expectAccessible(page)
})

test('a file whose content is not what its name says is refused, and a path in its name leads nowhere', async ({ page }) => {
  await openDraft(page, 'Les pièces à joindre')
  const file = page.getByLabel('Fichier', { exact: true })
  await page.getByLabel('Quelle pièce').selectOption('Autre pièce')
  await file.setInputFiles({ ...PDF, buffer: Buffer.from('MZ: a program that calls itself a PDF') })
  await page.getByRole('button', { name: 'Joindre ce fichier' }).click()
  await expectRefusedBeside(file, /./)
  await page.getByLabel('Quelle pièce').selectOption('Autre pièce')
  await file.setInputFiles({ ...PDF, name: '..%2f..%2fetc%2fpasswd.pdf' })
  await page.getByRole('button', { name: 'Joindre ce fichier' }).click()
  await expect(page.getByRole('link', { name: /passwd\.pdf/ })).toBeVisible()
})

test('the same form sent twice makes one draft', async ({ page }) => {
  await signInAs(page, 'Le Droit au Coin de la Rue', 'porteur')
  await page.goto('/demandes')
  const drafts = page.getByRole('row').filter({ hasText: 'Brouillon' })
  const before = await drafts.count()
  await page.goto('/demandes/nouvelle')
  const form = await formOf(page)
  const answers = [await send(page, form), await send(page, form)]
  for (const answer of answers) expect(answer.status()).toBeLessThan(500)
  await page.goto('/demandes')
  await expect(drafts).toHaveCount(before + 1)
})

test('a call that does not exist, and a form without its fields, are refused in words', async ({ page }) => {
  await signInAs(page, 'Le Droit au Coin de la Rue', 'porteur')
  await page.goto('/demandes/nouvelle')
  const form = await formOf(page)
  for (const fields of [{ ...form.fields, call: '00000000-0000-4000-8000-000000000000' }, { ...form.fields, call: '' }, {}]) {
    const answer = await send(page, { ...form, fields })
    expect(answer.status()).toBeGreaterThanOrEqual(400)
    expect(answer.status()).toBeLessThan(500)
    expect(await answer.text()).toContain('<h1')
  }
})
