import type { Tx } from '#platform/db.ts'
import { fixedId } from './fixed-id.ts'
import annexes from './reference/annexes.json' with { type: 'json' }
import carriers from './reference/contract-carriers.json' with { type: 'json' }
import documents from './reference/contract-documents.json' with { type: 'json' }
import terms from './reference/contract-terms.json' with { type: 'json' }
import contracts from './reference/contracts.json' with { type: 'json' }
import documentItems from './reference/document-items.json' with { type: 'json' }
import frameChanges from './reference/frame-changes.json' with { type: 'json' }
import frameElements from './reference/frame-elements.json' with { type: 'json' }
import orientations from './reference/orientations-2015.json' with { type: 'json' }
import texts from './reference/reference-texts.json' with { type: 'json' }
import signatories from './reference/signatories.json' with { type: 'json' }
import citations from './reference/text-citations.json' with { type: 'json' }
import axes from './reference/transversal-axes.json' with { type: 'json' }

export const contractIdOf = (code: string): string => fixedId(`contract/${code}`)
const organisationIdOf = (siret: string): string => fixedId(`organisation/${siret}`)
const nodeIdOf = (contractCode: string, code: string): string => fixedId(`orientation/${contractCode}/${code}`)
export const documentIdOf = (contractCode: string, kind: string, number = 1): string =>
  fixedId(`contract-document/${contractCode}/${kind}/${number}`)
const annexIdOf = (contractCode: string, position: number): string => fixedId(`annex/${contractCode}/${position}`)
const textIdOf = (code: string): string => fixedId(`reference-text/${code}`)

/** The contracts and those who carry them: needed before their frame. The organisations of Lens-Liévin come with its funders. */
export async function loadContracts(tx: Tx): Promise<void> {
  const organisations = carriers.map((one) => ({ id: organisationIdOf(one.siret), ...one }))
  await tx.run`insert into organisation (id, siret, name, short_name, legal_form, address, postal_code, fictitious)
    select id, siret, name, "shortName", "legalForm", address, "postalCode", fictitious
    from jsonb_to_recordset(${JSON.stringify(organisations)}::jsonb) as r(id uuid, siret text, name text, "shortName" text,
      "legalForm" text, address text, "postalCode" text, fictitious boolean) on conflict do nothing`
  const rows = contracts.map((one) => ({ id: contractIdOf(one.code), carrierId: organisationIdOf(one.carrierSiret), ...one }))
  await tx.run`insert into contract (id, code, name, generation, carrier_id, valid_from, valid_to, announced_orientations, note, source)
    select id, code, name, generation, "carrierId", "validFrom", "validTo", "announcedOrientations", note, source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, code text, name text, generation text, "carrierId" uuid,
      "validFrom" date, "validTo" date, "announcedOrientations" int, note text, source text) on conflict do nothing`
}

/** What the documents say of each contract: frame, documents and signatures, terms, annexes, texts. Run again, it changes nothing. */
export async function loadContractFacts(tx: Tx): Promise<void> {
  await loadTexts(tx)
  await loadFrameOfContracts(tx)
  await loadDocuments(tx)
  await loadSignatories(tx)
  await loadTerms(tx)
  await loadChanges(tx)
  await loadAnnexes(tx)
  await loadCitations(tx)
}

async function loadTexts(tx: Tx): Promise<void> {
  const rows = texts.map((one) => ({ id: textIdOf(one.code), ...one }))
  await tx.run`insert into reference_text (id, code, kind, number, dated_on, title, article, effect, link, source)
    select id, code, kind, number, "datedOn", title, article, effect, link, source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, code text, kind text, number text, "datedOn" date, title text,
      article text, effect text, link text, source text) on conflict do nothing`
}

async function loadFrameOfContracts(tx: Tx): Promise<void> {
  const nodes = orientations.map((one) => ({
    id: nodeIdOf(one.contractCode, one.code),
    contractId: contractIdOf(one.contractCode),
    ...one,
  }))
  await tx.run`insert into orientation (id, contract_id, code, label, pillar, level, valid_from, source, note)
    select id, "contractId", code, label, pillar, level, "validFrom", source, note
    from jsonb_to_recordset(${JSON.stringify(nodes)}::jsonb) as r(id uuid, "contractId" uuid, code text, label text, pillar text,
      level text, "validFrom" date, source text, note text) on conflict do nothing`
  const elements = frameElements.map((one) => ({
    id: fixedId(`frame-element/${one.contractCode}/${one.kind}/${one.code}`),
    contractId: contractIdOf(one.contractCode),
    ...one,
  }))
  await tx.run`insert into frame_element (id, contract_id, kind, code, label, pillar, position, fictitious, valid_from, source)
    select id, "contractId", kind, code, label, pillar, position, fictitious, "validFrom", source
    from jsonb_to_recordset(${JSON.stringify(elements)}::jsonb) as r(id uuid, "contractId" uuid, kind text, code text, label text,
      pillar text, position int, fictitious boolean, "validFrom" date, source text) on conflict do nothing`
  const across = axes.map((one) => ({
    id: fixedId(`transversal-axis/${one.contractCode}/${one.code}`),
    contractId: contractIdOf(one.contractCode),
    ...one,
  }))
  await tx.run`insert into transversal_axis (id, contract_id, code, label, position, fictitious, valid_from, source)
    select id, "contractId", code, label, position, fictitious, "validFrom", source
    from jsonb_to_recordset(${JSON.stringify(across)}::jsonb) as r(id uuid, "contractId" uuid, code text, label text, position int,
      fictitious boolean, "validFrom" date, source text) on conflict do nothing`
}

