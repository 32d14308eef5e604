import type { Meeting } from '#governance/meeting-store.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type Cents, cents, formatAmount } from '#platform/money.ts'
import { aboveAsked } from './above-asked.ts'
import { ItemEntry } from './ItemEntry.tsx'
import type { ItemLine } from './item-lines.ts'
import type { Amounts, ProgrammingRow } from './programming-table.ts'
import type { RefusedEntry } from './retention-entry.ts'

export interface ItemAmountsProps {
  meeting: Meeting
  year: number
  row: ProgrammingRow
  lines: readonly ItemLine[]
  refused?: RefusedEntry
  newId: () => string
}

/** « Qui met combien »: a line a funder; a line that one may fix holds its amount, its reason and its button. */
export function ItemAmounts(props: ItemAmountsProps): Html {
  const { year, lines, row } = props
  const entry = lines.some(({ open }) => open)
  return (
    <section class="stack" id={`retenu-${row.partId}`} aria-label="Montants par financeur">
      <div class="table-box">
        <section class="scroller" tabindex={0} aria-labelledby="montants">
          <table class="table cards big">
            <caption id="montants">
              Qui met combien{' '}
              <small>En euros. Chacun ne modifie que son montant ; le secrétariat saisit pour les absents. 0&nbsp;: refusé.</small>
            </caption>
            <Heads year={year} entry={entry} />
            <tbody>
              {lines.map((line) => (
                <Line line={line} props={props} entry={entry} />
              ))}
            </tbody>
            <tfoot>
              <tr class="total">
                <th scope="row">Ensemble</th>
                <Sums total={row.total} year={year} />
                <td />
                {entry ? <td /> : null}
              </tr>
            </tfoot>
          </table>
        </section>
      </div>
    </section>
  )
}

function Heads({ year, entry }: { year: number; entry: boolean }): Html {
  return (
    <thead>
      <tr>
        <th scope="col">Financeur</th>
        <th scope="col" class="num" data-step="decided">
          {year - 1}
        </th>
        <th scope="col" class="num" data-step="asked">
          Demandé
        </th>
        <th scope="col" class="num" data-step="proposed">
          Proposé
        </th>
        <th scope="col" class="num" data-step="retained">
          Retenu
        </th>
        {entry ? <th scope="col">Motif</th> : null}
        <th scope="col">État</th>
      </tr>
    </thead>
  )
}

function Money({ value, label, n1 = false }: { value: Cents | null | undefined; label: string; n1?: boolean }): Html {
  if (value === null || value === undefined) return <td class="num" />
  return (
    <td class={n1 ? 'num n1' : 'num'} data-label={label}>
      {formatAmount(value)}
    </td>
  )
}

function Sums({ total, year }: { total: Amounts; year: number }): Html {
  return (
    <>
      <Money value={total.awardedBefore} label={String(year - 1)} n1 />
      <Money value={total.asked} label="Demandé" />
      <Money value={total.proposed} label="Proposé" />
      <Money value={total.retained} label="Retenu" />
    </>
  )
}

function Line({ line, props, entry }: { line: ItemLine; props: ItemAmountsProps; entry: boolean }): Html {
  const { funder, envelope, amounts, open, waiting, own } = line
  const above = aboveFixed(line, props.row)
  const refused = props.refused && props.refused.envelopeId === envelope?.id ? props.refused : undefined
  return (
    <tr data-row={waiting ? 'asked' : own && open ? 'selected' : undefined}>
      <th scope="row">
        {funder.shortName} {envelope ? <span class="sub">{envelope.label}</span> : <span class="sub">aucune enveloppe {props.year}</span>}
      </th>
      <Money value={amounts?.awardedBefore} label={String(props.year - 1)} n1 />
      <Money value={amounts?.asked} label="Demandé" />
      <Money value={amounts?.proposed} label="Proposé" />
      {open ? (
        <ItemEntry line={line} meeting={props.meeting} row={props.row} newId={props.newId} refused={refused} />
      ) : (
        <Fixed line={line} entry={entry} above={above} />
      )}
      <State line={line} above={entry ? undefined : above} />
    </tr>
  )
}

/** Where the amount can still be changed, its own cells warn. */
function aboveFixed({ latest, open, funder }: ItemLine, row: ProgrammingRow): string | undefined {
  if (!latest || open) return undefined
  return aboveAsked(latest.amount, row.byFunder[funder.id]?.asked ?? cents(0))
}

function Fixed({ line, entry, above }: { line: ItemLine; entry: boolean; above: string | undefined }): Html {
  return (
    <>
      {line.latest ? (
        <td class="num key" data-label="Retenu">
          {formatAmount(line.latest.amount)}
        </td>
      ) : (
        <td class="num key" data-label={line.waiting ? 'Retenu' : undefined}>
          {line.waiting ? <Badge plain word="à fixer" state="asked" /> : null}
        </td>
      )}
      {entry ? (
        <td data-label={line.latest?.reason ? 'Motif' : undefined}>
          {above ? <Badge plain state="warning" word={above} /> : null} {line.latest?.reason ?? ''}
        </td>
      ) : null}
    </>
  )
}

function State({ line: { latest, waiting, funder }, above }: { line: ItemLine; above: string | undefined }): Html {
  if (!latest) return <td data-label="État">{waiting ? <Badge plain state="warning" icon="hourglass" word="Attendu" /> : ''}</td>
  return (
    <td data-label="État">
      <Badge plain state="success" word="Fixé" />
      {above ? <Badge plain state="warning" word={above} /> : null}
      {latest.organisationName === funder.name ? null : <span class="hint under">{`saisi par ${latest.organisationName}`}</span>}
    </td>
  )
}
