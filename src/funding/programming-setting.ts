import { z } from 'zod'
import { type Day, day, isDay } from '#platform/day.ts'
import { type Cents, cents } from '#platform/money.ts'

/** What a contract sets once and changes by date. */
export const SETTING_CODES = ['employment-share', 'multi-year-share', 'empty-year-alert'] as const
export type SettingCode = (typeof SETTING_CODES)[number]

export interface ProgrammingSetting {
  code: SettingCode
  value: string
  validFrom: Day
  source: string
}

/** The setting in force on a day: the latest that has begun. */
export function settingOn(settings: readonly ProgrammingSetting[], code: SettingCode, on: Day): ProgrammingSetting | undefined {
  const begun = settings.filter((setting) => setting.code === code && setting.validFrom <= on)
  return begun.toSorted((x, y) => (x.validFrom < y.validFrom ? 1 : -1))[0]
}

export interface FrameShare {
  part: Cents
  whole: Cents
  /** Between 0 and 1; undefined when nothing is decided: 0 of 0 is not a share. */
  share: number | undefined
  target: { share: number; source: string; validFrom: Day } | undefined
  /** What the part lacks to reach the target, the whole staying the same. 0 when it is reached. */
  missing: Cents | undefined
}

/** A share beside its target (FIN-04, FIN-06). */
export function frameShare(amounts: { part: number; whole: number }, setting: ProgrammingSetting | undefined): FrameShare {
  const [part, whole] = [cents(amounts.part), cents(amounts.whole)]
  const target = setting && { share: Number(setting.value), source: setting.source, validFrom: setting.validFrom }
  const missing = target && whole > 0 ? cents(Math.max(0, Math.ceil(roundedUp(target.share * whole)) - part)) : undefined
  return { part, whole, share: whole > 0 ? part / whole : undefined, target, missing }
}

/** 0.2 × 3 is 0.6000000000000001: a thousandth of a cent is not a cent. */
function roundedUp(amount: number): number {
  return Math.round(amount * 1000) / 1000
}

/** The day of a year after which an organisation not yet decided is warned of; undefined when the contract set none. */
export function alertDay(settings: readonly ProgrammingSetting[], year: number): Day | undefined {
  const setting = settingOn(settings, 'empty-year-alert', day(`${year}-12-31`))
  const text = setting && `${year}-${setting.value}`
  return text !== undefined && isDay(text) ? text : undefined
}

const share = z.string().regex(/^(100|\d{1,2})([.,]\d{1,2})?$/, 'Écrivez un pourcentage entre 0 et 100. Exemple\u00A0: 20')
const monthDay = z.string().regex(/^(0[1-9]|[12]\d|3[01])\/(0[1-9]|1[0-2])$/, 'Écrivez un jour et un mois. Exemple\u00A0: 30/04')

/** What was typed, as it is kept: « 20 » is 0.2, « 30/04 » is 04-30. A sentence when it cannot be read. */
export function readSettingValue(code: SettingCode, typed: string): { ok: true; value: string } | { ok: false; message: string } {
  const text = typed.replace(/[\s%\u00A0\u202F]/g, '')
  const read = (code === 'empty-year-alert' ? monthDay : share).safeParse(text)
  if (!read.success) return { ok: false, message: read.error.issues[0]?.message ?? '' }
  if (code === 'empty-year-alert') return { ok: true, value: `${text.slice(3)}-${text.slice(0, 2)}` }
  const percent = Number(text.replace(',', '.'))
  return percent <= 100
    ? { ok: true, value: String(Math.round(percent * 100) / 10_000) }
    : { ok: false, message: 'Écrivez un pourcentage entre 0 et 100. Exemple\u00A0: 20' }
}
