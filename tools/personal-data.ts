import type { SourceFile, Violation } from './source-tree.ts'

/** Domains that belong to nobody: reserved for examples (RFC 2606 and 6761). */
const NOBODY = /(^|\.)(example(\.(org|com|net|fr))?|test|invalid|localhost)$/

/**
 * Numbers that the French regulator keeps for fiction: 01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49, 06 39 98 and four digits; and the ten digits in their order.
 * Source: ARCEP, plan national de numérotation (décision n° 2018-0881).
 */
const FICTION = /^0(19900|26191|35301|46571|53649|63998|123456789$)/

const EMAIL = /[\w.+-]+@((?:[a-z0-9-]+\.)+[a-z]{2,})\b/gi
const PHONE = /(?<![\d.,+/-])(?:(?:\+|00)33[\s.-]?(?:\(0\))?|0)[1-9](?:[\s.\u00a0\u202f-]?\d{2}){4}(?![\d])/g

/** E-mail addresses and telephone numbers of real persons: none of those in the source documents enters the project. */
export function checkPersonalData(source: SourceFile): Violation[] {
  return source.text.split('\n').flatMap((text, index) => {
    const found = [...findEmails(text), ...findPhones(text)]
    return found.map((what) => ({ path: source.path, line: index + 1, message: `holds ${what}: use a reserved one` }))
  })
}

function findEmails(text: string): string[] {
  return [...text.matchAll(EMAIL)].filter((match) => !NOBODY.test((match[1] ?? '').toLowerCase())).map(() => 'an e-mail address')
}

function findPhones(text: string): string[] {
  const national = (phone: string): string => `0${phone.replace(/^(\+|00)33|\D/g, '').replace(/^0/, '')}`
  return [...text.matchAll(PHONE)].filter((match) => !FICTION.test(national(match[0]))).map(() => 'a telephone number')
}
