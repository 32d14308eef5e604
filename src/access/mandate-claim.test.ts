import { expect, test } from 'vitest'
import { checkClaim, checkClaimDecision } from './mandate-claim.ts'

const SIRET = '00000201400017'
const OTHER = '00000301200010'

test.each([
  { siret: SIRET, acts: [], waits: [], flaws: [] },
  { siret: SIRET, acts: [OTHER], waits: [OTHER], flaws: [] },
  { siret: '00000201400018', acts: [], waits: [], flaws: ['not-a-siret'] },
  { siret: '', acts: [], waits: [], flaws: ['not-a-siret'] },
  { siret: SIRET, acts: [SIRET], waits: [], flaws: ['already-yours'] },
  { siret: SIRET, acts: [], waits: [SIRET], flaws: ['already-waiting'] },
  { siret: SIRET, acts: [SIRET], waits: [SIRET], flaws: ['already-yours', 'already-waiting'] },
])('claiming $siret while acting for $acts and waiting for $waits has the flaws $flaws', ({ siret, acts, waits, flaws }) => {
  expect(checkClaim(siret, { actsForSirets: acts, waitingSirets: waits })).toEqual(flaws)
})

test.each([
  { accepted: true, reason: '', decided: false, flaws: [] },
  { accepted: false, reason: 'Inconnue du registre.', decided: false, flaws: [] },
  { accepted: false, reason: '', decided: false, flaws: ['reason-missing'] },
  { accepted: true, reason: '', decided: true, flaws: ['already-decided'] },
  { accepted: false, reason: '', decided: true, flaws: ['already-decided', 'reason-missing'] },
])('deciding accepted=$accepted with reason « $reason » on a claim decided=$decided has the flaws $flaws', (one) => {
  expect(checkClaimDecision(one, one)).toEqual(one.flaws)
})
