import type { AppContext } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { NotFound } from '#platform/errors.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import type { PageProps } from '#platform/kit/Document.tsx'
import type { Html } from '#platform/kit/html.ts'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { type Contract, findContract } from './store.ts'

/** Who reads a page that is open to all: an officer keeps the menu of the work; the lead of the contract may change it. */
export interface Reader {
  officer: boolean
  manages: boolean
}

export function readerOf(c: AppContext, contractId?: string): Reader {
  const mandate = c.var.mandateInUse
  const manages = mandate !== undefined && contractId !== undefined && mandate.contractId === contractId && may(mandate, 'contract:manage')
  return { officer: mandate !== undefined && may(mandate, 'contract:read'), manages }
}

/** The same page in the frame of its reader. */
export function ReaderPage({ reader, ...page }: PageProps & { reader: Reader }): Html {
  return reader.officer ? <AgentPage {...page} /> : <PublicPage {...page} />
}

/** The contract whose code is in the address. */
export async function contractAsked(c: AppContext): Promise<Contract> {
  const contract = await findContract(c.var.db, c.req.param('code') ?? '')
  if (!contract) throw new NotFound()
  return contract
}

/** The same, for who holds it: to the lead of another contract it is not there. */
export async function ownContract(c: AppContext): Promise<Contract> {
  const contract = await contractAsked(c)
  if (contract.id !== c.var.mandate.contractId) throw new NotFound()
  return contract
}
