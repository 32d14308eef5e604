import { expect, test } from 'vitest'
import { LEGAL_FORMS } from '#access/legal-forms.ts'
import { republicanEngagementRequired } from './republican-engagement.ts'

test.each(LEGAL_FORMS)('%s: associations and foundations alone subscribe to the republican engagement (PRJ-05)', (legalForm) => {
  expect(republicanEngagementRequired(legalForm)).toBe(['association', 'foundation'].includes(legalForm))
})
