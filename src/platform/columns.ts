import { z } from 'zod'
import { type Day, isDay } from './day.ts'
import { type Cents, cents } from './money.ts'

/** How each kind of column comes in from the database. */
export const idColumn = z.uuid()
export const centsColumn = z
  .number()
  .int()
  .transform((value): Cents => cents(value))
export const dayColumn = z.string().transform((value, context): Day => {
  if (isDay(value)) return value
  context.addIssue({ code: 'custom', message: `not a day: ${value}` })
  return z.NEVER
})
export const instantColumn = z.date()
/** Between 0 and 1. */
export const shareColumn = z.number().min(0).max(1)
export const countColumn = z.number().int().min(0)
