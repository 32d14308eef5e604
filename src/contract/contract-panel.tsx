import type { AppContext } from '#access/http.ts'
import type { Html } from '#platform/kit/html.ts'
import type { ContractDocument } from './document-store.ts'
import type { Contract } from './store.ts'

/** What a later step says on the page of a contract, handed over by capabilities.ts; null when it has nothing to say. */
export type ContractPanel = (c: AppContext, contract: Contract) => Promise<Html | null>

/** The same, on the page of one of its documents. */
export type DocumentPanel = (c: AppContext, document: ContractDocument) => Promise<Html | null>
