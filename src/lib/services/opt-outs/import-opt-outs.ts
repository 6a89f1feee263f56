import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { CoreContext } from '@/lib/context'
import { columnKey, readCsv, rejectedRow } from '@/lib/services/csv/read-csv'
import { normalizePhoneNumber } from '@/shared/contacts/normalize-phone-number'
import { InvalidError } from '@/shared/errors'
import type { OptOutImport } from '@/shared/schemas/opt-out'
import { appendOptOut } from './append-opt-out'
import { findOptedOut } from './find-opted-out'

const numberColumns = ['phone', 'phone number', 'mobile', 'number', 'telephone', 'cell']
const wordColumns = ['words', 'reason', 'note', 'source']

/** Appends everybody of a CSV file who has not opted out yet. A file says only who must not be texted: nobody is opted in by one. */
export async function importOptOuts(ctx: CoreContext, { csv }: { csv: string }): Promise<OptOutImport> {
  const { columns, rows } = readCsv(csv)
  const keys = columns.map((column) => columnKey(column))
  const numberColumn = keys.find((key) => numberColumns.includes(key))
  if (numberColumn === undefined) throw new InvalidError('No column of this file is called “phone”.')
  const wordColumn = keys.find((key) => wordColumns.includes(key))
  const country = parsePhoneNumberFromString(ctx.config.twilio.phoneNumber)?.country
  const rejected: OptOutImport['rejected'] = []
  const wanted = new Map<string, string | undefined>()
  for (const row of rows) {
    const number = normalizePhoneNumber(row.cells[numberColumn] ?? '', country)
    if ('problem' in number) rejected.push(rejectedRow(row, columns, number.problem))
    else wanted.set(number.phoneNumber, wordColumn === undefined ? undefined : row.cells[wordColumn])
  }
  const already = await findOptedOut(ctx, [...wanted.keys()])
  const fresh = [...wanted].filter(([phoneNumber]) => !already.has(phoneNumber))
  for (const [phoneNumber, words] of fresh) {
    const said = words === undefined || words === '' ? {} : { words: words.slice(0, 500) }
    await appendOptOut(ctx, { phoneNumber, kind: 'opted_out', source: 'import', ...said })
  }
  return { recorded: fresh.length, alreadyOptedOut: already.size, rejected, columns }
}
