import type { Theme } from '#contract/store.ts'
import { type Day, formatDayNumeric } from '#platform/day.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import type { PageProps } from '#platform/kit/Document.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { LINE_KIND_NAMES, LINE_KINDS, type LineKind, periodWords } from './droit-commun-line.ts'
import type { DroitCommunLine } from './droit-commun-line-store.ts'
import { droitCommunPaths } from './droit-commun-paths.ts'

export interface DroitCommunPageProps {
  frame: Frame
  lines: readonly (DroitCommunLine & { mine: boolean })[]
  themes: readonly Theme[]
  query: { text: string | undefined; themeCode: string | undefined; kind: LineKind | undefined; ended: boolean }
  today: Day
  /** Whether this mandate may write lines. */
  manages: boolean
  /** An officer keeps the menu of the work. */
  officer: boolean
  refused?: { lineId: string; values: Record<string, string>; errors: readonly FormError[] } | undefined
}

/** The catalogue of ordinary policy: the first place where means are looked for (ENG-13). */
export function DroitCommunPage(props: DroitCommunPageProps): Html {
  const { frame, lines, manages, officer, refused } = props
  const page: PageProps = {
    frame,
    title: 'Catalogue du droit commun',
    lead: 'Les aides, les postes et les appuis que chaque partenaire ouvre à tous. Ils sont sollicités avant les crédits de la politique de la ville, qui complètent.',
    meta: [lines.length === 1 ? '1 ligne' : `${lines.length} lignes`],
    errors: [...(refused?.errors ?? [])],
    ...(manages
      ? {
          actions: (
            <>
              <LinkButton kind="second" href={droitCommunPaths.answers}>
                Vos réponses
              </LinkButton>
              <LinkButton kind="second" icon="plus" href={droitCommunPaths.newLine}>
                Inscrire une ligne
              </LinkButton>
            </>
          ),
        }
      : {}),
    children: <Catalogue {...props} />,
  }
  return officer ? <AgentPage {...page} crumbs={[{ label: 'Droit commun' }]} /> : <PublicPage {...page} />
}

function Catalogue(props: DroitCommunPageProps): Html {
  return (
    <>
      <CatalogueFilters {...props} />
      <Table
        id="lignes"
        caption="Lignes de droit commun"
        captionHidden
        cards
        rows={props.lines}
        rowState={({ validTo }) => (validTo !== null && validTo < props.today ? 'off' : undefined)}
        rowId={({ id }) => `ligne-${id}`}
        columns={props.manages ? [...COLUMNS, endColumn(props)] : COLUMNS}
        empty={
          <Empty title="Aucune ligne ne répond à cette recherche">
            {props.query.text || props.query.themeCode || props.query.kind
              ? 'Élargissez la recherche\u00A0: un autre thème, un autre mot.'
              : 'Le catalogue est vide\u00A0: les partenaires du contrat y inscrivent leurs lignes.'}
          </Empty>
        }
      />
    </>
  )
}

function CatalogueFilters({ query, themes }: DroitCommunPageProps): Html {
  return (
    <Filters action={droitCommunPaths.catalogue}>
      <TextField name="q" label="Texte" type="search" value={query.text} optional placeholder="Aide, partenaire, public" />
      <SelectField
        name="theme"
        label="Thème"
        value={query.themeCode}
        empty="Tous"
        optional
        options={themes.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
      />
      <SelectField
        name="nature"
        label="Nature"
        value={query.kind}
        empty="Toutes"
        optional
        options={LINE_KINDS.map((kind) => ({ value: kind, label: LINE_KIND_NAMES[kind] }))}
      />
      <SelectField
        name="terminees"
        label="Période"
        value={query.ended ? 'oui' : ''}
        empty="En vigueur et à venir"
        optional
        options={[{ value: 'oui', label: 'Avec les lignes terminées' }]}
      />
    </Filters>
  )
}

const COLUMNS: Column<DroitCommunPageProps['lines'][number]>[] = [
  {
    key: 'name',
    head: 'Ligne',
    rowHead: true,
    cell: ({ name, ownerName, fictitious }) => ({ text: name, sub: fictitious ? `${ownerName} · ligne fictive` : ownerName }),
  },
  { key: 'brings', head: 'Ce qu’elle apporte', wide: true, cell: ({ brings, kind }) => ({ text: brings, sub: LINE_KIND_NAMES[kind] }) },
  {
    key: 'criteria',
    head: 'Pour qui, à quelles conditions',
    wide: true,
    cell: ({ criteria, audience }) =>
      criteria === '' && audience === ''
        ? { text: 'à préciser', soft: true }
        : { text: audience || criteria, ...(audience !== '' && criteria !== '' ? { sub: criteria } : {}) },
  },
  {
    key: 'scope',
    head: 'Champ',
    cell: ({ themeLabel, communeName }) => ({ text: themeLabel ?? 'Tous les thèmes', sub: communeName ?? 'Tout le contrat' }),
  },
  { key: 'period', head: 'Période', cell: (line) => periodWords(line) },
  { key: 'source', head: 'Source', cell: ({ source, link }) => (link === '' ? source : { text: source, href: link }) },
]

export function endField(lineId: string): string {
  return `fin-${lineId}`
}

function endColumn({ today, refused }: DroitCommunPageProps): Column<DroitCommunPageProps['lines'][number]> {
  return {
    key: 'end',
    head: 'Mettre fin',
    headHidden: true,
    cell: (line) => {
      if (!line.mine || line.validTo !== null) return null
      const mine = refused?.lineId === line.id ? refused : undefined
      return (
        <details class="fold" open={mine !== undefined}>
          <summary>
            Mettre fin<span class="vh">{` à la ligne ${line.name}`}</span>
          </summary>
          <Form action={droitCommunPaths.ending(line.id)} class="stack tight" label={`Mettre fin à ${line.name}`}>
            <DateField
              name={endField(line.id)}
              label="Dernier jour"
              value={mine?.values[endField(line.id)] ?? today}
              error={mine?.errors[0]?.message}
              hint={`Depuis le ${formatDayNumeric(line.validFrom)}.`}
            />
            <Submit kind="second" small>
              Mettre fin
            </Submit>
          </Form>
        </details>
      )
    },
  }
}
