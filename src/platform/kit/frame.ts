import type { IconName } from './icons.ts'

export interface SubEntry {
  href: string
  label: string
  count?: number
}

/** One line of the main menu; `steps` are the numbered steps of the year, shown when the entry is the current one. */
export interface MenuEntry extends SubEntry {
  icon: IconName
  steps?: readonly SubEntry[]
}

export interface MandateChoice {
  id: string
  /** « Cheffe de projet » */
  name: string
  organisation: string
  /** « jusqu’au 31 décembre 2030 », « suppléance » */
  note?: string
}

export interface Flash {
  state: 'success' | 'info' | 'warning' | 'error'
  text: string
}

/** All that a shell shows around a page. Built once a request by http.ts. */
export interface Frame {
  contractName: string
  homeHref: string
  menu: readonly MenuEntry[]
  /** The public links of the foot: accessibility, privacy, open data… */
  foot: readonly SubEntry[]
  person?: { name: string }
  mandate?: MandateChoice
  /** The other mandates that the person may take. */
  mandates: readonly MandateChoice[]
  /** « mardi 9 mars 2027 », written out; absent outside a demonstration. */
  demonstrationDay?: string
  /** Where the day of the demonstration is moved. */
  demonstrationHref?: string
  currentPath: string
  searchHref?: string
  signInHref?: string
  signOutHref?: string
  /** The person’s own name, sign-ins and declared interests. */
  accountHref?: string
  /** POST, with `mandate` and `retour`. */
  switchMandateHref?: string
  flash?: Flash
}

export interface Crumb {
  label: string
  href?: string
}

/** The entry whose address is the longest beginning of the current one: a page belongs to its section. */
export function currentHref(hrefs: readonly string[], currentPath: string): string | undefined {
  const within = hrefs.filter((href) => currentPath === href || currentPath.startsWith(href.endsWith('/') ? href : `${href}/`))
  return within.sort((a, b) => b.length - a.length)[0]
}
