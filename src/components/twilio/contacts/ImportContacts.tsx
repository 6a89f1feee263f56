import { useQueryClient } from '@tanstack/react-query'
import { importContacts } from '@/hooks/api/contacts'
import { queryKeys } from '@/hooks/query-keys'
import { CsvImportDialog } from '../csv/CsvImportDialog'

const columns = [
  { name: 'phone', about: 'required; as people write it, or +1 415 555 0123' },
  { name: 'name', about: 'or first name and last name' },
  { name: 'email, tags', about: 'tags with a semicolon between' },
  { name: 'state, zip, country', about: 'country as two letters; says when it is night there' },
  { name: 'time zone', about: 'such as America/Denver' },
  { name: 'candidate id', about: 'the record in EVA' },
]

export function ImportContacts({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const importFile = async (csv: string) => {
    const { created, updated, ...rest } = await importContacts(csv)
    await client.invalidateQueries({ queryKey: queryKeys.contacts })
    return { ...rest, sentence: `${created} added, ${updated} brought up to date.` }
  }
  return (
    <CsvImportDialog
      title="Import contacts"
      description="Who is there already is brought up to date by their number; what a row leaves empty stays."
      columns={columns}
      importFile={importFile}
      onClose={onClose}
    />
  )
}
