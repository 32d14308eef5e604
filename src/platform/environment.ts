import { resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from './errors.ts'
import { rootFolder } from './root-folder.ts'

/** What the program reads from its environment. Every variable is optional; docs: README, « Running it for real ». */
export interface Environment {
  /** PORT: where the server listens; 3000 by default. */
  port: number
  /** DATABASE_URL: a PostgreSQL 15 or later; without it, the embedded database in DATA_DIR. */
  databaseUrl: string | undefined
  /** DATABASE_REPLICA_URL: a streaming replica that serves public pages and analyses. */
  databaseReplicaUrl: string | undefined
  /** DATA_DIR: embedded database, files, secret; ./data beside the program by default. Absolute. */
  dataDir: string
  /** PUBLIC_URL: the address that the public types, for the links in mails; without a final slash. */
  publicUrl: string
  /** SECRET: 32 characters or more, signs the sessions; without it, one is made and kept in DATA_DIR/secret. */
  secret: string | undefined
  /** SMTP_URL: smtp://user:password@host:port; without it, mails are shown on the mailbox page. */
  smtpUrl: string | undefined
  /** ANTIVIRUS_COMMAND: reads a file on its standard input, ends with 0 when it is clean; none by default. */
  antivirusCommand: string | undefined
  /** OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: sign-in by OpenID Connect (ProConnect). */
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined
}

function address(protocols: string[], example: string): z.ZodType<string> {
  const message = `doit être une adresse de la forme ${example}`
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), message)
}

const Variables = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, 'doit être un nombre entier entre 0 et 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'doit être un nombre entier entre 0 et 65535')
    .default(3000),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://utilisateur:motdepasse@serveur:5432/base').optional(),
  DATABASE_REPLICA_URL: address(['postgres:', 'postgresql:'], 'postgres://utilisateur:motdepasse@serveur:5432/base').optional(),
  DATA_DIR: z
    .string()
    .refine((text) => !text.includes('\0'), 'ne doit pas contenir de caractère nul')
    .optional(),
  PUBLIC_URL: address(['http:', 'https:'], 'https://pilotis.exemple.fr').optional(),
  SECRET: z.string().min(32, 'doit compter au moins 32 caractères').optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://utilisateur:motdepasse@serveur:587').optional(),
  ANTIVIRUS_COMMAND: z.string().optional(),
  OIDC_ISSUER: address(['http:', 'https:'], 'https://fca.integ01.dev-agentconnect.fr/api/v2').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
})
type Variables = z.infer<typeof Variables>

/**
 * Reads the environment; refuses a bad value in one sentence that names the variable, never its value (it may be secret).
 * An empty variable is an absent one: that is what most deployment files mean by it.
 */
export function readEnvironment(given: Record<string, string | undefined>, root = rootFolder()): Environment {
  const parsed = Variables.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    const flaws = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw new Refusal(`Réglage incorrect\u00A0: ${flaws.join('\u202F; ')}.`)
  }
  const variables = parsed.data
  return {
    port: variables.PORT,
    databaseUrl: variables.DATABASE_URL,
    databaseReplicaUrl: variables.DATABASE_REPLICA_URL,
    dataDir: variables.DATA_DIR ? resolve(variables.DATA_DIR) : resolve(root, 'data'),
    publicUrl: (variables.PUBLIC_URL ?? `http://localhost:${variables.PORT}`).replace(/\/+$/, ''),
    secret: variables.SECRET,
    smtpUrl: variables.SMTP_URL,
    antivirusCommand: variables.ANTIVIRUS_COMMAND,
    oidc: readOidc(variables),
  }
}

/** The three go together: one alone would leave a button that fails. */
function readOidc(variables: Variables): Environment['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = variables
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret }
  if (!issuer && !clientId && !clientSecret) return undefined
  throw new Refusal('Réglage incorrect\u00A0: OIDC_ISSUER, OIDC_CLIENT_ID et OIDC_CLIENT_SECRET vont ensemble\u202F; il en manque.')
}
