import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { PaperRecord } from '../../records';
import { go } from '../../route';
import { ACCEPTED } from '../../rules/uploads';
import { waitingOf } from '../../rules/versions';
import { act, say } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { reasonWords } from '../parts/remarks';
import { openInRoom } from '../room/asked';
import { changesPath } from '../room/version-bar';
import { UploadLine } from './upload-line';
import { addVersion, uploads } from './uploads';

interface PaperVersionProps {
  stream: Stream;
  id: string;
  paper: PaperRecord;
}

/** Under a paper's line: the version that waits, or is on its way. */
export function PaperVersion({ stream, id, paper }: PaperVersionProps) {
  const waiting = waitingOf(stream.records.of('version').value, id, paper);
  const coming = uploads.value.find(upload => upload.paper === id && upload.next);
  if (coming) {
    return (
      <ul class="lines">
        <UploadLine upload={coming} />
      </ul>
    );
  }
  if (!waiting) {
    return null;
  }
  const words = t().versions;
  const { state, number, name } = waiting.row;
  return (
    <div class="paper-version">
      <p class="small quiet">{name}</p>
      {state === 'ready' && (
        <Badge icon="circleDot" tone="primary">
          {words.waiting(number)}
        </Badge>
      )}
      {state === 'processing' && (
        <>
          <Badge icon="clock">{words.preparing(number)}</Badge>
          <div class="waiting-bar" />
        </>
      )}
      {state === 'failed' && (
        <>
          <Badge icon="circleX" tone="stop">
            {words.failed(number)}
          </Badge>
          <p class="small form-error" role="status">
            {reasonWords(waiting.row)}
          </p>
        </>
      )}
      <Acts
        stream={stream}
        id={id}
        paper={paper}
        version={waiting.id}
        number={number}
        ready={state === 'ready'}
      />
    </div>
  );
}

interface ActsProps extends PaperVersionProps {
  version: string;
  number: number;
  ready: boolean;
}

function Acts({ stream, id, paper, version, number, ready }: ActsProps) {
  const [asking, setAsking] = useState<'use' | 'remove' | null>(null);
  const words = t().versions;
  const draft = paper.state === 'draft';
  const use = draft ? words.useDraft(number) : words.use(number);
  const close = () => setAsking(null);
  const send = async () => {
    if (await act(stream.id, { type: 'version.use', paper: id, version })) {
      say(draft ? words.usedDraft(number) : words.used(number));
    }
  };
  return (
    <div class="row">
      {ready && (
        <Button size="small" kind="primary" icon="share2" onClick={() => setAsking('use')}>
          {use}
        </Button>
      )}
      {ready && (
        <Button
          size="small"
          icon="eye"
          label={t().requests.named(t().requests.read, words.number(number))}
          onClick={() => openInRoom(stream.id, id, version)}
        >
          {t().requests.read}
        </Button>
      )}
      {ready && !paper.secret && (
        <Button
          size="small"
          icon="history"
          onClick={() => go(changesPath(stream.id, version, paper.version))}
        >
          {words.compare}
        </Button>
      )}
      <Button size="small" kind="quiet" icon="trash2" onClick={() => setAsking('remove')}>
        {words.remove}
      </Button>
      {asking === 'use' && (
        <Confirm
          question={(draft ? words.useDraftQuestion : words.useQuestion)(paper.title, number)}
          detail={draft ? words.useDraftDetail : words.useDetail}
          act={use}
          onConfirm={send}
          onClose={close}
        />
      )}
      {asking === 'remove' && (
        <Confirm
          question={words.removeQuestion(number)}
          detail={words.removeDetail}
          act={words.remove}
          kind="stop"
          onConfirm={() => act(stream.id, { type: 'version.remove', version })}
          onClose={close}
        />
      )}
    </div>
  );
}

/** Takes the file of the next version. */
export function NewVersion({ stream, id, paper }: PaperVersionProps) {
  const picker = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file) {
      addVersion(stream.id, id, paper.item, file);
    }
  };
  return (
    <>
      <Button
        size="small"
        kind="quiet"
        icon="fileUp"
        label={t().versions.addTo(paper.title)}
        onClick={() => picker.current?.click()}
      >
        {t().versions.add}
      </Button>
      <input
        ref={picker}
        type="file"
        accept={ACCEPTED}
        hidden
        onChange={event => {
          take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
