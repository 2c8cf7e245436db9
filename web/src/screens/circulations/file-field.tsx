import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import { ACCEPTED } from '../../rules/uploads';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { kept, loadKept } from '../documents/kept';
import { UploadLine } from '../secretary/upload-line';
import { addOwn, uploads } from '../secretary/uploads';
import type { AnswerDraft } from './draft';

const SOON = 1200;

type Attached = AnswerDraft['file'];

/** How far the server is with a file that was just added to one's own documents. */
function stateOf(file: Attached): { state: 'none' | 'coming' | 'ready' | 'failed'; why: string } {
  if (!file) {
    return { state: 'none', why: '' };
  }
  const known = kept.value?.documents.find(({ id }) => id === file.document);
  if (known?.state === 'failed') {
    return { state: 'failed', why: known.message };
  }
  return { state: known?.state === 'ready' ? 'ready' : 'coming', why: '' };
}

/** No file, or one that the server could read. */
export function fileReady(file: Attached): boolean {
  return ['none', 'ready'].includes(stateOf(file).state);
}

interface Props {
  /** The name of the file of the recorded answer; empty without one. */
  recorded: string;
  draft: AnswerDraft;
  onDraft: (part: Partial<AnswerDraft>) => void;
}

/** A file to go with the answer: it comes in as one of the person's own documents, read and checked like every paper. */
export function AnswerFileField({ recorded, draft, onDraft }: Props) {
  const words = t().circulations;
  const picker = useRef<HTMLInputElement>(null);
  const { file, keeps } = draft;
  const { state, why } = stateOf(file);
  const upload = file && uploads.value.find(({ paper, own }) => own && paper === file.document);
  useEffect(() => {
    if (state !== 'coming') {
      return;
    }
    void loadKept();
    const timer = setInterval(loadKept, SOON);
    return () => clearInterval(timer);
  }, [state, file?.document]);
  const pick = () => {
    const chosen = picker.current?.files?.[0];
    if (chosen) {
      addOwn('', [chosen]);
      const added = uploads.peek().at(-1)!;
      onDraft({ file: { document: added.paper, name: chosen.name }, keeps: false });
    }
  };
  const name = file?.name ?? (keeps ? recorded : '');
  return (
    <div class="stack circulation-file">
      <input
        ref={picker}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        accept={ACCEPTED}
        aria-label={words.file}
        onChange={pick}
      />
      {upload && upload.state !== 'arrived' && (
        <ul class="lines">
          <UploadLine upload={upload} />
        </ul>
      )}
      {name && (
        <p class="row">
          <Icon name="fileText" /> <span>{name}</span>
        </p>
      )}
      <div role="status">
        {file && state === 'coming' && upload?.state === 'arrived' && (
          <p class="small">{words.fileReading(file.name)}</p>
        )}
        {file && state === 'failed' && <p class="form-error small">{words.fileBad(file.name, why)}</p>}
        {file && state === 'ready' && <p class="small quiet">{words.fileKept}</p>}
      </div>
      <div class="row">
        <Button icon="fileUp" onClick={() => picker.current?.click()}>
          {name ? words.otherFile : words.attach}
        </Button>
        {name && (
          <Button kind="quiet" icon="x" onClick={() => onDraft({ file: null, keeps: false })}>
            {words.removeFile}
          </Button>
        )}
      </div>
    </div>
  );
}
