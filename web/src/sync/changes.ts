import type { Comparison } from '../rules/changes';
import { request } from './api';

/** A long pair of papers takes the server up to two minutes, once for all who ask. */
const PATIENCE = 150_000;

/** What has changed from one version of a paper to another; raises what `request` raises. */
export function compared(fresh: string, old: string): Promise<Comparison> {
  const path = `/api/versions/${encodeURIComponent(fresh)}/changes/${encodeURIComponent(old)}`;
  return request<Comparison>('GET', path, { patience: PATIENCE });
}
