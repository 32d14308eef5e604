import type { DauphinRule } from './dauphin-refusals.ts'
import { formatPercent, parsePercent, sharesAddUp } from './part-shares.ts'

const PIECE = /^(Q[PN](?:\d{3}|02[AB])(?:\d{3}|\d{2}[A-Z]))\s*(?:[:=]?\s*\(?\s*([\d.,]+)\s*%?\s*\)?)?$/

/**
 * Neighbourhoods with their shares, « QN06298Z (60 %) ; QN06297Z (40 %) », in their one form: « QN06297Z=40;QN06298Z=60 ».
 * One alone has the whole; several say each their share, never guessed.
 */
export function readQpvShares(cell: string, known: readonly string[]): { ok: true; value: string } | { ok: false; rule: DauphinRule } {
  const pieces = cell
    .split(/[;|\n]/)
    .map((piece) =>
      PIECE.exec(
        piece
          .trim()
          .toUpperCase()
          .replace(/[\u00A0\u202F]/g, ' '),
      ),
    )
    .filter((piece, index, all) => piece !== null || all.length === 1 || index < all.length - 1)
  const found = pieces.filter((piece) => piece !== null).map((piece) => ({ code: piece[1] ?? '', share: piece[2] }))
  if (found.length < pieces.length || new Set(found.map(({ code }) => code)).size < found.length) return { ok: false, rule: 'qpv-shape' }
  if (found.some(({ code }) => code.startsWith('QP'))) return { ok: false, rule: 'qpv-old-generation' }
  if (found.some(({ code }) => !known.includes(code))) return { ok: false, rule: 'qpv-unknown' }
  const read = found.flatMap(({ code, share }) => {
    const part = share === undefined && found.length === 1 ? 1 : parsePercent(share ?? '')
    return part === undefined || part === 0 ? [] : [{ code, share: part }]
  })
  if (read.length < found.length || !sharesAddUp(read.map(({ share }) => share))) return { ok: false, rule: 'qpv-shares' }
  return { ok: true, value: writeQpvShares(read) }
}

/** The one form of shares: by code, in per cent. */
export function writeQpvShares(shares: readonly { code: string; share: number }[]): string {
  return shares
    .map(({ code, share }) => `${code}=${formatPercent(share)}`)
    .sort()
    .join(';')
}

/** The shares of the one form. */
export function listQpvShares(value: string): { code: string; share: number }[] {
  if (value === '') return []
  return value.split(';').map((piece) => {
    const [code = '', percent = ''] = piece.split('=')
    return { code, share: parsePercent(percent) ?? 0 }
  })
}
