import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Choice, Field, TextArea } from '../../ui/field';
import { FormDialog } from '../secretary/form-dialog';
import './read.css';
import { change, type Kept, type KeptDocument } from './kept';

const LONGEST = 8000;

interface NoteProps {
  document: Pick<KeptDocument, 'id' | 'title' | 'folder' | 'text' | 'owner'>;
  shelf: Kept;
  onClose: () => void;
}

/** A text of one's own, begun or written on; somebody else's is only read. */
export function Note({ document, shelf, onClose }: NoteProps) {
  const [title, setTitle] = useState(document.title);
  const [text, setText] = useState(document.text);
  const [folder, setFolder] = useState(document.folder);
  const texts = t().documents;
  if (document.owner) {
    return (
      <Dialog heading={document.title} onClose={onClose} shape="page">
        <p class="own-note">{document.text}</p>
      </Dialog>
    );
  }
  const submit = () =>
    change({ type: 'document.write', document: document.id, folder, title: title.trim(), text });
  return (
    <FormDialog
      heading={texts.noteHeading}
      act={t().common.save}
      onSubmit={submit}
      onClose={onClose}
      shape="page"
    >
      <Field label={texts.title} value={title} onValue={setTitle} maxLength={300} required />
      <TextArea label={texts.noteText} value={text} onValue={setText} maxLength={LONGEST} rows={10} />
      <Choice
        label={texts.folder}
        value={folder}
        choices={[['', texts.outside], ...shelf.folders.map(one => [one.id, one.title] as const)]}
        onValue={setFolder}
      />
    </FormDialog>
  );
}
