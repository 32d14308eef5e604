import { formatDayShort } from '#platform/day.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { DOCUMENT_STATE_BADGES, documentName, frenchDate } from './contract-words.ts'
import { documentState, missingSignatures } from './document-state.ts'
import type { ContractDocument, DocumentItem } from './document-store.ts'
import type { ComparedFrame } from './frame-comparison.ts'
import type { FrameNode } from './frame-store.ts'
import { contractPaths } from './paths.ts'
import { type Reader, ReaderPage } from './reader.tsx'
import { SignatoriesSection } from './SignatoriesSection.tsx'
import type { SignatoryForm } from './SignatoryForm.tsx'
import { signingOf } from './signing.ts'
import type { Contract } from './store.ts'

export interface DocumentPageProps {
  frame: Frame
  reader: Reader
  contract: Contract
  document: ContractDocument
  items: readonly DocumentItem[]
  comparison: ComparedFrame<FrameNode> | undefined
  /** What later steps say of it: the commitments it holds. */
  panels: Html[]
  form: SignatoryForm
}

/** A document of the contract: what it does, who signed it and who has not, what it changes. */
export function DocumentPage(props: DocumentPageProps): Html {
  const { frame, reader, contract, document, items, comparison, panels, form } = props
  const state = DOCUMENT_STATE_BADGES[documentState(signingOf(document))]
  return (
    <ReaderPage
      reader={reader}
      frame={frame}
      title={documentName(document)}
      crumbs={[
        { label: 'Contrats', href: contractPaths.list() },
        { label: contract.name, href: contractPaths.contract(contract.code) },
        { label: documentName(document) },
      ]}
      meta={[<Badge word={state.badge} {...('state' in state ? { state: state.state } : {})} />]}
      lead={document.object}
      errors={[...form.errors]}
    >
      <Identity document={document} />
      <SignatoriesSection {...{ reader, contract, document, form }} />
      {comparison ? <Comparison comparison={comparison} /> : null}
      {panels}
      <Contents items={items} />
    </ReaderPage>
  )
}

function Identity({ document }: { document: ContractDocument }): Html {
  const { effectOn, validatedBy, newEnd, saidSignedOn, announcedSignatories, source, note } = document
  return (
    <Section title="Ce document" id="document">
      <Facts
        items={[
          { name: 'Prend effet le', value: effectOn === null ? 'date absente des documents' : formatDayShort(effectOn) },
          ...(validatedBy === null ? [] : [{ name: 'Validé par', value: validatedBy }]),
          ...(newEnd === null ? [] : [{ name: 'Nouvelle fin du contrat', value: `${formatDayShort(newEnd)}, quand tous auront signé` }]),
          ...(saidSignedOn === null ? [] : [{ name: 'Signé, selon le document', value: `le ${formatDayShort(saidSignedOn)}` }]),
          ...(announcedSignatories === null ? [] : [{ name: 'Signataires annoncés', value: String(announcedSignatories) }]),
          { name: 'Source', value: source },
        ]}
      />
      <Missing document={document} />
      {note === null ? null : <Notice>{note}</Notice>}
    </Section>
  )
}

function Missing({ document }: { document: ContractDocument }): Html | null {
  const signing = signingOf(document)
  const missing = missingSignatures(signing)
  if (missing === 0) return null
  const unnamed = Math.max((signing.announced ?? 0) - signing.required, 0)
  return (
    <Notice state="warning" title={`Il manque ${missing} signatures : ce document n’est pas en vigueur`}>
      {unnamed > 0
        ? `${unnamed} signataires annoncés ne sont pas nommés dans les documents.`
        : 'Il le sera quand chaque signataire de la liste aura signé.'}
    </Notice>
  )
}

function Comparison({ comparison }: { comparison: ComparedFrame<FrameNode> }): Html {
  const { added, changed, kept } = comparison
  const told = (changes: typeof added) =>
    changes.map(({ title, description, source }) => ({ text: title, hint: `${description}. ${source}` }))
  return (
    <Section title="Ce qu’il change au cadre initial" id="comparaison" intro="Le cadre de 2015, comparé à ce que dit cette mise à jour.">
      <Section title={`Ajouté (${added.length})`} id="ajoute" level={3}>
        <Items items={told(added)} />
      </Section>
      <Section title={`Modifié (${changed.length})`} id="modifie" level={3}>
        <Items items={told(changed)} />
      </Section>
      <Section title={`Gardé (${kept.length})`} id="garde" level={3} intro="Aucun changement n’est lu dans la mise à jour.">
        <Items items={kept.map(({ code, label }) => ({ text: `${code} ${label ?? 'intitulé absent des documents'}` }))} />
      </Section>
    </Section>
  )
}

const ITEM_TITLES = {
  aim: 'Objectifs',
  note: 'Notes',
  perspective: 'Perspectives de 2017',
  theme: 'Thèmes de la mise à jour',
  date: 'Calendrier',
} satisfies Record<DocumentItem['kind'], string>
const ITEM_KINDS = ['aim', 'note', 'perspective', 'theme', 'date'] as const

function Contents({ items }: { items: readonly DocumentItem[] }): Html | null {
  if (items.length === 0) return null
  return (
    <Section title="Ce qu’il contient" id="contenu">
      {ITEM_KINDS.map((kind) => (
        <Section title={ITEM_TITLES[kind]} id={`contenu-${kind}`} level={3}>
          <Items
            items={items
              .filter((one) => one.kind === kind)
              .map(({ title, dated, source, note }) => ({
                text: dated === null ? title : `${frenchDate(dated)} · ${title}`,
                hint: note === null ? source : `${note} ${source}`,
              }))}
          />
        </Section>
      ))}
    </Section>
  )
}
