import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { get, sentence } from '../../sync/api';
import { Button } from '../../ui/button';
import { Confirm, Dialog } from '../../ui/dialog';
import { Choice, Field } from '../../ui/field';
import { FormDialog } from '../secretary/form-dialog';
import { change, type Kept, type KeptDocument } from './kept';
import { Note } from './note';

export interface DocumentAct {
  what: 'edit' | 'share' | 'remove' | 'note';
  document: KeptDocument;
}

interface DocumentDialogProps {
  act: DocumentAct;
  shelf: Kept;
  onClose: () => void;
}

export function DocumentDialog({ act: { what, document }, shelf, onClose }: DocumentDialogProps) {
  const texts = t().documents;
  switch (what) {
    case 'edit':
      return <Edit document={document} shelf={shelf} onClose={onClose} />;
    case 'share': {
      const fresh = shelf.documents.find(({ id }) => id === document.id) ?? document;
      return <Share document={fresh} onClose={onClose} />;
    }
    case 'note':
      return <Note document={document} shelf={shelf} onClose={onClose} />;
    case 'remove':
      return (
        <Confirm
          question={texts.removeQuestion(document.title || texts.gone)}
          detail={document.paper ? texts.removePaperDetail : texts.removeDetail}
          act={texts.remove}
          kind="stop"
          onConfirm={() => change({ type: 'document.remove', document: document.id })}
          onClose={onClose}
        />
      );
  }
}

function Edit({ document, shelf, onClose }: { document: KeptDocument; shelf: Kept; onClose: () => void }) {
  const [title, setTitle] = useState(document.title);
  const [folder, setFolder] = useState(document.folder);
  const texts = t().documents;
  const submit = () =>
    change({
      type: 'document.edit',
      document: document.id,
      title: title.trim() || document.name || '-',
      folder,
    });
  return (
    <FormDialog heading={texts.editHeading} act={t().common.save} onSubmit={submit} onClose={onClose}>
      {!document.paper && (
        <Field label={texts.title} value={title} onValue={setTitle} maxLength={300} required />
      )}
      <Choice
        label={texts.folder}
        value={folder}
        choices={[['', texts.outside], ...shelf.folders.map(one => [one.id, one.title] as const)]}
        onValue={setFolder}
      />
    </FormDialog>
  );
}

interface Person {
  id: string;
  name: string;
  title: string;
  unit: string;
}

const PAUSE = 300;

/** Every tap counts at once, so there is nothing to save. */
function Share({ document, onClose }: { document: KeptDocument; onClose: () => void }) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Person[] | null>(null);
  const [error, setError] = useState('');
  const texts = t().documents;
  const wanted = words.trim();
  useEffect(() => {
    if (wanted.length < 2) {
      setFound(null);
      return;
    }
    let late = false;
    const timer = setTimeout(() => {
      get<{ people: Person[] }>(`/api/documents/people?words=${encodeURIComponent(wanted)}`).then(
        answer => !late && setFound(answer.people),
        failure => !late && setError(sentence(failure)),
      );
    }, PAUSE);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [wanted]);
  const people = document.shared.map(({ id }) => id);
  const put = async (wishes: string[]) =>
    setError(await change({ type: 'document.share', document: document.id, people: wishes }));
  const others = found?.filter(({ id }) => !people.includes(id));
  return (
    <Dialog heading={texts.shareHeading(document.title)} onClose={onClose} shape="sheet">
      <div class="stack">
        <p class="small quiet">{texts.shareHint}</p>
        <ul class="lines">
          {document.shared.map(({ id, name }) => (
            <li key={id} class="line">
              <span class="line-words">{name}</span>
              <Button
                size="small"
                icon="x"
                label={texts.unshare(name)}
                onClick={() => put(people.filter(one => one !== id))}
              >
                {texts.stop}
              </Button>
            </li>
          ))}
        </ul>
        <Field
          label={texts.find}
          type="search"
          value={words}
          onValue={setWords}
          hint={texts.findHint}
          error={error}
        />
        <p class="small" role="status">
          {found?.length === 0 ? texts.nobody : ''}
        </p>
        <ul class="lines">
          {others?.map(({ id, name, title, unit }) => (
            <li key={id} class="line">
              <div class="line-words">
                <p class="line-title">{name}</p>
                <p class="small quiet">{[title, unit].filter(Boolean).join(', ')}</p>
              </div>
              <Button
                size="small"
                icon="share2"
                label={texts.named(texts.share, name)}
                onClick={() => put([...people, id])}
              >
                {texts.share}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
