import { ACRONYMS, type AcronymName } from './acronyms.ts'
import type { Html } from './html.ts'

export function Acronym({ of }: { of: AcronymName }): Html {
  return <abbr title={ACRONYMS[of]}>{of}</abbr>
}
