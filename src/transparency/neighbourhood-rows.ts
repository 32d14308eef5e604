import { type EmploymentLine, employmentLines } from '#territory/employment-lines.ts'
import { type Figure, INHABITANTS } from '#territory/figure.ts'
import { chooseFigure } from '#territory/figure-choice.ts'
import type { Qpv } from '#territory/store.ts'
import type { NeighbourhoodRow } from './neighbourhood-list.ts'

/** The dated populations of a neighbourhood, the latest first. */
export function populationsOf(qpv: Qpv, figures: readonly Figure[]): Figure[] {
  return figures.filter((one) => one.subjectKind === 'qpv' && one.subjectCode === qpv.code && one.indicator === INHABITANTS)
}

export function employmentOf(qpv: Qpv, peers: readonly Qpv[], figures: readonly Figure[]): EmploymentLine[] {
  const epci = { code: qpv.epciSiren, name: qpv.epciName }
  return employmentLines({ code: qpv.code, epci, communes: qpv.communes, peerCodes: peers.map(({ code }) => code) }, figures)
}

/** One row a neighbourhood; those of one list and one intermunicipality are ranked together. */
export function neighbourhoodRows(qpvs: readonly Qpv[], figures: readonly Figure[]): NeighbourhoodRow[] {
  return qpvs.map((qpv) => {
    const peers = qpvs.filter((one) => one.epciSiren === qpv.epciSiren && one.generation === qpv.generation && one.kind === qpv.kind)
    const inhabitants = chooseFigure(populationsOf(qpv, figures))?.used.value ?? qpv.inhabitants
    return { qpv, inhabitants, employment: employmentOf(qpv, peers, figures)[0] }
  })
}
