import type { GrantLine } from '#agreement/grant-lines.ts'
import { type Cents, sumCents } from '#platform/money.ts'

/** One action and one year, all its funders together. */
export interface ActionLine {
  title: string
  year: number
  /** The award or the file that the next step speaks of. */
  awardId: string | null
  applicationId: string | null
  asked: Cents
  /** Null as long as nobody has told a decision. */
  decided: Cents | null
  paid: Cents | null
  nextStep: string
  /** Steps of other funders under way besides the one that is said. */
  otherSteps: number
  /** Whose turn it is for that step: « Vous » or funders; empty when all is done. */
  turns: string[]
}

/** What one has to do oneself is said before what a funder has to do; what is over comes last. */
const rank = ({ turn }: GrantLine): number => (turn === 'Vous' ? 0 : turn === '' ? 2 : 1)

export function actionLines(lines: readonly GrantLine[]): ActionLine[] {
  const groups = new Map<string, GrantLine[]>()
  for (const line of lines) {
    const key = `${line.actionId} ${line.year}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].flatMap((group) => {
    const [leading, ...others] = group.toSorted((one, other) => rank(one) - rank(other))
    return leading ? [together(leading, others)] : []
  })
}

function together(leading: GrantLine, others: readonly GrantLine[]): ActionLine {
  const all = [leading, ...others]
  const same = all.filter(({ nextStep, turn }) => nextStep === leading.nextStep && (turn === '') === (leading.turn === ''))
  const { title, year, awardId, applicationId, nextStep } = leading
  return {
    ...{ title, year, awardId, applicationId, nextStep },
    asked: sumCents(all.map(({ asked }) => asked)),
    decided: known(all.map(({ decided }) => decided)),
    paid: known(all.map(({ paid }) => paid)),
    otherSteps: all.filter((line) => line.turn !== '' && !same.includes(line)).length,
    turns: [...new Set(same.map(({ turn }) => turn))].filter((turn) => turn !== ''),
  }
}

function known(amounts: readonly (Cents | null)[]): Cents | null {
  const told = amounts.filter((amount) => amount !== null)
  return told.length === 0 ? null : sumCents(told)
}

/** What is under way, and the whole of the latest year. */
export function linesToShow(lines: readonly ActionLine[]): ActionLine[] {
  const latest = Math.max(...lines.map(({ year }) => year))
  return lines.filter(({ turns, year }) => turns.length > 0 || year === latest)
}
