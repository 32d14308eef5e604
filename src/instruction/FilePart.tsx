import { budgetTotals, publicShare } from '#calls/budget-balance.ts'
import type { Day } from '#platform/day.ts'
import { formatDayShort } from '#platform/day.ts'
import { formatCount } from '#platform/kit/escape.ts'
import { type FigureItem, Figures } from '#platform/kit/Facts.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { formatEuros, sumCents } from '#platform/money.ts'
import { FileBudget } from './FileBudget.tsx'
import { FileOpinions } from './FileOpinions.tsx'
import { FilePlan } from './FilePlan.tsx'
import type { FileView, PartView } from './file-view-store.ts'

export interface FilePartProps {
  view: FileView
  part: PartView
  today: Day
}

/** Anchors of the first action are plain; those of the next carry its place. */
export function anchor(name: string, { part }: PartView): string {
  return part.position === 1 ? name : `${name}-${part.position}`
}

/** « Budget », or « Budget, action 2 » when the file has several actions: each region has its own name. */
export function titled(name: string, { view, part: { part } }: Pick<FilePartProps, 'view' | 'part'>): string {
  return view.parts.length > 1 ? `${name}, action ${part.position}` : name
}

/** One action of the file: what it is, what it costs, who would pay, what is thought of it. */
export function FilePart(props: FilePartProps): Html {
  return (
    <>
      <Summary {...props} />
      <FileBudget {...props} />
      <FilePlan {...props} />
      <FileOpinions {...props} />
    </>
  )
}

function Summary({ view, part: partView }: FilePartProps): Html {
  const { part } = partView
  const several = view.parts.length > 1
  return (
    <Section title={several ? `Action ${part.position}\u00A0: ${part.title}` : 'Résumé'} id={anchor('resume', partView)}>
      <Figures items={figuresOf(partView)} />
      {part.summary === '' ? <p class="soft">Le porteur n’a pas décrit cette action.</p> : <p>{part.summary}</p>}
      {part.expectedResult === '' ? null : (
        <p>
          <b>{'Résultat attendu\u00A0: '}</b>
          {part.expectedResult}
          {part.indicator === '' ? null : ` (${part.indicator}${part.indicatorTarget === '' ? '' : `\u00A0: ${part.indicatorTarget}`})`}
        </p>
      )}
      <RiseNotice {...partView} />
      {part.startsOn && part.endsOn ? <p class="hint">{`Du ${formatDayShort(part.startsOn)} au ${formatDayShort(part.endsOn)}.`}</p> : null}
      {part.floor === null ? null : <p class="hint">{`Sous ${formatEuros(part.floor)} de recettes, l’action ne peut pas avoir lieu.`}</p>}
    </Section>
  )
}

function figuresOf({ part, previous }: PartView): FigureItem[] {
  const totals = budgetTotals({ lines: part.lines, asked: part.requests.map(({ asked }) => asked) })
  const share = publicShare(totals)
  const before = previous && sumCents(previous.requests.map(({ asked }) => asked))
  const women = part.publics.reduce((sum, { women: count }) => sum + count, 0)
  const people = part.publics.reduce((sum, { men: count }) => sum + count, women)
  return [
    {
      label: 'Demandé à tous',
      value: formatEuros(totals.asked),
      step: 'asked',
      ...(before !== undefined && previous ? { note: `${formatEuros(before)} demandés en ${previous.year}` } : {}),
    },
    {
      label: 'Coût de l’action',
      value: formatEuros(totals.charges),
      ...(totals.charges === totals.products ? {} : { note: 'budget non équilibré' }),
    },
    { label: 'Part publique', value: share === undefined ? 'à venir' : `${Math.round(share * 100)}\u00A0%` },
    people === 0
      ? { label: 'Public attendu', value: 'à venir' }
      : { label: 'Public attendu', value: `${formatCount(people)}`, note: `dont ${formatCount(women)} femmes et filles` },
  ]
}

/** A rise worth a question: a tenth more, and a thousand euros at least. */
const RISE_SHARE = 1.1
const RISE_CENTS = 100_000

function RiseNotice({ part, previous }: PartView): Html | null {
  if (!previous) return null
  const asked = sumCents(part.requests.map((request) => request.asked))
  const before = sumCents(previous.requests.map((request) => request.asked))
  if (asked < before * RISE_SHARE || asked - before < RISE_CENTS) return null
  return (
    <Notice state="warning" title={`La demande passe de ${formatEuros(before)} à ${formatEuros(asked)}.`}>
      {`Entre ${previous.year} et ${part.year}, tous financeurs confondus. Le budget ci-dessous montre les lignes qui changent.`}
    </Notice>
  )
}
