import { type Day, formatDay, formatDayShort } from '#platform/day.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import { DateField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Timeline } from '#platform/kit/Timeline.tsx'
import { AnnexesSection } from './AnnexesSection.tsx'
import { contractPhase, endOn } from './contract-end.ts'
import type { ContractView } from './contract-view-store.ts'
import { GENERATION_NAMES, PHASE_BADGES, termWords } from './contract-words.ts'
import { DocumentsSection } from './DocumentsSection.tsx'
import { FrameSections } from './FrameSections.tsx'
import { contractPaths } from './paths.ts'
import { ReaderPage } from './reader.tsx'
import { TextsSection } from './TextsSection.tsx'

export interface ContractPageProps {
  frame: Frame
  view: ContractView
  today: Day
  /** What later steps say of the contract: neighbourhoods, money, commitments. */
  panels: Html[]
}

/** A contract as it stands on a day: who, until when, why, with what frame, signed by whom. */
export function ContractPage({ frame, view, today, panels }: ContractPageProps): Html {
  const { contract, reader } = view
  const phase = PHASE_BADGES[contractPhase(contract, today)]
  return (
    <ReaderPage
      reader={reader}
      frame={frame}
      title={`Contrat de ville ${contract.name}`}
      crumbs={[{ label: 'Contrats', href: contractPaths.list() }, { label: contract.name }]}
      meta={[<Badge word={phase.badge} {...('state' in phase ? { state: phase.state } : {})} />, GENERATION_NAMES[contract.generation]]}
      lead="Un contrat de ville lie l’État, l’intercommunalité, les communes et leurs partenaires pour réduire l’écart entre les quartiers prioritaires et ce qui les entoure."
      actions={reader.manages ? <ManageLinks code={contract.code} /> : undefined}
    >
      <Identity view={view} today={today} />
      {panels}
      <FrameSections view={view} />
      <DocumentsSection view={view} />
      <AnnexesSection view={view} />
      <TextsSection view={view} />
    </ReaderPage>
  )
}

function ManageLinks({ code }: { code: string }): Html {
  return (
    <LinkButton href={contractPaths.avenants(code)} icon="circle-plus">
      Enregistrer un avenant
    </LinkButton>
  )
}

function Identity({ view, today }: { view: ContractView; today: Day }): Html {
  const { contract, funders, on, terms } = view
  const end = endOn(terms, on)?.endsOn ?? contract.validTo
  return (
    <Section title="Le contrat" id="contrat">
      <Facts
        items={[
          { name: 'Porté par', value: contract.carrierName },
          { name: 'Période', value: `du ${formatDayShort(contract.validFrom)} au ${formatDayShort(end)}` },
          ...(funders.length > 0 ? [{ name: 'Financeurs', value: funders.map(({ name }) => name).join(', ') }] : []),
          { name: 'Source', value: contract.source },
        ]}
      />
      {contract.note === null ? null : <Notice>{contract.note}</Notice>}
      <Terms view={view} />
      <AsItStood view={view} today={today} />
    </Section>
  )
}

/** Each end with its reason: the former stays in sight (CON-01). */
function Terms({ view }: { view: ContractView }): Html | null {
  const { terms, on } = view
  const known = terms.filter(({ knownOn }, index) => index === 0 || knownOn <= on)
  if (known.length === 0) return null
  return (
    <Section title="Sa fin, et son histoire" id="fin" level={3}>
      <Timeline
        events={[...known].reverse().map((term) => ({
          when: formatDayShort(term.knownOn),
          iso: term.knownOn,
          title: `Fin le ${formatDay(term.endsOn)}`,
          detail: `${termWords(term)}. Source\u00A0: ${term.source}.`,
        }))}
      />
    </Section>
  )
}

/** The contract rebuilt on any date (CON-05). */
function AsItStood({ view, today }: { view: ContractView; today: Day }): Html {
  const { contract, on } = view
  const past = on !== today && contractPhase(contract, today) === 'living'
  return (
    <>
      {past ? <Notice state="warning">{`Vous lisez le contrat tel qu’il était le ${formatDay(on)}.`}</Notice> : null}
      <Filters action={contractPaths.contract(contract.code)} label="Voir le contrat à une autre date" submit="Voir à cette date">
        <DateField name="au" label="Le contrat tel qu’il était le" value={on} optional />
      </Filters>
    </>
  )
}
