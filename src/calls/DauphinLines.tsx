import { CheckBox } from '#platform/kit/choices.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { columnHeader } from './dauphin-columns.ts'
import { choiceKey, type FieldChange, type LineDiff } from './dauphin-diff.ts'
import { type DauphinRefusal, sayRefusal } from './dauphin-refusals.ts'
import type { DauphinReport } from './dauphin-report.ts'
import { sayValue } from './dauphin-words.ts'

interface Props {
  report: DauphinReport
}

/** Beyond, a page is no more read: the counts say the rest. */
const MOST_SHOWN = 300

function cutNote(count: number): string | undefined {
  return count > MOST_SHOWN ? `Les ${MOST_SHOWN} premières sur ${count}.` : undefined
}

export function RefusedLines({ report }: Props): Html | null {
  const { refused } = report
  if (refused.length === 0) return null
  return (
    <Section title="Lignes refusées" id="refusees" intro="Elles n’entreront pas. Le numéro est celui de la ligne dans le fichier.">
      <Table<DauphinRefusal>
        id="lignes-refusees"
        caption="Liste des lignes refusées"
        captionHidden
        note={cutNote(refused.length)}
        cards
        rows={refused.slice(0, MOST_SHOWN)}
        columns={[
          { key: 'line', head: 'Ligne', rowHead: true, numeric: true, cell: ({ line }) => line },
          { key: 'column', head: 'Colonne', cell: ({ column }) => columnHeader(column) },
          { key: 'value', head: 'Valeur', cell: ({ value }) => (value === '' ? { text: 'vide', soft: true } : value) },
          { key: 'why', head: 'Pourquoi', wide: true, cell: (one) => ({ text: sayRefusal(one).says, sub: sayRefusal(one).fix }) },
        ]}
      />
    </Section>
  )
}

interface Change {
  diff: LineDiff
  change: FieldChange
}

function changesOf(report: DauphinReport, states: readonly LineDiff['state'][], outcomes: readonly FieldChange['outcome'][]): Change[] {
  return report.lines
    .filter(({ state }) => states.includes(state))
    .flatMap((diff) => diff.changes.filter(({ outcome }) => outcomes.includes(outcome)).map((change) => ({ diff, change })))
}

const ACTION: Column<Change> = {
  key: 'action',
  head: 'Dossier',
  rowHead: true,
  cell: ({ diff }) => ({
    text: diff.line.content.title ?? diff.line.number,
    sub: `${diff.line.number}, ${diff.line.content.funder ?? ''}`,
  }),
}
const FIELD: Column<Change> = { key: 'field', head: 'Champ', cell: ({ change }) => columnHeader(change.field) }
const PORTAL: Column<Change> = { key: 'portal', head: 'Dauphin dit', cell: ({ change }) => sayValue(change.field, change.portal) }

export function ConflictLines({ report }: Props): Html | null {
  const conflicts = changesOf(report, ['conflict'], ['conflict'])
  if (conflicts.length === 0) return null
  return (
    <Section
      title="Conflits"
      id="conflits"
      intro="Modifié ici, et autrement sur Dauphin. Ce qui est écrit ici reste, sauf si vous cochez la valeur de Dauphin."
    >
      <Table
        id="lignes-en-conflit"
        caption="Liste des conflits"
        captionHidden
        cards
        rows={conflicts}
        columns={[
          ACTION,
          FIELD,
          {
            key: 'before',
            head: 'Dauphin disait',
            cell: ({ change }) =>
              change.before === undefined ? { text: 'pas encore vu', soft: true } : sayValue(change.field, change.before),
          },
          { key: 'here', head: 'Écrit ici', strong: true, cell: ({ change }) => sayValue(change.field, change.here) },
          PORTAL,
          { key: 'choice', head: 'Choix', wide: true, cell: Choice },
        ]}
      />
    </Section>
  )
}

