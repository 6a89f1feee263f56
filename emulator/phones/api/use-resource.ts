import { useSyncExternalStore } from 'react'
import type { Resource, Snapshot } from './create-resource.ts'

export const useResource = <T>(resource: Resource<T>): Snapshot<T> =>
  useSyncExternalStore(resource.subscribe, resource.get)
