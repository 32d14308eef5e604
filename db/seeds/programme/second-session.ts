import { ActionDrawer } from './draw-actions.ts'
import { fundersAsked, type GeneratedFile } from './generated-file.ts'
import { seededRandom } from './random.ts'
import { stateAmounts } from './state-amounts.ts'

/** The files of the second session of 2027, deposited on Dauphin: new actions, more than fill 294 lines. */
export function drawSession(): GeneratedFile[] {
  const drawer = new ActionDrawer('session 2027-2')
  const random = seededRandom('money of session 2027-2')
  const amounts = random.shuffled(stateAmounts(170, 1_400_000))
  return amounts.map((amount, rank) => {
    const action = drawer.draw(2027)
    const asked = Object.fromEntries(
      fundersAsked(action, random).map((funder, turn) => [
        funder,
        turn === 0 ? amount : Math.ceil((amount * random.between(30, 70)) / 10_000) * 100,
      ]),
    )
    return { action: { ...action, key: `s${rank}` }, year: 2027, renewed: false, outcome: 'awarded', asked, awarded: {}, post: false }
  })
}
