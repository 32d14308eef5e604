import { describe, expect, test } from 'vitest'
import { checkImportOrder, checkRulePurity, isRule } from './architecture.ts'
import { describeViolations, readSources } from './source-tree.ts'

describe('the order of imports', () => {
  test.each([
    ['src/agreement/acts.ts', "import { x } from '#calls/store.ts'"],
    ['src/agreement/acts.ts', "import { x } from './store.ts'"],
    ['src/calls/store.ts', "import { z } from 'zod'"],
    ['src/platform/kit/Field.tsx', "import { x } from '#platform/money.ts'"],
    ['src/app.tsx', "import { x } from '#overview/routes.tsx'"],
    ['src/capabilities.ts', "import { x } from '#overview/routes.tsx'"],
    ['src/app.tsx', "import { x } from './menu.ts'"],
    ['src/platform/fonts.ts', "import font from './fonts/face.ttf?inline'"],
    ['src/testing/world.ts', "import { x } from '#overview/acts.ts'"],
    ['src/calls/acts.test.ts', "import { aWorld } from '#testing/world.ts'"],
    ['src/calls/routes.test.ts', "import { createApp } from '#app.tsx'"],
  ])('%s may say %s', (path, text) => {
    expect(checkImportOrder({ path, text })).toEqual([])
  })

  test.each([
    ['src/calls/acts.ts', "import { x } from '#agreement/store.ts'", /calls comes before agreement/],
    ['src/calls/acts.ts', "import type { X } from '#agreement/store.ts'", /calls comes before agreement/],
    ['src/calls/acts.ts', "export { x } from '#funding/store.ts'", /calls comes before funding/],
    ['src/calls/acts.ts', "const x = await import('#funding/store.ts')", /calls comes before funding/],
    ['src/platform/day.ts', "import { x } from '#territory/qpv.ts'", /platform comes before territory/],
    ['src/calls/acts.ts', "import { x } from '../access/mandate.ts'", /#folder/],
    ['src/calls/acts.ts', "import { x } from './../access/mandate.ts'", /#folder/],
    ['src/calls/acts.ts', "import { x } from '#calls/store.ts'", /write \.\/store\.ts/],
    ['src/calls/acts.ts', "import { x } from './store'", /name of its file/],
    ['src/calls/acts.ts', "import { createApp } from '#app.tsx'", /only tests/],
    ['src/calls/acts.ts', "import { aWorld } from '#testing/world.ts'", /only tests/],
    ['src/app.tsx', "import { x } from './overview/routes.tsx'", /#folder/],
    ['src/shared/money.ts', "import { x } from '#platform/day.ts'", /in no capability/],
  ])('%s may not say %s', (path, text, message) => {
    const violations = checkImportOrder({ path, text })
    expect(violations).toHaveLength(1)
    expect(violations[0]?.message).toMatch(message)
  })

  test('every file of src keeps the order', () => {
    expect(describeViolations(readSources('src/').flatMap(checkImportOrder))).toEqual([])
  })
})

describe('the purity of rules', () => {
  test.each([
    ['src/agreement/agreement-required.ts', true],
    ['src/funding/share-out.ts', true],
    ['src/agreement/store.ts', false],
    ['src/agreement/payment-store.ts', false],
    ['src/agreement/store-payments.ts', false],
    ['src/agreement/letter.document.ts', false],
    ['src/calls/dauphin.import.ts', false],
    ['src/calls/calls.test.ts', false],
    ['src/calls/CallPage.tsx', false],
    ['src/access/mandate.ts', false],
    ['src/platform/day.ts', false],
  ])('%s: is a rule %s', (path, expected) => {
    expect(isRule(path)).toBe(expected)
  })

  test.each([
    "import type { Db } from '#platform/db.ts'",
    "import { sql } from '#platform/sql.ts'",
    "import { PGlite } from '@electric-sql/pglite'",
    "import { Hono } from 'hono'",
    "import { html } from 'hono/html'",
    "import { record } from '#platform/journal.ts'",
    "import type { AppContext } from '#access/http.ts'",
    "import { visible } from '#access/scope.ts'",
    "import { newId } from '#platform/ids.ts'",
    "import { readFileSync } from 'node:fs'",
    "import { getCall } from './store.ts'",
    "import { getCall } from '#contract/store.ts'",
    'export const today = new Date()',
    'export const now = () => Date.now()',
    'export const now = () => performance.now()',
    'export const now = () => Temporal.Now.plainDateISO()',
    'export const url = process.env.PUBLIC_URL',
    'export const luck = Math.random()',
  ])('a rule may not say: %s', (text) => {
    expect(checkRulePurity({ path: 'src/calls/admissibility.ts', text })).toHaveLength(1)
  })

  test.each([
    "import { type Day, yearOf } from '#platform/day.ts'",
    "import type { Call } from './store.ts'",
    "import { z } from 'zod'",
    "import { isSiret } from '#platform/identifiers.ts'",
    "import type { Mandate } from '#access/mandate.ts'",
    'export const late = (submittedOn: string, closesOn: string): boolean => submittedOn > closesOn',
  ])('a rule may say: %s', (text) => {
    expect(checkRulePurity({ path: 'src/calls/admissibility.ts', text })).toEqual([])
  })

  test('a store may read the database', () => {
    expect(checkRulePurity({ path: 'src/calls/store.ts', text: "import { sql } from '#platform/sql.ts'" })).toEqual([])
  })

  test('every rule of src is pure', () => {
    expect(describeViolations(readSources('src/').flatMap(checkRulePurity))).toEqual([])
  })
})
