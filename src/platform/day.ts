declare const dayBrand: unique symbol

/** A civil day, 'YYYY-MM-DD', without a time zone. */
export type Day = string & { readonly [dayBrand]: true }

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const FRENCH = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/
const MILLISECONDS_A_DAY = 86_400_000

export function isDay(text: string): text is Day {
  const found = ISO.exec(text)
  if (!found) return false
  const utc = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(utc.getTime()) && utc.toISOString().startsWith(text)
}

export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** Reads « 14/01/2027 » and 2027-01-14; undefined when it is no day of the calendar. */
export function parseDay(text: string): Day | undefined {
  const found = FRENCH.exec(text.trim())
  const iso = found ? `${found[3]}-${found[2]?.padStart(2, '0')}-${found[1]?.padStart(2, '0')}` : text.trim()
  return isDay(iso) ? iso : undefined
}

export function addDays(from: Day, days: number): Day {
  return dayOf(new Date(utc(from) + days * MILLISECONDS_A_DAY))
}

/** Days from the first to the second; negative when the second comes before. */
export function daysBetween(first: Day, second: Day): number {
  return Math.round((utc(second) - utc(first)) / MILLISECONDS_A_DAY)
}

export function yearOf(value: Day): number {
  return Number(value.slice(0, 4))
}

/** The civil day in Paris at an instant. */
export function dayInParis(instant: Date): Day {
  return day(PARIS.format(instant))
}

const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })
const LONG = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const SHORT = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const NUMERIC = new Intl.DateTimeFormat('fr-FR', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
const MOMENT = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
})

/** « jeudi 11 mars 2027 ». */
export function formatDay(value: Day): string {
  return firstOfMonth(LONG.format(utc(value)))
}

/** « 11 mars 2027 ». */
export function formatDayShort(value: Day): string {
  return firstOfMonth(SHORT.format(utc(value)))
}

/** « 11/03/2027 ». */
export function formatDayNumeric(value: Day): string {
  return NUMERIC.format(utc(value))
}

/** « 14 janvier 2027 à 10 h 42 », in Paris. */
export function formatInstant(instant: Date): string {
  const parts = Object.fromEntries(MOMENT.formatToParts(instant).map((part) => [part.type, part.value]))
  return `${firstOfMonth(`${parts['day']} ${parts['month']} ${parts['year']}`)} à ${parts['hour']}\u00A0h\u00A0${parts['minute']}`
}

function firstOfMonth(text: string): string {
  return text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ')
}

function utc(value: Day): number {
  return Date.parse(`${value}T00:00:00Z`)
}

function dayOf(instant: Date): Day {
  return day(instant.toISOString().slice(0, 10))
}
