/** How French says where: « Cité des Galibots » becomes « à la cité des Galibots », « Les Hauts-Peupliers » « aux Hauts-Peupliers ». */
export interface PlaceWords {
  /** « la cité des Galibots » */
  the: string
  /** « à la cité des Galibots » */
  at: string
  /** « de la cité des Galibots » */
  of: string
}

const CONTRACTED = { le: { at: 'au', of: 'du' }, les: { at: 'aux', of: 'des' } } as const

export function placeWords(name: string): PlaceWords {
  const [first = '', ...rest] = name.split(' ')
  const article = first.toLowerCase()
  const after = rest.join(' ')
  if (article === 'les' || article === 'le') {
    return { the: `${article} ${after}`, at: `${CONTRACTED[article].at} ${after}`, of: `${CONTRACTED[article].of} ${after}` }
  }
  if (FEMININE.includes(article)) {
    const named = `${article} ${after}`
    return { the: `la ${named}`, at: `à la ${named}`, of: `de la ${named}` }
  }
  return { the: name, at: `à ${name}`, of: startsWithVowel(name) ? `d’${name}` : `de ${name}` }
}

const FEMININE = ['cité', 'résidence']

function startsWithVowel(name: string): boolean {
  return /^[aeéèiouyh]/i.test(name) && !name.startsWith('Harnes')
}

/** Spaces that do not break where French typography wants them; texts of the data are typed with plain ones. */
export function typeset(text: string): string {
  return text
    .replaceAll(/ ([;!?])/g, '\u202F$1')
    .replaceAll(/ ([:»%€])/g, '\u00A0$1')
    .replaceAll('« ', '«\u00A0')
    .replaceAll(/(\d) (\d{3}\b|h\b)/g, '$1\u00A0$2')
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
