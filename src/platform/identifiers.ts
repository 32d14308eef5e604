import { electronicFormatIBAN, isValidIBAN } from 'ibantools'

/** Identifiers of organisations and accounts. Source: conventions of the project, §1.5 (INSEE, RNA, ISO 13616). */

/** La Poste: each office has a SIRET whose key is the plain sum of its digits, a multiple of 5. */
const LA_POSTE_SIREN = '356000000'

function luhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 0 ? digit : digit * 2
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0)
}

/** 9 digits with their Luhn key. Never repaired: a wrong key is a wrong number. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && luhn(text)
}

/** 14 digits: SIREN and the number of the establishment, with their Luhn key (La Poste has its own rule). */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false
  return luhn(text) || (text.startsWith(LA_POSTE_SIREN) && digitSum(text) % 5 === 0)
}

/** National register of associations: W and 9 signs; overseas numbers hold a letter (W9R…). Alsace-Moselle has none. */
export function isRna(text: string): boolean {
  return /^W\d[A-Z\d]\d{7}$/.test(text)
}

export function isIban(text: string): boolean {
  return isValidIBAN(normaliseIban(text))
}

/** Without spaces, in capitals: the form that is stored. */
export function normaliseIban(text: string): string {
  return electronicFormatIBAN(text.normalize('NFKC')) ?? ''
}

/** « FR76 •••• •••• 123 »: what may be shown of an account; the whole number never reaches a page. */
export function maskIban(text: string): string {
  const iban = normaliseIban(text)
  return iban.length < 15 ? '•••• ••••' : `${iban.slice(0, 4)} •••• •••• ${iban.slice(-3)}`
}

/** Spaces of every kind, dots and dashes removed: « 213 502 388 00011 » → « 21350238800011 ». Digits are never added nor changed. */
export function normaliseSiret(text: string): string {
  return text.normalize('NFKC').replace(/[\s.\u2010-\u2015-]/gu, '')
}

/** The legal unit of an establishment. */
export function sirenOf(siret: string): string {
  return siret.slice(0, 9)
}

/** « 213 502 388 00011 » */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4')
}
