import { t } from '../../i18n';
import { csrfToken, NetworkLost, refusal } from '../../sync/api';
import { newId } from '../../sync/ids';

/** Raises Refusal with what is wrong with the file, NetworkLost without an answer. */
export async function sendTemplate(path: string, file: File): Promise<void> {
  const headers = {
    'Accept-Language': document.documentElement.lang || 'vi',
    'X-CSRF-Token': csrfToken(),
    'Idempotency-Key': newId(),
    'X-File-Name': encodeURIComponent(file.name),
  };
  let response: Response;
  try {
    response = await fetch(path, { method: 'POST', headers, body: file, credentials: 'same-origin' });
  } catch (error) {
    throw new NetworkLost(t().link.lostShort, { cause: error });
  }
  if (!response.ok) {
    throw refusal(response.status, await response.json().catch(() => undefined));
  }
}
