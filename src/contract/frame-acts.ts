import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { type FrameNode, isNodeUsed, listNodes, type NodeLevel } from './frame-store.ts'
import type { Pillar } from './store.ts'

export type FrameRefusal = 'not-yours' | 'code-taken' | 'parent-unknown' | 'used' | 'already-ended' | 'before-start'

export const FRAME_REFUSALS = {
  'not-yours': 'Ce cadre est celui d’un autre contrat.',
  'code-taken': 'Ce code est celui d’un élément qui vit encore à cette date\u00A0: mettez-y fin d’abord.',
  'parent-unknown': 'Aucun élément du cadre ne porte ce code.',
  used: 'Cet élément sert\u00A0: une action, un engagement, un élément ou une mise à jour s’y rattache. Mettez-y fin à une date.',
  'already-ended': 'Cet élément a déjà une fin.',
  'before-start': 'La fin doit venir après le début de cet élément.',
} satisfies Record<FrameRefusal, string>

export interface NodeInput {
  id: string
  code: string
  label: string
  level: NodeLevel
  pillar: Pillar
  parentCode: string
  validFrom: Day
  source: string
}

/** Adds a node to the tree; the same code again, after the end of the former, is its next version (CON-03). */
export async function addNode(db: Db, by: Mandate, input: NodeInput): Promise<Result<string, FrameRefusal>> {
  return db.transaction(async (tx) => {
    const nodes = await lockTree(tx, by)
    if (nodes.some(({ id }) => id === input.id)) return done(input.id)
    const same = nodes.filter(({ code }) => code === input.code)
    const parent = nodes.find(({ code }) => code === input.parentCode)
    const reasons: FrameRefusal[] = []
    if (same.some(({ validTo }) => validTo === null || validTo > input.validFrom)) reasons.push('code-taken')
    if (input.parentCode !== '' && !parent) reasons.push('parent-unknown')
    if (reasons.length > 0) return refused(...reasons)
    await tx.run`
      insert into orientation (id, contract_id, code, label, level, pillar, parent_id, version, valid_from, source)
      values (${input.id}, ${by.contractId}, ${input.code}, ${input.label}, ${input.level}, ${input.pillar}, ${parent?.id ?? null},
        ${same.length + 1}, ${input.validFrom}, ${input.source})`
    const { code, label, level, pillar, validFrom } = input
    await record(tx, by, 'frame-node.added', input.id, { code, label, level, pillar, validFrom, version: same.length + 1 })
    return done(input.id)
  })
}

/** Ends a node on a day: what hangs on it stays, nothing new can be attached from that day on. */
export async function endNode(db: Db, by: Mandate, input: { id: string; endsOn: Day }): Promise<Result<string, FrameRefusal>> {
  return db.transaction(async (tx) => {
    const node = (await lockTree(tx, by)).find(({ id }) => id === input.id)
    if (!node) return refused('not-yours')
    if (node.validTo !== null) return refused('already-ended')
    if (input.endsOn <= node.validFrom) return refused('before-start')
    await tx.run`update orientation set valid_to = ${input.endsOn} where id = ${node.id} and contract_id = ${by.contractId}`
    await record(tx, by, 'frame-node.ended', node.id, { code: node.code, endsOn: input.endsOn })
    return done(node.id)
  })
}

/** Takes out a node that nothing uses; the foreign keys refuse any other. */
export async function deleteNode(db: Db, by: Mandate, input: { id: string }): Promise<Result<string, FrameRefusal>> {
  return db.transaction(async (tx) => {
    const node = (await lockTree(tx, by)).find(({ id }) => id === input.id)
    if (!node) return refused('not-yours')
    if (await isNodeUsed(tx, node.id)) return refused('used')
    await tx.run`delete from orientation where id = ${node.id} and contract_id = ${by.contractId}`
    await record(tx, by, 'frame-node.deleted', node.id, { code: node.code, label: node.label })
    return done(node.id)
  })
}

async function lockTree(tx: Tx, by: Mandate): Promise<FrameNode[]> {
  if (by.contractId === null) return []
  await tx.maybe(z.unknown())`select id from contract where id = ${by.contractId} for update`
  return listNodes(tx, by.contractId)
}
