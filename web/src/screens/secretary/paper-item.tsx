import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { allOf } from '../../rules/packet';
import { ACCEPTED } from '../../rules/uploads';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { PaperAct } from './paper-dialog';
import { PaperLine } from './paper-line';
import { SecretFiles } from './secret-files';
import { UploadLine } from './upload-line';
import { addUploads, uploads } from './uploads';

interface PaperItemProps {
  stream: Stream;
  item: string;
  heading: string;
  chosen: ReadonlySet<string>;
  onChoose: (paper: string, wanted: boolean) => void;
  onOpen: (act: PaperAct) => void;
  acts?: ComponentChildren;
}

/** One agenda item (or group beside the agenda) with its papers, and the place where more are dropped. */
export function PaperItem({ stream, item, heading, chosen, onChoose, onOpen, acts }: PaperItemProps) {
  const { records } = stream;
  const papers = records.of('paper').value;
  const lines = allOf(papers, records.of('version').value).filter(line => line.paper.item === item);
  const coming = uploads.value.filter(
    upload => upload.stream === stream.id && upload.item === item && !upload.next,
  );
  const unseen = coming.filter(upload => !(upload.state === 'arrived' && papers.has(upload.paper)));
  const changeable = records.row('meeting', stream.id)?.state !== 'ended';
  return (
    <section class="card" aria-label={heading}>
      <div class="paper-group-head">
        <h3>{heading}</h3>
        {acts}
      </div>
      {lines.length + unseen.length === 0 && <p class="small quiet">{t().papers.none}</p>}
      <ul class="lines">
        {lines.map((line, place) => (
          <PaperLine
            key={line.id}
            stream={stream}
            place={place}
            last={place === lines.length - 1}
            line={line}
            chosen={chosen.has(line.id)}
            changeable={changeable}
            onChoose={wanted => onChoose(line.id, wanted)}
            onOpen={onOpen}
          />
        ))}
        {unseen.map(upload => (
          <UploadLine key={upload.paper} upload={upload} />
        ))}
      </ul>
      {changeable && <DropPlace stream={stream} item={item} heading={heading} />}
    </section>
  );
}

/** Takes files from a drag or from the button; the button is what keyboards and fingers use. */
function DropPlace({ stream, item, heading }: { stream: Stream; item: string; heading: string }) {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [secret, setSecret] = useState(false);
  const take = (files: FileList | null | undefined) => {
    if (files?.length) {
      addUploads(stream.id, item, files);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer?.files);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the button does the same
    <div
      class={`drop${over ? ' over' : ''}`}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="fileUp" size={24} />
      <span class="small">{t().papers.drop}</span>
      <Button size="small" label={t().papers.chooseFor(heading)} onClick={() => picker.current?.click()}>
        {t().papers.choose}
      </Button>
      <Button
        size="small"
        kind="quiet"
        icon="lock"
        label={t().secretFiles.chooseFor(heading)}
        onClick={() => setSecret(true)}
      >
        {t().secretFiles.choose}
      </Button>
      {secret && (
        <SecretFiles stream={stream} item={item} heading={heading} onClose={() => setSecret(false)} />
      )}
      <input
        ref={picker}
        type="file"
        accept={ACCEPTED}
        multiple
        hidden
        onChange={event => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
