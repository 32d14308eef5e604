import type { Export } from './export-store.ts'

export const EXPORT_WORDS = {
  waiting: 'En attente',
  running: 'En préparation',
  done: 'Prêt',
  failed: 'Interrompu',
} satisfies Record<Export['state'], string>

/** In hundredths; a finished one is whole, one that waits is nothing. */
export function percentOf({ state, done, total }: Pick<Export, 'state' | 'done' | 'total'>): number {
  if (state === 'done') return 100
  return total === 0 ? 0 : Math.min(99, Math.floor((done * 100) / total))
}

/** « 1,2 Mo » */
export function sizeWords(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'ko'] : [bytes / 1_000_000, 'Mo']
  return `${new Intl.NumberFormat('fr', { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)}\u00A0${unit}`
}
