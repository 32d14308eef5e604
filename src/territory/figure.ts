import { z } from 'zod'

/** The scales at which a figure is known, from the whole country to one neighbourhood; `area` is any other perimeter, known by its name. */
export const SCALES = ['country', 'region', 'department', 'epci', 'commune', 'qpv', 'area'] as const
export type Scale = (typeof SCALES)[number]

export const Figure = z.object({
  subjectKind: z.enum(SCALES),
  subjectCode: z.string(),
  indicator: z.string(),
  label: z.string(),
  definition: z.string().nullable(),
  /** Null when the document could not be read: never guessed. */
  value: z.number().nullable(),
  unit: z.string(),
  /** Null when the document gives none. */
  year: z.number().nullable(),
  period: z.string().nullable(),
  yearInferred: z.boolean(),
  asPrinted: z.string().nullable(),
  note: z.string().nullable(),
  fictitious: z.boolean(),
  source: z.string(),
  place: z.string().nullable(),
})
/** A dated value of a territory with its source. Several may exist for one subject and one indicator (TER-10). */
export type Figure = z.infer<typeof Figure>

export const EMPLOYMENT_RATE = 'employment-rate'
export const QPV_INHABITANTS = 'qpv-inhabitants'
export const INHABITANTS = 'inhabitants'

/** « 2022 », « 2003-2015 », « vers 2018 », « année non imprimée ». */
export function vintageOf({ year, period, yearInferred }: Pick<Figure, 'year' | 'period' | 'yearInferred'>): string {
  if (period !== null) return period
  if (year === null) return 'année non imprimée'
  return yearInferred ? `vers ${year}` : String(year)
}

/** « 53,8 % », « 35 888 habitants »; the words of an unreadable value say so. */
export function formatFigure({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (value === null) return 'illisible'
  const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(value).replace('-', '−')
  return `${number}\u00A0${unit}`
}
