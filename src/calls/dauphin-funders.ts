import { plainWords } from './dauphin-columns.ts'

export interface FunderChoice {
  id: string
  name: string
  shortName: string
  budgetAccount: string
}

/**
 * Words by which the portal names a funder, e.g. « 62-ETAT-POLITIQUE-VILLE ». Only the State’s credits of the policy of the
 * city are the State’s line of a contract: its other lines are those of other programmes.
 */
const LINES: readonly { account: string; says: (words: string) => boolean }[] = [
  { account: '74etat', says: (words) => /^(\d\w? )?etat( politique( de la)? ville)?$|\bpolitique( de la)? ville\b|^p ?147$/.test(words) },
  { account: '74region', says: (words) => /^(\d\w* )?(conseil )?region(al)?\b/.test(words) },
  { account: '74dep', says: (words) => /^(\d\w* )?(conseil )?departement(al)?\b/.test(words) },
  { account: '74epci', says: (words) => /\b(epci|agglomeration|intercommunalite|metropole)\b/.test(words) },
  { account: '74orgasoc', says: (words) => /\b(caf|allocations familiales)\b/.test(words) },
]

/** The funder of the contract that a line names; undefined for anybody else, whose line is kept without a request. */
export function findFunderOfLine(line: string, funders: readonly FunderChoice[]): FunderChoice | undefined {
  const words = plainWords(line)
  const named = funders.find(({ name, shortName }) => plainWords(name) === words || plainWords(shortName) === words)
  if (named) return named
  const account = LINES.find(({ says }) => says(words))?.account
  const asked = funders.filter(({ budgetAccount }) => budgetAccount === account)
  return asked.length === 1 ? asked[0] : undefined
}

/** « 62-ETAT-POLITIQUE-VILLE » and « 62 etat politique ville » are one line. */
export function funderLineKey(line: string): string {
  return plainWords(line)
}
