import { Refusal } from './errors.ts'

/** What the machine answers when a folder cannot be used, in one sentence a person can act upon. */
const SENTENCES = {
  ENOSPC: (place) => `Le disque est plein\u00A0: faites de la place pour ${place}, puis relancez. Rien n’a été perdu.`,
  EDQUOT: (place) => `Le quota de disque est atteint\u00A0: faites de la place pour ${place}, puis relancez. Rien n’a été perdu.`,
  EACCES: (place) =>
    `Pilotis n’a pas le droit d’écrire dans ${place}\u00A0: corrigez les droits de ce dossier, ou choisissez-en un autre par DATA_DIR.`,
  EPERM: (place) =>
    `Pilotis n’a pas le droit d’écrire dans ${place}\u00A0: corrigez les droits de ce dossier, ou choisissez-en un autre par DATA_DIR.`,
  EROFS: (place) => `${place} est sur un disque en lecture seule\u00A0: choisissez un autre dossier par DATA_DIR.`,
  ENOTDIR: (place) => `${place} n’est pas un dossier\u00A0: choisissez-en un par DATA_DIR.`,
  EEXIST: (place) => `${place} n’est pas un dossier\u00A0: choisissez-en un par DATA_DIR.`,
} satisfies Record<string, (place: string) => string>

function isKnown(code: string): code is keyof typeof SENTENCES {
  return Object.hasOwn(SENTENCES, code)
}

/** The sentence for a failure of the machine, the failure itself when it is a bug. */
export function explainFailure(error: unknown, dataDir: string): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : (/\b(ENOSPC|EDQUOT|EROFS)\b/.exec(error.message)?.[1] ?? '')
  if (isKnown(code)) return new Refusal(SENTENCES[code](dataDir))
  const cause = explainFailure(error.cause, dataDir)
  return cause instanceof Refusal ? cause : error
}
