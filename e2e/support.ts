import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import type { MandateFunction } from '#access/permissions.ts'
import { blankPdf } from '#seeds/demo-pdf.ts'

/** A file that every form of the program accepts. */
export const PDF = { name: 'piece.pdf', mimeType: 'application/pdf', buffer: Buffer.from(blankPdf(['Pilotis', 'Une pièce d’essai'])) }

type Role = MandateFunction

/** Enters the demonstration in a role, as the person of an organisation. */
export async function signInAs(page: Page, organisation: string, role: Role): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/demonstration')
  const row = page.locator(`#personnes-${role}`).getByRole('row').filter({ hasText: organisation }).first()
  await row.getByRole('button', { name: /Entrer comme/ }).click()
  await expect(page).not.toHaveURL(/demonstration/)
}

/** A person at her own computer: her cookies are hers. */
export async function aPerson(browser: Browser, organisation: string, role: Role): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signInAs(page, organisation, role)
  return page
}

/** No violation of WCAG 2.2 A and AA that automatic rules can find. */
export async function expectAccessible(page: Page): Promise<void> {
  if (test.info().project.name === 'postgresql') return // the same HTML as on the embedded database, where it was judged
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
}

/** The page fits its width: nothing but a table's own frame scrolls sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
}

/** Moves the day of the demonstration forward, in the world of this file alone. */
export async function moveTo(page: Page, day: string): Promise<void> {
  await page.goto('/demonstration')
  await page.locator('input[type=date]').fill(day)
  await page.locator('form:has(input[type=date])').getByRole('button').click()
  await expect(page.locator('main')).toContainText('Nous sommes le')
}

/** Types in the fields that bear these labels. */
export async function fill(page: Page | Locator, texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) await page.getByLabel(name).fill(text)
}

/** The error said beside a field, and the field still holding what was typed. */
export async function expectRefusedBeside(field: Locator, words: string | RegExp): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(words)
}

/** What a link of the page gives when it is followed: its first bytes and its size. */
export async function download(page: Page, link: Locator): Promise<{ type: string; body: Buffer }> {
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.status()).toBe(200)
  return { type: answer.headers()['content-type'] ?? '', body: await answer.body() }
}

/** What was downloaded is a PDF. */
export function expectPdf({ type, body }: { type: string; body: Buffer }): void {
  expect(type).toContain('application/pdf')
  expect(body.subarray(0, 5).toString()).toBe('%PDF-')
}

/** An amount as it stands in a field: its spaces do not break. */
export function spaced(amount: string): RegExp {
  return new RegExp(`^${amount.replaceAll(' ', String.raw`\s`)}$`)
}

/** Euros as they are shown: « 30 000 € » is 30000. */
export function eurosOf(text: string | null): number {
  return Number(
    (text ?? '')
      .replaceAll(/[^\d,−-]/g, '')
      .replace(',', '.')
      .replace('−', '-'),
  )
}
