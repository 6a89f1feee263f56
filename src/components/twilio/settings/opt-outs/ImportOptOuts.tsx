import { useQueryClient } from '@tanstack/react-query'
import { importOptOuts } from '@/hooks/api/opt-outs'
import { queryKeys } from '@/hooks/query-keys'
import { CsvImportDialog } from '../../csv/CsvImportDialog'

const columns = [
  { name: 'phone', about: 'required; as people write it, or +1 415 555 0123' },
  { name: 'words', about: 'what they said, if you have it' },
]

export function ImportOptOuts({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const importFile = async (csv: string) => {
    const { recorded, alreadyOptedOut, ...rest } = await importOptOuts(csv)
    await client.invalidateQueries({ queryKey: queryKeys.optOuts })
    return { ...rest, sentence: `${recorded} opted out; ${alreadyOptedOut} had opted out before.` }
  }
  return (
    <CsvImportDialog
      title="Import opt-outs"
      description="Everybody in the file gets no more texts. Nobody is opted in by a file."
      columns={columns}
      importFile={importFile}
      onClose={onClose}
    />
  )
}
