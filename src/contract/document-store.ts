import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import { type Day, day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'

export const DOCUMENT_KINDS = ['contract', 'avenant', 'protocol'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]
export const SIGNATURE_READINGS = ['read', 'inferred', 'illegible'] as const

const Signatory = z.object({
  id: idColumn,
  name: z.string(),
  quality: z.string(),
  capacity: z.enum(['full', 'own-competences']),
  required: z.boolean(),
  fictitious: z.boolean(),
  source: z.string(),
  signed: z.boolean(),
  signedOn: dayColumn.nullable(),
  reading: z.enum(SIGNATURE_READINGS).nullable(),
  signatureSource: z.string().nullable(),
})
/** Who must sign a document, and what is known of the signature; its day is null when it cannot be read. */
export type Signatory = z.infer<typeof Signatory>

const DocumentRow = z.object({
  id: idColumn,
  contractId: idColumn,
  kind: z.enum(DOCUMENT_KINDS),
  number: z.number(),
  title: z.string(),
  object: z.string(),
  validatedBy: z.string().nullable(),
  effectOn: dayColumn.nullable(),
  newEnd: dayColumn.nullable(),
  saidSignedOn: dayColumn.nullable(),
  announcedSignatories: z.number().nullable(),
  fictitious: z.boolean(),
  source: z.string(),
  note: z.string().nullable(),
  signatories: z.array(Signatory),
})
export type ContractDocument = z.infer<typeof DocumentRow>

/** The documents of a contract as they stood on a day: those not yet of effect are left out, a day not known counts as there. */
export function listDocuments(db: Db, contractId: string, on: Day): Promise<ContractDocument[]> {
  return db.rows(DocumentRow)`
    select d.id, d.contract_id as "contractId", d.kind, d.number, d.title, d.object, d.validated_by as "validatedBy",
      d.effect_on as "effectOn", d.new_end as "newEnd", d.said_signed_on as "saidSignedOn",
      d.announced_signatories as "announcedSignatories", d.fictitious, d.source, d.note,
      coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'quality', s.quality, 'capacity', s.capacity,
          'required', s.required, 'fictitious', s.fictitious, 'source', s.source, 'signed', g.id is not null, 'signedOn', g.signed_on,
          'reading', g.reading, 'signatureSource', g.source) order by s.position, s.name)
        from signatory s left join signature g on g.signatory_id = s.id where s.document_id = d.id), '[]') as signatories
    from contract_document d
    where d.contract_id = ${contractId} and (d.effect_on is null or d.effect_on <= ${on})
    order by d.effect_on nulls last, d.kind, d.number`
}

const FAR = day('9999-12-31')

/** One document of a contract, of effect or not. */
export async function findDocument(db: Db, by: { contractId: string; id: string }): Promise<ContractDocument | undefined> {
  const documents = await listDocuments(db, by.contractId, FAR)
  return documents.find(({ id }) => id === by.id)
}

/** All the documents, of effect or to come. */
export function listEveryDocument(db: Db, contractId: string): Promise<ContractDocument[]> {
  return listDocuments(db, contractId, FAR)
}

const Item = z.object({
  id: idColumn,
  kind: z.enum(['aim', 'note', 'perspective', 'theme', 'date']),
  title: z.string(),
  dated: z.string().nullable(),
  source: z.string(),
  note: z.string().nullable(),
})
export type DocumentItem = z.infer<typeof Item>

/** What a protocol is made of: aims, notes, perspectives, themes, calendar. */
export function listDocumentItems(db: Db, documentId: string): Promise<DocumentItem[]> {
  return db.rows(Item)`
    select id, kind, title, dated, source, note from document_item where document_id = ${documentId} order by kind, position`
}

const Change = z.object({
  kind: z.enum(['added', 'changed']),
  orientationId: idColumn.nullable(),
  title: z.string(),
  description: z.string(),
  source: z.string(),
})

/** What a document adds to the frame or changes in it. */
export function listFrameChanges(db: Db, documentId: string): Promise<z.infer<typeof Change>[]> {
  return db.rows(Change)`
    select kind, orientation_id as "orientationId", title, description, source from frame_change
    where document_id = ${documentId} order by kind, title`
}
