import type { Day } from '#platform/day.ts'

/** What the counts of a home read of a file, in the shape of the list of files: one line an action. */
export interface CountedFile {
  applicationId: string
  withdrawn: boolean
  /** An act has decided the file: an opinion that is missing is no longer waited for, and counts nowhere. */
  decided: boolean
  completeness: string
  opinions: readonly { organisationId: string; dueOn: Day; kind: string | null }[]
}

export interface FileCounts {
  deposits: number
  complete: number
  /** Nobody has looked yet, or every piece asked has come: a statement is awaited. */
  toExamine: number
  piecesReceived: number
  piecesLate: number
  asked: number
  received: number
  late: number
}

/** Counts of files, each once whatever its actions; files taken back count nowhere. Opinions are counted one an action and an organisation. */
export function countFiles(files: readonly CountedFile[], today: Day): FileCounts {
  const living = files.filter(({ withdrawn }) => !withdrawn)
  const count = (keep: (file: CountedFile) => boolean): number =>
    new Set(living.filter(keep).map(({ applicationId }) => applicationId)).size
  const opinions = countedOpinions(living)
  return {
    deposits: count(() => true),
    complete: count(({ completeness }) => completeness === 'complete'),
    toExamine: count(({ completeness }) => completeness === 'to-examine'),
    piecesReceived: count(({ completeness }) => completeness === 'pieces-received'),
    piecesLate: count(({ completeness }) => completeness === 'pieces-late'),
    asked: opinions.length,
    received: opinions.filter(({ kind }) => kind !== null).length,
    late: opinions.filter(({ kind, dueOn }) => kind === null && dueOn < today).length,
  }
}

function countedOpinions(files: readonly CountedFile[]): CountedFile['opinions'][number][] {
  return files
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ opinions, decided }) => opinions.filter(({ kind }) => kind !== null || !decided))
}

export interface PartnerOpinions {
  organisationId: string
  asked: number
  received: number
  missing: number
  late: number
  /** The oldest due day that is past, null when nothing is late. */
  lateSince: Day | null
}

/** What was asked of each partner and what is still awaited: those who owe most first. */
export function opinionsByPartner(files: readonly CountedFile[], today: Day): PartnerOpinions[] {
  const byPartner = new Map<string, PartnerOpinions>()
  for (const { organisationId, dueOn, kind } of countedOpinions(files)) {
    const known = byPartner.get(organisationId) ?? { organisationId, asked: 0, received: 0, missing: 0, late: 0, lateSince: null }
    const late = kind === null && dueOn < today
    byPartner.set(organisationId, {
      ...known,
      asked: known.asked + 1,
      received: known.received + (kind === null ? 0 : 1),
      missing: known.missing + (kind === null ? 1 : 0),
      late: known.late + (late ? 1 : 0),
      lateSince: late && (known.lateSince === null || dueOn < known.lateSince) ? dueOn : known.lateSince,
    })
  }
  return [...byPartner.values()].sort((one, other) => other.late - one.late || other.missing - one.missing || other.asked - one.asked)
}
