import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { OfficialKind } from '../../rules/official';
import { get, sentence } from '../../sync/api';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Confirm } from '../../ui/dialog';
import { Choice } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { sendTemplate } from './send-template';

const KINDS: readonly OfficialKind[] = [
  'minutes',
  'conclusions',
  'resolution',
  'count',
  'invitation',
  'attendance',
  'opinion',
];

/** Whose form a document has: the built-in one, or a Word file of the office with names in it. */
export function TemplatesCard({ stream }: { stream: Stream }) {
  const [kind, setKind] = useState<OfficialKind>('minutes');
  const words = t().templates;
  const choices = KINDS.map(one => [one, t().official.kinds[one]] as const);
  return (
    <Card label={words.heading}>
      <h3>{words.heading}</h3>
      <p class="quiet">{words.hint}</p>
      <Choice label={words.kind} value={kind} choices={choices} onValue={setKind} />
      <Template key={kind} stream={stream} kind={kind} />
      <Names key={`names ${kind}`} path={pathOf(stream, kind)} />
    </Card>
  );
}

function pathOf(stream: Stream, kind: OfficialKind): string {
  return `/api/streams/${stream.id}/templates/${kind}`;
}

interface TemplateProps {
  stream: Stream;
  kind: OfficialKind;
}

function Template({ stream, kind }: TemplateProps) {
  const own = stream.records.row('official_template', kind);
  const mine = stream.role.value === 'secretary';
  const path = pathOf(stream, kind);
  const words = t().templates;
  return (
    <div class="stack">
      <p>{own ? words.own(own.name) : words.builtIn}</p>
      <div class="row">
        {mine && <Upload path={path} />}
        <a class="button" href={`${path}/start`} download>
          <Icon name="download" />
          <span>{words.start}</span>
        </a>
        {own && (
          <>
            <a class="button" href={`${path}/preview`} download>
              <Icon name="fileText" />
              <span>{words.preview}</span>
            </a>
            <a class="button" href={path} download>
              <Icon name="download" />
              <span>{words.download}</span>
            </a>
          </>
        )}
        {own && mine && <Remove stream={stream} kind={kind} />}
      </div>
    </div>
  );
}

function Upload({ path }: { path: string }) {
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const words = t().templates;
  const send = async (file: File | undefined) => {
    if (!file) {
      return;
    }
    setSaid(words.uploading);
    setWrong(false);
    try {
      await sendTemplate(path, file);
      setSaid(words.taken);
    } catch (error) {
      setSaid(sentence(error));
      setWrong(true);
    }
  };
  return (
    <>
      <Button icon="upload" onClick={() => field.current?.click()}>
        {words.upload}
      </Button>
      <input
        ref={field}
        type="file"
        accept=".docx"
        hidden
        aria-label={words.upload}
        onChange={event => {
          void send(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <p class={wrong ? 'form-error template-said' : 'quiet template-said'} role="status">
        {said}
      </p>
    </>
  );
}

function Remove({ stream, kind }: TemplateProps) {
  const [asking, setAsking] = useState(false);
  const words = t().templates;
  return (
    <>
      <Button icon="trash2" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      {asking && (
        <Confirm
          question={words.removeQuestion}
          detail={words.removeDetail}
          act={words.remove}
          kind="stop"
          onConfirm={() => act(stream.id, { type: 'template.remove', kind })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

interface Name {
  name: string;
  means: string;
}

/** Fetched when they are looked at. */
function Names({ path }: { path: string }) {
  const [open, setOpen] = useState(false);
  const [names, setNames] = useState<Name[]>([]);
  const [error, setError] = useState('');
  useEffect(() => {
    if (open && names.length === 0) {
      get<{ names: Name[] }>(`${path}/names`).then(
        found => setNames(found.names),
        problem => setError(sentence(problem)),
      );
    }
  }, [open]);
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t().templates.names}</summary>
      {error && <p class="form-error">{error}</p>}
      <dl class="template-names" lang="vi">
        {names.map(({ name, means }) => (
          <div key={name}>
            <dt>{`{{${name}}}`}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
