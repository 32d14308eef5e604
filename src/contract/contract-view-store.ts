import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { type Annex, listAnnexes } from './annex-store.ts'
import { type ContractDocument, listDocuments } from './document-store.ts'
import { type FrameElement, type FrameNode, listAxes, listFrameElements, listNodes, type TransversalAxis } from './frame-store.ts'
import type { Reader } from './reader.tsx'
import { type Contract, type Funder, listFunders } from './store.ts'
import { type ContractTerm, listTerms, listTexts, type ReferenceText } from './text-store.ts'

/** All that the page of a contract says, as it stood on a day. */
export interface ContractView {
  contract: Contract
  reader: Reader
  on: Day
  funders: readonly Funder[]
  terms: readonly ContractTerm[]
  nodes: readonly FrameNode[]
  elements: readonly FrameElement[]
  axes: readonly TransversalAxis[]
  documents: readonly ContractDocument[]
  annexes: readonly Annex[]
  texts: readonly ReferenceText[]
}

export async function loadContractView(db: Db, contract: Contract, reader: Reader, on: Day): Promise<ContractView> {
  const [funders, terms, nodes, elements, axes, documents, annexes, texts] = await Promise.all([
    listFunders(db, contract.id),
    listTerms(db, contract.id),
    listNodes(db, contract.id),
    listFrameElements(db, contract.id, on),
    listAxes(db, contract.id, on),
    listDocuments(db, contract.id, on),
    listAnnexes(db, contract.id),
    listTexts(db),
  ])
  return { contract, reader, on, funders, terms, nodes, elements, axes, documents, annexes, texts }
}
