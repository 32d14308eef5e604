import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import type { CountryCommune, CountryEpci, Department, Region } from '#territory/country-store.ts'
import { type Figure, formatFigure, vintageOf } from '#territory/figure.ts'
import { type FigureChoice, formatShare, shareOf } from '#territory/figure-choice.ts'
import { CommunesTable } from './CountryPage.tsx'
import { FiguresTable } from './FiguresTable.tsx'
import { publicPaths } from './paths.ts'

export interface DepartmentPageProps {
  frame: Frame
  source: string
  year: number
  department: Department
  region: Region | undefined
  epcis: readonly CountryEpci[]
  communes: readonly CountryCommune[]
  inhabitants: number
  figures: readonly Figure[]
  /** The population of its priority neighbourhoods: which value a calculation uses, and the others. */
  qpvInhabitants: FigureChoice | undefined
}

export function DepartmentPage(props: DepartmentPageProps): Html {
  const { frame, source, department, region, epcis, communes, figures } = props
  return (
    <PublicPage
      frame={frame}
      title={department.name}
      crumbs={[
        { label: 'Le territoire', href: publicPaths.country() },
        ...(region ? [{ label: region.name, href: publicPaths.region(region.code) }] : []),
        { label: department.name },
      ]}
      meta={[`Département, code ${department.code}`, `${communes.length} communes`]}
    >
      <QpvShare {...props} />
      <Section title="Ses intercommunalités" id="epci">
        <Table
          id="intercommunalites"
          caption="Intercommunalités dont une commune au moins est dans le département"
          note={source}
          rows={epcis}
          cards
          columns={[
            {
              key: 'name',
              head: 'Intercommunalité',
              rowHead: true,
              cell: ({ name, siren }) => ({ text: name, href: publicPaths.epci(siren) }),
            },
            { key: 'communes', head: 'Communes', numeric: true, cell: ({ communeCodes }) => communeCodes.length },
            { key: 'inhabitants', head: 'Habitants', numeric: true, cell: ({ inhabitants }) => inhabitants ?? null },
          ]}
        />
      </Section>
      <FiguresTable title="Chiffres du département" figures={figures} />
      <Section title="Ses communes" id="communes">
        <CommunesTable id="communes-du-departement" caption="Communes" communes={communes} />
      </Section>
    </PublicPage>
  )
}

/** The share of the population that lives in a priority neighbourhood: computed, with the value used and those left aside. */
function QpvShare({ qpvInhabitants, inhabitants, year }: DepartmentPageProps): Html | null {
  const part = qpvInhabitants?.used.value
  const share = part === null || part === undefined ? undefined : shareOf(part, inhabitants)
  if (qpvInhabitants === undefined || share === undefined) return null
  return (
    <Notice state="info" title={`${formatShare(share)} de la population vit dans un quartier prioritaire`}>
      <ShareSentence choice={qpvInhabitants} whole={`${new Intl.NumberFormat('fr-FR').format(inhabitants)}\u00A0habitants (${year})`} />
    </Notice>
  )
}

export function ShareSentence({ choice: { used, others }, whole }: { choice: FigureChoice; whole: string }): Html {
  return (
    <>
      <p>
        Calculé avec {formatFigure(used)} ({vintageOf(used)}, {used.source}) sur {whole}.
      </p>
      {used.asPrinted ? <p>Le document imprime : « {used.asPrinted} ».</p> : null}
      {others.map((other) => (
        <p>
          Autre valeur, non utilisée : {formatFigure(other)} ({vintageOf(other)}, {other.source}).
        </p>
      ))}
    </>
  )
}
