import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { get } from '../../sync/api';

interface WordingState {
  model: string;
  server: string;
}

/** Says to administrators whether answers can be put into words, and by which machine. */
export function WordingStateLine() {
  const [state, setState] = useState<WordingState | null>(null);
  useEffect(() => {
    get<WordingState>('/api/wording').then(setState, () => {});
  }, []);
  if (!state) {
    return null;
  }
  const { model, server } = state;
  return <p class="small quiet">{model ? t().worded.on(model, server) : t().worded.off}</p>;
}
