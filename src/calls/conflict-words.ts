import type { FieldSpec } from './field-values.ts'

export interface ConflictWords {
  two: string
  choose: string
  inPlace: string
  beside: string
  which: string
  theirs: string
  mine: string
  third: string
  thirdLabel: string
  keep: string
}

const TEXT: ConflictWords = {
  two: 'Deux textes',
  choose: 'choisissez le texte à garder',
  inPlace: 'Texte en place',
  beside: 'Texte gardé à côté',
  which: 'Quel texte garder\u202F?',
  theirs: 'Le texte en place',
  mine: 'Le texte gardé à côté',
  third: 'Un troisième texte, que j’écris ci-dessous',
  thirdLabel: 'Troisième texte',
  keep: 'Garder ce texte',
}

const VALUE: ConflictWords = {
  two: 'Deux valeurs',
  choose: 'choisissez la valeur à garder',
  inPlace: 'Valeur en place',
  beside: 'Valeur gardée à côté',
  which: 'Quelle valeur garder\u202F?',
  theirs: 'La valeur en place',
  mine: 'La valeur gardée à côté',
  third: 'Une troisième valeur, que j’écris ci-dessous',
  thirdLabel: 'Troisième valeur',
  keep: 'Garder cette valeur',
}

const WORDS = {
  text: TEXT,
  email: TEXT,
  choice: TEXT,
  box: TEXT,
  day: VALUE,
  'whole-euros': VALUE,
  count: VALUE,
  share: VALUE,
} satisfies Record<FieldSpec['kind'], ConflictWords>

/** A number or a date is a value; the rest is a text. */
export function conflictWords(kind: FieldSpec['kind']): ConflictWords {
  return WORDS[kind]
}

interface Author {
  id: string
  name: string
}

/** Who wrote the two, said to the person who reads. */
export function conflictAuthors(of: { inPlace: Author | undefined; beside: Author; readerId: string }): string {
  const { inPlace, beside, readerId } = of
  if (inPlace?.id !== beside.id) return 'Deux personnes ont écrit en même temps'
  const who = beside.id === readerId ? 'Vous avez' : `${beside.name} a`
  return `${who} écrit deux fois, dans deux fenêtres`
}
