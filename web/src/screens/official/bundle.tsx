import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { size } from '../../rules/figures';
import { sentence } from '../../sync/api';
import type { Stream } from '../../sync/stream';
import { Bar } from '../../ui/bar';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Icon } from '../../ui/icon';
import { type Made, makeBundle, type Said } from './make-bundle';

type State =
  | { is: 'idle' }
  | { is: 'making'; said: Said }
  | { is: 'made'; file: Made }
  | { is: 'failed'; why: string };

/** The whole meeting as one file to keep: made when asked for, with what is being done. */
export function BundleCard({ stream }: { stream: Stream }) {
  const [state, setState] = useState<State>({ is: 'idle' });
  const words = t().bundle;
  const make = async () => {
    setState({ is: 'making', said: {} });
    try {
      setState({ is: 'made', file: await makeBundle(stream.id, said => setState({ is: 'making', said })) });
    } catch (error) {
      setState({ is: 'failed', why: sentence(error) });
    }
  };
  return (
    <Card label={words.heading}>
      <div class="row apart">
        <h3>{words.heading}</h3>
        <Button icon="fileText" onClick={make}>
          {state.is === 'made' ? words.again : words.make}
        </Button>
      </div>
      <p class="quiet">{words.hint}</p>
      <div aria-live="polite">
        <Outcome stream={stream} state={state} />
      </div>
    </Card>
  );
}

function Outcome({ stream, state }: { stream: Stream; state: State }) {
  switch (state.is) {
    case 'idle':
      return null;
    case 'making':
      return <Making said={state.said} />;
    case 'failed':
      return <p class="form-error">{state.why}</p>;
    case 'made':
      return <Ready stream={stream} file={state.file} />;
  }
}

function Making({ said }: { said: Said }) {
  const { done = 0, of = 0 } = said;
  const label = of ? t().bundle.making(done + 1, of) : t().bundle.beginning;
  return <Bar label={label} said="" value={done} of={of} />;
}

function Ready({ stream, file }: { stream: Stream; file: Made }) {
  const words = t().bundle;
  return (
    <div class="stack">
      <div class="row apart">
        <p>{words.ready(size(file.size))}</p>
        <a class="button primary" href={`/api/streams/${stream.id}/bundle/${file.name}`} download>
          <Icon name="download" />
          <span>{words.download}</span>
        </a>
      </div>
      <p class="small quiet">
        {words.digest}: <span class="official-digest">{file.name}</span>
      </p>
    </div>
  );
}
