import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { ACCEPTED } from '../../rules/uploads';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { FormDialog } from './form-dialog';
import { faultOfSecrecy, readersOf, SecretChoice, secretFor } from './secret-choice';
import { addUploads } from './uploads';

interface SecretFilesProps {
  stream: Stream;
  item: string;
  heading: string;
  onClose: () => void;
}

/** Papers that are secret before their first byte is sent: who may read them is chosen together with the files. */
export function SecretFiles({ stream, item, heading, onClose }: SecretFilesProps) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [secrecy, setSecrecy] = useState({ ...secretFor([]), secret: true });
  const picker = useRef<HTMLInputElement>(null);
  const texts = t().secretFiles;
  const submit = async () => {
    if (files.length === 0) {
      return texts.noFile;
    }
    const fault = faultOfSecrecy(secrecy);
    if (!fault) {
      addUploads(stream.id, item, files, readersOf(secrecy));
    }
    return fault;
  };
  return (
    <FormDialog heading={texts.heading} act={texts.send} onSubmit={submit} onClose={onClose} shape="sheet">
      <p class="line-title">{heading}</p>
      <div>
        <Button icon="fileUp" onClick={() => picker.current?.click()}>
          {texts.files}
        </Button>
        <input
          ref={picker}
          type="file"
          accept={ACCEPTED}
          multiple
          hidden
          onChange={event => setFiles([...(event.currentTarget.files ?? [])])}
        />
      </div>
      <p class="small" role="status">
        {files.map(file => file.name).join(', ')}
      </p>
      <p class="small quiet">{t().secrecy.explain}</p>
      <SecretChoice stream={stream} value={secrecy} onValue={setSecrecy} />
    </FormDialog>
  );
}
