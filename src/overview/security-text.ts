export interface SecuritySettings {
  publicUrl: string
  /** SECURITY_CONTACT: an address of mail, or a URI; without it, the page that says whom to write to. */
  contact: string | undefined
  privacyPath: string
}

/** /.well-known/security.txt (RFC 9116). `expires` is an instant in ISO 8601, less than a year away. */
export function securityText({ publicUrl, contact, privacyPath }: SecuritySettings, expires: string): string {
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
