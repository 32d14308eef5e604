/** Less than a year, as RFC 9116 recommends: half of one, counted from each reading. */
const VALID_DAYS = 180
const DAY_MS = 86_400_000

export interface SecuritySettings {
  publicUrl: string
  /** SECURITY_CONTACT: an address of mail, or a URI; without it, the page that says whom to write to. */
  contact: string | undefined
  privacyPath: string
}

/** /.well-known/security.txt (RFC 9116). `now` is an instant in ISO 8601. */
export function securityText({ publicUrl, contact, privacyPath }: SecuritySettings, now: string): string {
  const expires = new Date(Date.parse(now) + VALID_DAYS * DAY_MS).toISOString()
  return [
    `Contact: ${contactUri(contact) ?? publicUrl + privacyPath}`,
    `Expires: ${expires}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    `Policy: ${publicUrl}${privacyPath}`,
    '',
  ].join('\n')
}

/** Only a mail or a secure address may be announced; anything else, a line break above all, is as if absent. */
function contactUri(contact: string | undefined): string | undefined {
  if (contact === undefined) return undefined
  if (/^[^\s@:]+@[^\s@]+\.[^\s@]+$/.test(contact)) return `mailto:${contact}`
  return /^(mailto:|https:\/\/|tel:)\S+$/.test(contact) ? contact : undefined
}