function Choice({ diff, change }: Change): Html {
  const key = choiceKey(diff.line, change.field)
  const id = `portail-${diff.line.line}-${change.field}`
  return <CheckBox name="portail" id={id} value={key} label="Prendre la valeur de Dauphin" optional />
}

export function NewLines({ report }: Props): Html | null {
  const added = report.lines.filter(({ state, known }) => state === 'new' || (state === 'conflict' && known === undefined))
  if (added.length === 0) return null
  return (
    <Section title="Nouvelles lignes" id="nouvelles">
      <Table
        id="lignes-nouvelles"
        caption="Liste des nouvelles lignes"
        captionHidden
        note={cutNote(added.length)}
        cards
        rows={added.slice(0, MOST_SHOWN)}
        columns={[
          { key: 'number', head: 'Dossier', rowHead: true, cell: ({ line }) => ({ text: line.content.title ?? '', sub: line.number }) },
          { key: 'organisation', head: 'Porteur', cell: ({ line }) => line.content.organisationName ?? null },
          {
            key: 'funder',
            head: 'Financeur',
            cell: ({ line }) => ({
              text: line.content.funder ?? '',
              ...(line.funderId === null ? { sub: 'Hors du contrat\u00A0: gardé pour mémoire' } : {}),
            }),
          },
          { key: 'asked', head: 'Demandé', step: 'asked', numeric: true, cell: ({ line }) => sayValue('asked', line.content.asked) },
          { key: 'held', head: 'Demande', cell: ({ held }) => (held ? 'Déjà dans Pilotis' : 'À créer') },
        ]}
      />
    </Section>
  )
}

export function ChangedLines({ report }: Props): Html | null {
  const changes = changesOf(report, ['changed', 'conflict'], ['taken', 'noted'])
  const back = report.lines.filter(({ known, changes: all }) => known?.vanished && all.length === 0)
  if (changes.length + back.length === 0) return null
  return (
    <Section title="Lignes modifiées sur Dauphin" id="modifiees">
      {back.length > 0 ? (
        <p>{`Lignes disparues et revenues sans changement\u00A0: ${back.map(({ line }) => line.number).join(', ')}.`}</p>
      ) : null}
      <Table
        id="lignes-modifiees"
        caption="Lignes modifiées"
        captionHidden
        note={cutNote(changes.length)}
        cards
        rows={changes.slice(0, MOST_SHOWN)}
        columns={[
          ACTION,
          FIELD,
          { key: 'before', head: 'Dauphin disait', cell: ({ change }) => sayValue(change.field, change.before) },
          PORTAL,
          {
            key: 'outcome',
            head: 'Dans Pilotis',
            cell: ({ change }) =>
              change.outcome === 'taken' ? { badge: 'Sera mis à jour', state: 'info' } : { text: 'Gardé pour mémoire', soft: true },
          },
        ]}
      />
    </Section>
  )
}

export function VanishedLines({ report }: Props): Html | null {
  if (report.vanished.length === 0) return null
  return (
    <Section
      title="Lignes disparues de l’export"
      id="disparues"
      intro="Elles étaient dans l’export précédent. Rien n’est retiré ici : vérifiez auprès du porteur."
    >
      <Table
        id="lignes-disparues"
        caption="Lignes disparues"
        captionHidden
        note={cutNote(report.vanished.length)}
        cards
        rows={report.vanished.slice(0, MOST_SHOWN)}
        columns={[
          {
            key: 'number',
            head: 'Dossier',
            rowHead: true,
            cell: ({ number, content }) => ({ text: content.title ?? number, sub: number }),
          },
          { key: 'organisation', head: 'Porteur', cell: ({ content }) => content.organisationName ?? null },
          { key: 'funder', head: 'Financeur', cell: ({ content, funderLine }) => content.funder ?? funderLine },
          { key: 'asked', head: 'Demandé', step: 'asked', numeric: true, cell: ({ content }) => sayValue('asked', content.asked) },
        ]}
      />
    </Section>
  )
}
