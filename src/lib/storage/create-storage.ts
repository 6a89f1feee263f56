import { join } from 'node:path'
import type { Config } from '@/config'
import { createLocalStorage } from './create-local-storage'
import { createSupabaseStorage } from './create-supabase-storage'
import type { Storage } from './storage'

/** The store that the configuration names: a bucket of Supabase when one is given, else a folder of the data directory. */
export function createStorage(config: Pick<Config, 'dataDirectory' | 'supabase'>): Storage {
  const { url, serviceRoleKey, storageBucket } = config.supabase
  if (url && serviceRoleKey && storageBucket)
    return createSupabaseStorage({ url, serviceRoleKey, bucket: storageBucket })
  return createLocalStorage(join(config.dataDirectory, 'files'))
}
