import { escapeText } from '#platform/kit/escape.ts'
import { fieldId } from '#platform/kit/field.tsx'
import { type Cents, cents, formatAmount } from '#platform/money.ts'
import { aboveAsked, typedAboveAsked } from './above-asked.ts'
import { amountCell, icon } from './programme-cells.tsx'
import type { Amounts, ProgrammingRow } from './programming-table.ts'
import { entryField, type RefusedEntry } from './retention-entry.ts'
import type { Retained } from './retention-store.ts'

export interface EntryView {
  action: string
  envelope: { id: string; funderId: string }
  funderName: string
  /** Kept in the form so that the page comes back as it was. */
  back: string
  retained: ReadonlyMap<string, Retained>
  refused: RefusedEntry | undefined
  newId: () => string
}

/** The cell where one fixes an amount: folded it shows the amount, « à fixer » or « ajouter », open it is a small form. Written as text, as its table. */
export function writeEntry(row: ProgrammingRow, view: EntryView): string {
  const latest = view.retained.get(row.partId)
  if (row.withdrawn) return amountCell(latest?.amount ?? null, 'open', 'Retenu')
  const refused = view.refused?.partId === row.partId ? view.refused : undefined
  const label = escapeText(`${view.funderName}, ${row.title || 'sans titre'}`)
  const folded = shown(latest, row.byFunder[view.envelope.funderId])
  return `<td class="num open" data-label="Retenu"><details class="fix"${refused ? ' open' : ''}><summary>${folded}<span class="vh"> ${label}</span></summary>${entryForm(row, view, { latest, refused, label })}</details></td>`
}

function entryForm(
  row: ProgrammingRow,
  view: EntryView,
  { latest, refused, label }: { latest: Retained | undefined; refused: RefusedEntry | undefined; label: string },
): string {
  const at = { partId: row.partId, envelopeId: view.envelope.id }
  const amounts = row.byFunder[view.envelope.funderId]
  const value = refused?.amount ?? offered(latest, amounts)
  const hidden = { id: view.newId(), part: row.partId, envelope: view.envelope.id, vu: latest?.id ?? '', retour: view.back }
  const reason = refused?.reason ?? latest?.reason ?? ''
  return (
    `<form method="post" action="${escapeText(view.action)}" novalidate>${Object.entries(hidden).map(hiddenField).join('')}` +
    warning(typedAboveAsked(value, askedOf(amounts))) +
    control({ name: 'montant', label: `Retenu, ${label}`, value, at, refused, attributes: 'inputmode="decimal" class="num"' }) +
    control({ name: 'motif', label: `Motif, ${label}`, value: reason, at, refused, attributes: 'placeholder="Motif"' }) +
    '<button class="btn second small">Fixer</button></form>'
  )
}

/** What is retained, else what is proposed. */
function offered(latest: Retained | undefined, amounts: Amounts | undefined): string {
  const amount = latest?.amount ?? amounts?.proposed ?? null
  return amount === null ? '' : formatAmount(amount)
}

function askedOf(amounts: Amounts | undefined): Cents {
  return amounts?.asked ?? cents(0)
}

/** A funder not asked is not awaited: it may add an amount, without being told that one is missing. */
function shown(latest: Retained | undefined, amounts: Amounts | undefined): string {
  if (latest) return `<b>${formatAmount(latest.amount)}</b>${warning(aboveAsked(latest.amount, askedOf(amounts)))}`
  if (askedOf(amounts) === 0) return '<span class="soft">ajouter</span>'
  return '<span class="badge plain" data-state="asked">à fixer</span>'
}

/** Beside an amount above what was asked, once it is fixed and while it is typed. */
function warning(above: string | undefined): string {
  if (!above) return ''
  // The column keeps the width of its amounts: the words go on two lines.
  const words = escapeText(above).replace(/ ((?:que )?la demande)$/, '<br>$1')
  return `<br><span class="badge plain" data-state="warning">${icon('triangle-alert')}<span>${words}</span></span>`
}

function hiddenField([name, value]: [string, string]): string {
  return `<input type="hidden" name="${name}" value="${escapeText(value)}">`
}

interface Control {
  name: 'montant' | 'motif'
  label: string
  value: string
  at: { partId: string; envelopeId: string }
  refused: RefusedEntry | undefined
  attributes: string
}

function control({ name, label, value, at, refused, attributes }: Control): string {
  const field = entryField(name, at)
  const id = fieldId(field)
  const message = refused?.errors.find((error) => error.field === field)?.message
  const error = message ? `<p class="error" id="${id}-erreur">${icon('octagon-alert')}<span>${escapeText(message)}</span></p>` : ''
  const described = message ? ` aria-invalid="true" aria-describedby="${id}-erreur"` : ''
  return `<label class="vh" for="${id}">${label}</label>${error}<input id="${id}" name="${name}" value="${escapeText(value)}" autocomplete="off" ${attributes}${described}>`
}
