import { z } from 'zod'
import { dayField, idField, textField } from '#platform/form.ts'

/** A meeting as its form sends it. */
export const MeetingForm = z.object({
  id: idField,
  instance: z.uuid('Choisissez une instance de la liste'),
  titre: textField({ max: 120, missing: 'Écrivez le titre de la séance' }),
  jour: dayField('Indiquez le jour de la séance'),
  heure: z
    .string()
    .default('')
    .transform((text) => readHour(text))
    .check((context) => {
      if (context.value === undefined)
        context.issues.push({ code: 'custom', message: 'Indiquez l’heure. Exemple\u00A0: 9\u00A0h\u00A030', input: context.value })
    }),
  lieu: textField({ max: 200, missing: 'Écrivez le lieu de la séance, ou « À distance »' }),
})

/** « 9:30 », « 9 h 30 », « 9h » to « 09:30 »; undefined when it is no hour of a day. */
export function readHour(text: string): string | undefined {
  const found = /^(\d{1,2})\s*[:hH]\s*(\d{2})?$/.exec(text.replaceAll(/[\u00A0\u202F]/g, ' ').trim())
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? '0')]
  if (!found || hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** « 09:30 » as one says it: « 9 h 30 », « 9 h ». */
export function sayHour(startsAt: string): string {
  const [hour = '', minute = ''] = startsAt.split(':')
  return `${Number(hour)}\u00A0h${minute === '00' ? '' : `\u00A0${minute}`}`
}
