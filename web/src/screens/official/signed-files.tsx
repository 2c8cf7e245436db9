import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { SignedDocumentRecord } from '../../records';
import { date, moment } from '../../rules/time';
import { get, sentence } from '../../sync/api';
import type { Stream } from '../../sync/stream';
import { Badge, type Tone } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Icon, type IconName } from '../../ui/icon';
import type { Holder } from './signing-key';

type State = 'valid' | 'changed' | 'added' | 'expired' | 'untrusted';

interface Signature {
  state: State;
  holder: Holder;
  at: number;
  stamped: boolean;
}

const LOOKS: Record<State, readonly [IconName, Tone]> = {
  valid: ['circleCheck', 'good'],
  changed: ['triangleAlert', 'stop'],
  added: ['triangleAlert', 'warn'],
  expired: ['clock', 'warn'],
  untrusted: ['lock', 'warn'],
};

interface SignedFilesProps {
  stream: Stream;
  document: string;
  name: string;
  /** Say that nobody has signed it. */
  said: boolean;
}

/** The signed PDF files of one document, the newest first, each with what its signature is worth. */
export function SignedFiles({ stream, document, name, said }: SignedFilesProps) {
  const rows = [...stream.records.of('signed_document').value]
    .filter(([, row]) => row.document === document)
    .sort(([, one], [, other]) => other.number - one.number);
  if (rows.length === 0) {
    return said ? <p class="small quiet official-signed">{t().signing.unsigned}</p> : null;
  }
  return (
    <ul class="official-signed" aria-label={t().signing.files}>
      {rows.map(([id, row]) => (
        <SignedFile key={id} stream={stream} id={id} row={row} name={name} />
      ))}
    </ul>
  );
}

interface SignedFileProps {
  stream: Stream;
  id: string;
  row: SignedDocumentRecord;
  name: string;
}

function SignedFile({ stream, id, row, name }: SignedFileProps) {
  const words = t().signing;
  const [found, setFound] = useState<Signature[]>();
  const [said, setSaid] = useState('');
  const address = `/api/streams/${stream.id}/signed/${encodeURIComponent(id)}`;
  const check = async () => {
    setSaid(words.checking);
    try {
      setFound((await get<{ signatures: Signature[] }>(`${address}/check`)).signatures);
      setSaid('');
    } catch (error) {
      setFound(undefined);
      setSaid(sentence(error));
    }
  };
  return (
    <li class="official-signature">
      <p class="small">
        <strong>{words.file(row.number)}</strong> · {words.signedBy(row.subject, moment(row.at))}
      </p>
      <div class="row">
        <Button icon="search" label={words.checkOf(name, row.number)} onClick={check}>
          {words.check}
        </Button>
        <a class="button" href={address} download aria-label={words.fileOf(name, row.number)}>
          <Icon name="download" />
          <span>{words.file(row.number)}</span>
        </a>
      </div>
      <div class="stack" role="status">
        {said && <p class="small">{said}</p>}
        {found?.map(one => (
          <Worth key={`${one.holder.serial}.${one.at}`} one={one} />
        ))}
      </div>
    </li>
  );
}

function Worth({ one }: { one: Signature }) {
  const words = t().signing;
  const [icon, tone] = LOOKS[one.state];
  return (
    <div>
      <Badge icon={icon} tone={tone}>
        {words.states[one.state]}
      </Badge>
      {words.hints[one.state] && <p class="small">{words.hints[one.state]}</p>}
      <p class="small quiet">
        {words.issuer(one.holder.issuer, date(one.holder.ends))} {words.at(moment(one.at), one.stamped)}
      </p>
    </div>
  );
}
