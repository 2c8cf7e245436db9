import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { votesByUrgency } from '../../rules/chair';
import { type OfficialLine, officialsOf } from '../../rules/official';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Icon } from '../../ui/icon';
import { StandingBadge } from '../parts/signed-documents';
import { BundleCard } from './bundle';
import { FormEditor } from './form';
import { NumberEditor } from './number';
import { Signing } from './sign-button';
import { SignedFiles } from './signed-files';
import { type SigningKey, SigningKeyCard, useSigningKey } from './signing-key';
import { TemplatesCard } from './templates';
import '../../styles/official.css';

/** Every document of the meeting as Word and PDF, and what stands around their text. */
export function OfficialDocuments({ stream }: { stream: Stream }) {
  const { records } = stream;
  const results = records.of('result').value;
  const adopted = new Set(
    [...results].filter(([, row]) => row.result === 'passed' || row.result === 'elected').map(([id]) => id),
  );
  const votes = votesByUrgency(records.of('vote').value);
  const meeting = records.row('meeting', stream.id);
  const lines = officialsOf({
    concluded: records.of('conclusion').value.size > 0,
    ended: meeting?.state === 'ended',
    locked: Boolean(records.row('minutes_seal', stream.id)?.locked_at),
    calledOff: Boolean(meeting?.called_off),
    votes,
    adopted,
    signed: new Set([...records.of('signed_document').value.values()].map(row => row.document)),
  });
  const key = useSigningKey(stream.id);
  return (
    <div class="desk-narrow stack">
      <h2>{t().official.heading}</h2>
      <p class="quiet">{t().official.hint}</p>
      <FormCard stream={stream} />
      <SigningKeyCard state={key} />
      <BundleCard stream={stream} />
      <ul class="official-list">
        {lines.map(line => (
          <Line key={line.key} stream={stream} line={line} signing={key} />
        ))}
      </ul>
      <TemplatesCard stream={stream} />
    </div>
  );
}

function FormCard({ stream }: { stream: Stream }) {
  const [editing, setEditing] = useState(false);
  const meeting = stream.records.row('meeting', stream.id);
  const form = stream.records.row('official_form', stream.id);
  const mine = stream.role.value === 'secretary';
  if (!meeting) {
    return null;
  }
  return (
    <Card label={t().official.form}>
      <div class="row apart">
        <h3>{t().official.form}</h3>
        {mine && (
          <Button icon="pencil" size="small" onClick={() => setEditing(true)}>
            {t().common.edit}
          </Button>
        )}
      </div>
      <p>{[meeting.parent_agency, meeting.agency].filter(Boolean).join(' · ')}</p>
      <p class="quiet">
        {form
          ? [form.place, form.authority.join(' '), form.signer].filter(Boolean).join(' · ')
          : t().official.noForm}
      </p>
      {editing && (
        <FormEditor stream={stream} meeting={meeting} form={form} onClose={() => setEditing(false)} />
      )}
    </Card>
  );
}

interface LineProps {
  stream: Stream;
  line: OfficialLine;
  signing: SigningKey | undefined;
}

function Line({ stream, line, signing }: LineProps) {
  const [numbering, setNumbering] = useState(false);
  const given = stream.records.row('official_number', line.key);
  const name = t().official.kinds[line.kind];
  const whole = line.vote ? `${name}: ${line.vote}` : name;
  const mine = stream.role.value === 'secretary';
  return (
    <li class="official-line">
      <Icon name="fileText" />
      <div class="official-name">
        <strong>{name}</strong>
        {line.vote && <p class="small">{line.vote}</p>}
        {line.numbered && (
          <p class="small quiet">
            {given ? t().official.numbered(given.number, given.dated) : t().official.unnumbered}
          </p>
        )}
        <StandingBadge standing={line.standing} />
      </div>
      <div class="row">
        {line.numbered && line.made && mine && (
          <Button icon="pencil" label={t().official.numberOf(whole)} onClick={() => setNumbering(true)}>
            {t().official.number}
          </Button>
        )}
        {line.made && <File stream={stream} line={line} whole={whole} format="docx" />}
        {line.made && <File stream={stream} line={line} whole={whole} format="pdf" />}
        {signing?.key && line.final && (
          <Signing
            stream={stream}
            document={line.key}
            name={whole}
            signer={signing.key}
            stamped={signing.stamped}
            numbered={given !== undefined}
          />
        )}
      </div>
      <SignedFiles stream={stream} document={line.key} name={whole} said={line.numbered} />
      {numbering && (
        <NumberEditor
          stream={stream}
          document={line.key}
          heading={whole}
          given={given}
          onClose={() => setNumbering(false)}
        />
      )}
    </li>
  );
}

interface FileProps {
  stream: Stream;
  line: OfficialLine;
  whole: string;
  format: 'docx' | 'pdf';
}

function File({ stream, line, whole, format }: FileProps) {
  const word = t().official.formats[format];
  const address = `/api/streams/${stream.id}/official/${encodeURIComponent(line.key)}/${format}`;
  return (
    <a class="button" href={address} download aria-label={`${word}: ${whole}`}>
      <Icon name="download" />
      <span>{word}</span>
    </a>
  );
}
