import { type ScaleFigures, type ScaleValue, sideBySide, whyIncomparable } from './comparability.ts'
import { gapInPoints, ranksOf } from './employment-gap.ts'
import { EMPLOYMENT_RATE, type Figure, type Scale } from './figure.ts'

export interface EmploymentSubject {
  code: string
  epci: { code: string; name: string }
  communes: readonly { code: string; name: string }[]
  /** The neighbourhoods of the same list and intermunicipality, itself included: it is ranked among them. */
  peerCodes: readonly string[]
}

/** One rate of a neighbourhood, what may stand beside it, its gaps in points and its rank from the widest gap to the EPCI. */
export interface EmploymentLine {
  figure: Figure
  scales: ScaleValue[]
  gapToEpci: number | undefined
  gapToCountry: number | undefined
  rank: { rank: number; of: number } | undefined
}

const ofSubject = (figures: readonly Figure[], kind: Scale, code: string): Figure[] =>
  figures.filter((one) => one.indicator === EMPLOYMENT_RATE && one.subjectKind === kind && one.subjectCode === code)

/** Each employment rate of a neighbourhood beside its communes, its EPCI and France (TER-06, TER-07), the latest first. */
export function employmentLines(subject: EmploymentSubject, figures: readonly Figure[]): EmploymentLine[] {
  return ofSubject(figures, 'qpv', subject.code)
    .filter(({ value }) => value !== null)
    .map((figure) => {
      const scales = sideBySide(figure, scalesOf(subject, figures))
      const gapToEpci = gapTo('epci', figure, scales)
      return { figure, scales, gapToEpci, gapToCountry: gapTo('country', figure, scales), rank: rankAmong(subject, figure, figures) }
    })
}

function scalesOf({ communes, epci }: EmploymentSubject, figures: readonly Figure[]): ScaleFigures[] {
  return [
    ...communes.map(({ code, name }) => ({ scale: 'commune' as const, name, figures: ofSubject(figures, 'commune', code) })),
    { scale: 'epci', name: epci.name, figures: ofSubject(figures, 'epci', epci.code) },
    { scale: 'country', name: 'France', figures: ofSubject(figures, 'country', 'FR') },
  ]
}

function gapTo(scale: Scale, figure: Figure, scales: readonly ScaleValue[]): number | undefined {
  const found = scales.find((one) => one.scale === scale)
  if (found?.state !== 'comparable' || found.figure.value === null || figure.value === null) return undefined
  return gapInPoints(found.figure.value, figure.value)
}

/** Neighbours are ranked only on rates that compare with this one: all have the same EPCI, so the widest gap is the lowest rate. */
function rankAmong({ code, peerCodes }: EmploymentSubject, figure: Figure, figures: readonly Figure[]): EmploymentLine['rank'] {
  const peers = peerCodes.flatMap((peer) => {
    const [comparable] = ofSubject(figures, 'qpv', peer).filter((one) => whyIncomparable(figure, one).length === 0)
    return comparable && comparable.value !== null ? [{ peer, gap: gapInPoints(100, comparable.value) }] : []
  })
  const at = peers.findIndex(({ peer }) => peer === code)
  const rank = ranksOf(peers.map(({ gap }) => gap))[at]
  return rank === undefined || peers.length < 2 ? undefined : { rank, of: peers.length }
}

/** « inférieur de 28,2 points à »: said of a rate, before its reference. */
export function gapWords(gap: number): string {
  const points = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(Math.abs(gap))
  if (gap === 0) return 'égal à'
  return `${gap > 0 ? 'inférieur' : 'supérieur'} de ${points}\u00A0${Math.abs(gap) < 2 ? 'point' : 'points'} à`
}

/** « 3e sur 14 »: « quartier » is masculine, so the first is 1er. */
export function rankWords({ rank, of }: { rank: number; of: number }): string {
  return `${rank === 1 ? '1er' : `${rank}e`} sur ${of}`
}
