import { type Reader, ReaderPage } from '#contract/reader.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { ShareBar } from '#platform/kit/ShareBar.tsx'
import { type Cell, Table } from '#platform/kit/Table.tsx'
import { LEVEL_NAMES, type LevelShares, levelShares, PROGRAMME_NAMES, PROGRAMMES } from './measure-level.ts'
import { currentLevel, type Measure } from './measure-store.ts'
import { commitmentPaths } from './paths.ts'

/** The 40 interministerial measures of 2018: how far each is, by programme, shares computed from the rows (NAT-01, NAT-02). */
export function MeasuresPage({
  frame,
  reader,
  measures,
  level,
}: {
  frame: Frame
  reader: Reader
  measures: readonly Measure[]
  level: string
}): Html {
  const shown = level === '' ? measures : measures.filter((one) => (currentLevel(one).level ?? 'illisible') === level)
  return (
    <ReaderPage
      reader={reader}
      frame={frame}
      title="Les 40 mesures nationales"
      lead="La feuille de route de 2018 pour les habitants des quartiers, annexée au protocole de 2019 de Valenciennes Métropole. Niveaux tels que lus dans ce tableau."
    >
      <Section title="Où elles en sont" id="niveaux">
        <LevelTable shares={levelShares(measures.map(currentLevel))} />
        <Notice>
          La ligne de totaux imprimée est abîmée (8 %, 3 %, 55 %, 5 %) et n’est pas reprise&nbsp;: les parts ci-dessus sont calculées sur
          les mesures dont le niveau est connu.
        </Notice>
      </Section>
      <Section title="Par programme" id="programmes">
        <ProgrammeTable measures={measures} />
      </Section>
      <Section title={level === '' ? 'Les mesures' : `Les mesures choisies (${shown.length})`} id="mesures">
        {level === '' ? null : (
          <p>
            <a href={commitmentPaths.measures()}>Voir les 40 mesures</a>
          </p>
        )}
        <MeasureTable measures={shown} />
      </Section>
    </ReaderPage>
  )
}

const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 })

function LevelTable({ shares }: { shares: LevelShares }): Html {
  return (
    <>
      <Table
        id="parts-par-niveau"
        caption="Mesures par niveau d’engagement"
        captionHidden
        cards
        rows={shares.lines}
        totalLabel="Niveau connu"
        columns={[
          {
            key: 'level',
            head: 'Niveau',
            rowHead: true,
            cell: ({ level }) => ({ text: LEVEL_NAMES[level], href: commitmentPaths.measures(level) }),
          },
          { key: 'read', head: 'Lues', numeric: true, cell: ({ read }) => read },
          { key: 'inferred', head: 'Déduites d’une lecture abîmée', numeric: true, cell: ({ inferred }) => inferred },
          { key: 'count', head: 'Mesures', numeric: true, cell: ({ count }) => count, total: shares.known },
          { key: 'share', head: 'Part', numeric: true, cell: ({ share }) => percent.format(share) },
          { key: 'bar', head: 'Part dessinée', headHidden: true, cell: ({ share }) => <ShareBar share={share} /> },
        ]}
      />
      <p>
        <a href={commitmentPaths.measures('illisible')}>{`${shares.illegible} mesures dont le niveau est illisible`}</a>, comptées à part.
      </p>
    </>
  )
}

function ProgrammeTable({ measures }: { measures: readonly Measure[] }): Html {
  const rows = PROGRAMMES.map((programme) => ({ programme, own: measures.filter((one) => one.programme === programme) }))
  return (
    <Table
      id="mesures-par-programme"
      caption="Mesures par programme"
      captionHidden
      cards
      rows={rows}
      totalLabel="Ensemble"
      columns={[
        {
          key: 'programme',
          head: 'Programme',
          rowHead: true,
          cell: ({ programme, own }) => ({
            text: PROGRAMME_NAMES[programme],
            ...(own.some(({ programmeLegible }) => !programmeLegible) ? { sub: 'nom pris dans le préambule, rattachement par nous' } : {}),
          }),
        },
        { key: 'count', head: 'Mesures', numeric: true, cell: ({ own }) => own.length, total: measures.length },
        {
          key: 'share',
          head: 'Part',
          numeric: true,
          cell: ({ own }) => (measures.length === 0 ? '' : percent.format(own.length / measures.length)),
        },
      ]}
    />
  )
}

function MeasureTable({ measures }: { measures: readonly Measure[] }): Html {
  return (
    <Table
      id="les-mesures"
      caption="Mesures, par programme"
      captionHidden
      cards
      rows={measures}
      group={({ programme }) => PROGRAMME_NAMES[programme]}
      columns={[
        { key: 'number', head: 'N°', numeric: true, cell: ({ number }) => number },
        {
          key: 'title',
          head: 'Mesure',
          rowHead: true,
          cell: ({ number, title, theme }) => ({ text: title, href: commitmentPaths.measure(number), sub: theme }),
        },
        { key: 'level', head: 'Niveau', cell: levelCell },
        { key: 'indicators', head: 'Indicateurs', numeric: true, cell: ({ indicators }) => indicators.length },
        { key: 'commitments', head: 'Engagements rapprochés', numeric: true, cell: ({ commitments }) => commitments.length },
      ]}
    />
  )
}

export function levelCell(measure: Measure): Cell {
  const { level, reading } = currentLevel(measure)
  if (level === null) return { badge: 'Illisible dans le document', icon: 'eye-off' }
  return {
    badge: reading === 'inferred' ? `${LEVEL_NAMES[level]}, à confirmer` : LEVEL_NAMES[level],
    state: reading === 'inferred' ? 'warning' : 'info',
  }
}
