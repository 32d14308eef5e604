import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { mailSender } from './mail.ts'

/** A mail server in a few lines: it says yes to everything, or no to the recipient, and keeps what it heard. */
function mailServer(refuses = false): Promise<{ port: number; heard: string[] }> {
  const heard: string[] = []
  server = createServer((socket) => {
    let inBody = false
    socket.write('220 pret\r\n')
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        heard.push(line)
        if (inBody && line !== '.') continue
        inBody = line === 'DATA'
        if (line === 'QUIT') socket.end('221 fin\r\n')
        else if (inBody) socket.write('354 ecrivez\r\n')
        else socket.write(refuses && line.startsWith('RCPT') ? '550 boite inconnue\r\n' : '250 bien\r\n')
      }
    })
  })
  return new Promise((resolve) => server?.listen(0, '127.0.0.1', () => resolve({ port: portOf(server), heard })))
}

let server: Server | undefined
afterEach(() => void server?.close())

function portOf(of: Server | undefined): number {
  const address: AddressInfo | string | null | undefined = of?.address()
  return typeof address === 'object' && address ? address.port : 0
}

const letter = { to: 'association@example.fr', subject: 'Dossier reçu', body: 'Bonjour,\n\nVotre dossier est reçu.' }

test('a mail leaves by the server of SMTP_URL, as plain text, to its one recipient', async () => {
  const { port, heard } = await mailServer()
  await mailSender({ smtpUrl: `smtp://127.0.0.1:${port}`, publicUrl: 'https://pilotis.example' })?.(letter)
  expect(heard).toContain('MAIL FROM:<ne-pas-repondre@pilotis.example>')
  expect(heard.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<association@example.fr>'])
  expect(heard.some((line) => line.startsWith('Content-Type: text/plain; charset=utf-8'))).toBe(true)
})

test('what a person typed as an address cannot add a recipient or a header', async () => {
  const { port, heard } = await mailServer()
  const send = mailSender({ smtpUrl: `smtp://127.0.0.1:${port}`, publicUrl: 'https://pilotis.example' })
  await send?.({ ...letter, to: 'a@example.fr, autre@example.fr', subject: 'Objet\r\nBcc: autre@example.fr' }).catch(() => {})
  expect(heard.filter((line) => line.startsWith('RCPT')).length).toBeLessThan(2)
  expect(heard.some((line) => line.startsWith('Bcc:'))).toBe(false)
})

test('a refusal of the server is thrown with its words', async () => {
  const { port } = await mailServer(true)
  const send = mailSender({ smtpUrl: `smtp://127.0.0.1:${port}`, publicUrl: 'https://pilotis.example' })
  await expect(send?.(letter)).rejects.toThrow('550 boite inconnue')
})
