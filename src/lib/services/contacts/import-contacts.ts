import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { columnKey, readCsv, rejectedRow, type CsvRow } from '@/lib/services/csv/read-csv'
import { normalizePhoneNumber } from '@/shared/contacts/normalize-phone-number'
import { InvalidError } from '@/shared/errors'
import { predicateOf, sayIssue } from '@/shared/say-issue'
import { SaveContactInput, type ContactImport } from '@/shared/schemas/contact'
import { contactFields, isContactColumn } from './contact-columns'
import { upsertContacts } from './upsert-contacts'

const batchSize = 500

/**
 * Adds the people of a CSV file and brings those up to date who are there: what a row does not give stays as it is. Each row that cannot be
 * taken is named with its line and why; the others are taken.
 */
export async function importContacts(ctx: CoreContext, { csv }: { csv: string }): Promise<ContactImport> {
  const { columns, rows } = readCsv(csv)
  const known = columns.map((column) => columnKey(column)).filter((column) => isContactColumn(column))
  if (!known.some((column) => 'phoneNumber' in contactFields({ [column]: 'x' }))) {
    throw new InvalidError('No column of this file is called “phone”. Name the columns in the first row.')
  }
  const country = parsePhoneNumberFromString(ctx.config.twilio.phoneNumber)?.country
  const rejected: ContactImport['rejected'] = []
  const accepted = new Map<string, SaveContactInput>()
  for (const row of rows) {
    const read = readRow(row, country)
    if ('reason' in read) rejected.push(rejectedRow(row, columns, read.reason))
    else if (accepted.has(read.contact.phoneNumber)) {
      rejected.push(rejectedRow(row, columns, `${read.contact.phoneNumber} stands in this file already.`))
    } else accepted.set(read.contact.phoneNumber, read.contact)
  }
  const contacts = [...accepted.values()]
  let created = 0
  for (let start = 0; start < contacts.length; start += batchSize) {
    created += await upsertContacts(ctx, contacts.slice(start, start + batchSize))
  }
  const result = {
    created,
    updated: contacts.length - created,
    rejected,
    columns,
    ignoredColumns: columns.filter((column) => !isContactColumn(columnKey(column))),
  }
  await ctx.database.transaction((tx) =>
    recordAudit(ctx, tx, {
      action: 'contact.import',
      details: { created, updated: result.updated, rejected: rejected.length },
    }),
  )
  return result
}

function readRow(
  { cells }: CsvRow,
  country: CountryCode | undefined,
): { contact: SaveContactInput } | { reason: string } {
  const { firstName, lastName, tags, ...fields } = contactFields(cells)
  const number = normalizePhoneNumber(fields.phoneNumber ?? '', country)
  if ('problem' in number) return { reason: number.problem }
  const row = {
    ...fields,
    ...number,
    name: fields.name ?? [firstName, lastName].filter(Boolean).join(' '),
    ...(tags !== undefined && {
      tags: tags
        .split(/[;|,]/)
        .map((tag) => tag.trim())
        .filter(Boolean),
    }),
  }
  const parsed = SaveContactInput.safeParse(row, { error: predicateOf })
  if (parsed.success) return { contact: parsed.data }
  const [issue] = parsed.error.issues
  if (!issue) return { reason: 'This row cannot be read.' }
  // A sentence of the schema's own says which cell it is about.
  return { reason: /^\p{Lu}/u.test(issue.message) ? issue.message : sayIssue(issue) }
}
