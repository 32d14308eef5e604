/** What happens to an opinion that comes once the committee has examined the file. */
export const AFTER_COMMITTEE = ['noted', 'refused'] as const
export type AfterCommittee = (typeof AFTER_COMMITTEE)[number]

export interface OpinionSettings {
  /** Days before the due day on which a reminder leaves by itself. */
  remindBefore: readonly number[]
  /** Days after the due day on which it leaves again. */
  remindAfter: readonly number[]
  /** How many days a link still opens after the last due day of what it lists. */
  linkDays: number
  /** Applies signed in and after an e-mail: a link gives nothing once the committee has met. */
  afterCommittee: AfterCommittee
}

/** The habits of the program, until a contract writes its own with a day of effect (table `opinion_setting`). No text of law sets them. */
export const USUAL_SETTINGS: OpinionSettings = { remindBefore: [3], remindAfter: [1, 7], linkDays: 15, afterCommittee: 'noted' }
