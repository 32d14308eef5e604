import type { Cents } from '#platform/money.ts'

const UNITS = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
] as const
const TENS = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt', 'quatre-vingt'] as const

/** Largest first; « mille » never changes and takes no « un » before it. */
const GROUPS = [
  { size: 1_000_000_000, one: 'milliard', many: 'milliards' },
  { size: 1_000_000, one: 'million', many: 'millions' },
] as const

/**
 * An amount in French words, as acts and letters write it beside the figures.
 * « quatre-vingts » and « cents » take their s at the end of the number and before « million », which are nouns, never before « mille ».
 */
export function amountInWords(amount: Cents): string {
  if (amount < 0) throw new RangeError('a negative amount has no place in a letter')
  const whole = Math.floor(amount / 100)
  const rest = amount % 100
  if (rest === 0) return eurosInWords(whole)
  const fraction = `${below100(rest, true)} ${rest === 1 ? 'centime' : 'centimes'}`
  return whole === 0 ? `${fraction} d’euro` : `${eurosInWords(whole)} et ${fraction}`
}

/** « deux millions d’euros », « un euro », « zéro euro ». */
function eurosInWords(whole: number): string {
  const words = numberInWords(whole)
  if (/(million|milliard)s?$/.test(words)) return `${words} d’euros`
  return `${words} ${whole < 2 ? 'euro' : 'euros'}`
}

/** A whole number from zero to a thousand billion, in words. */
export function numberInWords(value: number): string {
  if (value === 0) return UNITS[0]
  const words: string[] = []
  let left = value
  for (const { size, one, many } of GROUPS) {
    const count = Math.floor(left / size)
    if (count > 0) words.push(`${below1000(count, true)} ${count === 1 ? one : many}`)
    left %= size
  }
  const thousands = Math.floor(left / 1000)
  if (thousands > 0) words.push(thousands === 1 ? 'mille' : `${below1000(thousands, false)} mille`)
  if (left % 1000 > 0) words.push(below1000(left % 1000, true))
  return words.join(' ')
}

/** `final`: nothing but a noun follows, so that « cents » and « quatre-vingts » agree. */
function below1000(value: number, final: boolean): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  if (hundreds === 0) return below100(rest, final)
  const plural = hundreds > 1 && rest === 0 && final ? 's' : ''
  const head = hundreds === 1 ? 'cent' : `${UNITS[hundreds]} cent${plural}`
  return rest === 0 ? head : `${head} ${below100(rest, final)}`
}

function below100(value: number, final: boolean): string {
  const known = UNITS[value]
  if (known !== undefined) return known
  if (value === 80) return final ? 'quatre-vingts' : 'quatre-vingt'
  const ten = Math.floor(value / 10)
  const base = TENS[ten] ?? ''
  // 70 to 79 count from sixty, 90 to 99 from eighty.
  const rest = ten === 7 || ten === 9 ? (value % 10) + 10 : value % 10
  if (rest === 0) return base
  const joint = (rest === 1 || rest === 11) && ten < 8 ? ' et ' : '-'
  return `${base}${joint}${UNITS[rest]}`
}
