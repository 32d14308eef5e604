import { AXES, type Axis, PUBLIC_AXES } from './analysis-axes.ts'

export type ReadBy = { ok: true; axes: readonly [Axis, Axis] } | { ok: false; reason: 'not-two' | 'unknown' | 'same' | 'not-public' }

/** `by=a,b` of the API: two different axes, which may be published. */
export function readBy(text: string): ReadBy {
  const [a, b, ...more] = text.split(',').map((word) => word.trim())
  if (a === undefined || b === undefined || more.length > 0) return { ok: false, reason: 'not-two' }
  const axes = [a, b].map((word) => AXES.find((axis) => axis === word))
  const [first, second] = axes
  if (first === undefined || second === undefined) return { ok: false, reason: 'unknown' }
  if (first === second) return { ok: false, reason: 'same' }
  return [first, second].every((axis) => PUBLIC_AXES.includes(axis))
    ? { ok: true, axes: [first, second] }
    : { ok: false, reason: 'not-public' }
}

export const BY_REFUSALS = {
  'not-two': `Donnez deux axes, séparés par une virgule. Exemple\u00A0: by=territory,orientation. Axes publics\u00A0: ${PUBLIC_AXES.join(', ')}.`,
  unknown: `Un axe est inconnu. Axes publics\u00A0: ${PUBLIC_AXES.join(', ')}.`,
  same: 'Donnez deux axes différents. Exemple\u00A0: by=territory,orientation.',
  'not-public':
    'Le marqueur de genre sert à l’instruction\u00A0: il n’est pas publié. Un agent le trouve dans l’analyse de la programmation.',
} as const satisfies Record<Extract<ReadBy, { ok: false }>['reason'], string>
