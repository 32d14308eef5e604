import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Enters the demonstration in a role, as the person of an organisation. */
export async function signInAs(page: Page, organisation: string, role: 'porteur' | 'project-lead' | 'state-instructor' | 'funder'): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/demonstration')
  const row = page.locator(`#personnes-${role}`).getByRole('row').filter({ hasText: organisation }).first()
  await row.getByRole('button', { name: /Entrer comme/ }).click()
  await expect(page).not.toHaveURL(/demonstration/)
}

/** No violation of WCAG 2.2 A and AA that automatic rules can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
}

/** The page fits its width: nothing but a table's own frame scrolls sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
}

/** Moves the day of the demonstration forward. */
export async function moveTo(page: Page, day: string): Promise<void> {
  await page.goto('/demonstration')
  await page.locator('input[type=date]').fill(day)
  await page.locator('form:has(input[type=date])').getByRole('button').click()
}
