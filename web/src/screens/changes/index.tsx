import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { type Blanks, go } from '../../route';
import { type Comparison, changesIn, countsOf } from '../../rules/changes';
import { sentence } from '../../sync/api';
import { closeStream, openStream } from '../../sync/cabinet';
import { compared } from '../../sync/changes';
import type { Stream } from '../../sync/stream';
import { Button, IconButton } from '../../ui/button';
import { layout } from '../../ui/layout';
import { Empty, Loading } from '../../ui/waiting';
import { Rows } from './rows';
import { Steps, useSteps } from './steps';
import './changes.css';

/** What has changed between two versions of a paper. */
export default function Changes({ meeting, fresh, old }: Blanks) {
  const stream = useMemo(() => openStream(meeting!), [meeting]);
  useEffect(() => () => closeStream(meeting!), [meeting]);
  if (stream.state.value === 'loading') {
    return <Loading />;
  }
  return <Compared key={`${fresh} ${old}`} stream={stream} fresh={fresh!} old={old!} />;
}

interface ComparedProps {
  stream: Stream;
  fresh: string;
  old: string;
}

function Compared({ stream, fresh, old }: ComparedProps) {
  const [found, setFound] = useState<Comparison | null>(null);
  const [why, setWhy] = useState('');
  const ask = () => {
    setWhy('');
    compared(fresh, old).then(setFound, error => setWhy(sentence(error)));
  };
  useEffect(ask, []);
  const versions = stream.records.of('version').value;
  const paper = stream.records.row('paper', versions.get(fresh)?.paper);
  const number = (version: string) => versions.get(version)?.number ?? 1;
  return (
    <div class="changes">
      <header class="changes-head">
        <IconButton icon="arrowLeft" label={t().changes.back} onClick={() => leave(stream.id)} />
        <div>
          <h1>{paper?.title}</h1>
          <p class="small quiet">{t().changes.between(number(old), number(fresh))}</p>
        </div>
      </header>
      {why && (
        <Empty icon="circleAlert" onRetry={ask}>
          {why}
        </Empty>
      )}
      {!why && !found && <Working />}
      {found && <Shown stream={stream} fresh={fresh} old={old} found={found} />}
    </div>
  );
}

/** Back to where the reader came from; a link that was opened directly leads to the meeting. */
function leave(stream: string): void {
  if (history.length > 1) {
    history.back();
  } else {
    go(`/meeting/${stream}`);
  }
}

function Working() {
  return (
    <div class="changes-working" role="status">
      <p>{t().changes.working}</p>
      <div class="waiting-bar" />
    </div>
  );
}

interface ShownProps extends ComparedProps {
  found: Comparison;
}

function Shown({ stream, fresh, old, found }: ShownProps) {
  const [side, setSide] = useState(layout.value !== 'phone');
  const [all, setAll] = useState(false);
  const steps = useSteps(changesIn(found.rows));
  const words = t().changes;
  if (steps.count === 0 && countsOf(found.rows).length === 0) {
    return <Empty icon="circleCheck">{words.none}</Empty>;
  }
  return (
    <main class="changes-body">
      <div class="changes-tools" role="toolbar" aria-label={words.tools}>
        <Steps steps={steps} />
        <div class="row">
          <Button size="small" pressed={side} onClick={() => setSide(true)}>
            {words.side}
          </Button>
          <Button size="small" pressed={!side} onClick={() => setSide(false)}>
            {words.inline}
          </Button>
          <Button size="small" pressed={all} onClick={() => setAll(!all)}>
            {words.all}
          </Button>
        </div>
      </div>
      <p class="changes-counts small">
        {countsOf(found.rows)
          .map(([kind, count]) => `${words.kinds[kind]} ${count}`)
          .join(' · ')}
      </p>
      <Rows stream={stream} fresh={fresh} old={old} rows={found.rows} side={side} all={all} at={steps.at} />
    </main>
  );
}
