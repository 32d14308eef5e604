import type { DauphinContext } from './dauphin-context.ts'
import type { HeldFile } from './dauphin-diff.ts'
import type { DauphinRefusal, DauphinRule } from './dauphin-refusals.ts'
import type { DauphinLine, ReadDauphin } from './dauphin-rows.ts'

export interface AdmissionFacts {
  context: DauphinContext
  held: readonly HeldFile[]
  /** SIRET of the organisations in which the person declared an interest. */
  interests: readonly string[]
}

/** Takes out the good lines that may not enter this call, or not by this person. */
export function admitLines(read: ReadDauphin, facts: AdmissionFacts): ReadDauphin {
  const files = new Map(facts.held.map((file) => [file.number, file]))
  const state = facts.context.funders.find(({ budgetAccount }) => budgetAccount === '74etat')?.id
  const refused: DauphinRefusal[] = []
  const lines = read.lines.filter((line) => {
    const rule = obstacle(line, { ...facts, file: files.get(line.number), state })
    if (rule) refused.push({ line: line.line, ...CULPRITS[rule](line), rule })
    return rule === undefined
  })
  return { ...read, lines, refused: [...read.refused, ...refused].sort((a, b) => a.line - b.line) }
}

type Obstacle = Extract<DauphinRule, 'other-organisation' | 'no-application' | 'state-line-only' | 'declared-interest'>

const ofSiret = (line: DauphinLine) => ({ column: 'siret', value: line.content.siret ?? '' }) as const
const CULPRITS = {
  'declared-interest': ofSiret,
  'other-organisation': ofSiret,
  'no-application': (line) => ({ column: 'number', value: line.number }) as const,
  'state-line-only': (line) => ({ column: 'funder', value: line.content.funder ?? line.funderLine }) as const,
} satisfies Record<Obstacle, (line: DauphinLine) => Pick<DauphinRefusal, 'column' | 'value'>>

function obstacle(
  line: DauphinLine,
  { context, interests, file, state }: AdmissionFacts & { file: HeldFile | undefined; state: string | undefined },
): Obstacle | undefined {
  const { siret = '' } = line.content
  if (interests.includes(siret)) return 'declared-interest'
  if (file && file.siret !== siret) return 'other-organisation'
  if (context.door === 'dauphin-first') return undefined
  if (line.funderId !== state || state === undefined) return 'state-line-only'
  return file ? undefined : 'no-application'
}