async function loadDocuments(tx: Tx): Promise<void> {
  const rows = documents.map((one) => ({
    id: documentIdOf(one.contractCode, one.kind, one.number),
    contractId: contractIdOf(one.contractCode),
    ...one,
  }))
  await tx.run`insert into contract_document (id, contract_id, kind, number, title, object, validated_by, effect_on, said_signed_on,
      announced_signatories, source, note)
    select id, "contractId", kind, number, title, object, "validatedBy", "effectOn", "saidSignedOn", "announcedSignatories", source, note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "contractId" uuid, kind text, number int, title text, object text,
      "validatedBy" text, "effectOn" date, "saidSignedOn" date, "announcedSignatories" int, source text, note text) on conflict do nothing`
}

async function loadSignatories(tx: Tx): Promise<void> {
  const rows = signatories.map((one) => {
    const documentId = documentIdOf(one.contractCode, one.documentKind, one.documentNumber)
    const key = `${documentId}/${one.name}`
    const signedAs = one.signatureNote === null ? one.source : `${one.source}. ${one.signatureNote}`
    return { id: fixedId(`signatory/${key}`), documentId, signatureId: fixedId(`signature/${key}`), signedAs, ...one }
  })
  await tx.run`insert into signatory (id, document_id, name, quality, capacity, position, source)
    select id, "documentId", name, quality, capacity, position, source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "documentId" uuid, name text, quality text, capacity text,
      position int, source text) on conflict do nothing`
  await tx.run`insert into signature (id, signatory_id, signed_on, reading, source)
    select "signatureId", id, "signedOn", reading, "signedAs"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("signatureId" uuid, id uuid, "signedOn" date, reading text, "signedAs" text)
    where reading is not null on conflict do nothing`
}

async function loadTerms(tx: Tx): Promise<void> {
  const rows = terms.map((one) => ({
    id: fixedId(`contract-term/${one.contractCode}/${one.knownOn}`),
    contractId: contractIdOf(one.contractCode),
    textId: one.textCode === null ? null : textIdOf(one.textCode),
    ...one,
  }))
  await tx.run`insert into contract_term (id, contract_id, ends_on, known_on, basis, reading, text_id, source)
    select id, "contractId", "endsOn", "knownOn", basis, reading, "textId", source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "contractId" uuid, "endsOn" date, "knownOn" date, basis text,
      reading text, "textId" uuid, source text)
    order by "knownOn" on conflict do nothing`
}

/** What the protocol of 2019 holds and changes. */
async function loadChanges(tx: Tx): Promise<void> {
  const items = documentItems.map((one) => ({
    id: fixedId(`document-item/${one.contractCode}/${one.kind}/${one.position}`),
    documentId: documentIdOf(one.contractCode, 'protocol'),
    ...one,
  }))
  await tx.run`insert into document_item (id, document_id, kind, position, title, dated, source, note)
    select id, "documentId", kind, position, title, dated, source, note
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as r(id uuid, "documentId" uuid, kind text, position int, title text,
      dated text, source text, note text) on conflict do nothing`
  const changes = frameChanges.map((one) => ({
    id: fixedId(`frame-change/${one.contractCode}/${one.title}`),
    documentId: documentIdOf(one.contractCode, 'protocol'),
    orientationId: one.orientationCode === null ? null : nodeIdOf(one.contractCode, one.orientationCode),
    ...one,
  }))
  await tx.run`insert into frame_change (id, document_id, kind, orientation_id, title, description, source)
    select id, "documentId", kind, "orientationId", title, description, source
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as r(id uuid, "documentId" uuid, kind text, "orientationId" uuid,
      title text, description text, source text) on conflict do nothing`
}

async function loadAnnexes(tx: Tx): Promise<void> {
  const rows = annexes.map((one) => ({
    id: annexIdOf(one.contractCode, one.position),
    contractId: contractIdOf(one.contractCode),
    ...one,
  }))
  await tx.run`insert into annex (id, contract_id, position, title, theme, expected, cited, dated, source, note)
    select id, "contractId", position, title, theme, expected, cited, dated, source, note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "contractId" uuid, position int, title text, theme text,
      expected boolean, cited boolean, dated text, source text, note text) on conflict do nothing`
}

async function loadCitations(tx: Tx): Promise<void> {
  const rows = citations.map((one) => ({
    id: fixedId(`text-citation/${one.textCode}/${one.contractCode}/${one.documentKind ?? ''}/${one.annexPosition ?? ''}`),
    textId: textIdOf(one.textCode),
    contractId: one.documentKind === null && one.annexPosition === null ? contractIdOf(one.contractCode) : null,
    documentId: one.documentKind === null ? null : documentIdOf(one.contractCode, one.documentKind),
    annexId: one.annexPosition === null ? null : annexIdOf(one.contractCode, one.annexPosition),
    passage: one.passage,
  }))
  await tx.run`insert into text_citation (id, text_id, contract_id, document_id, annex_id, passage)
    select id, "textId", "contractId", "documentId", "annexId", passage
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "textId" uuid, "contractId" uuid, "documentId" uuid,
      "annexId" uuid, passage text) on conflict do nothing`
}
