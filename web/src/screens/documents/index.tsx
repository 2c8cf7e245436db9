import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { size } from '../../rules/figures';
import { moment } from '../../rules/time';
import { ACCEPTED } from '../../rules/uploads';
import { newId } from '../../sync/ids';
import { Button, IconButton } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Loading } from '../../ui/waiting';
import { MINE } from '../../vault/keeper';
import { HomeBar } from '../home-bar';
import { KeptPapers, Offline } from '../parts/kept-papers';
import { FormDialog } from '../secretary/form-dialog';
import { UploadLine } from '../secretary/upload-line';
import { addOwn, uploads } from '../secretary/uploads';
import { type DocumentAct, DocumentDialog } from './dialogs';
import { change, fault, type Kept, type KeptDocument, kept, keptAt, loadKept } from './kept';
import { DocumentLine } from './line';
import { Note } from './note';
import '../../styles/papers.css';
import '../../styles/desk.css';

const AGAIN = 10_000;
/** While something is being read the list is asked for more often. */
const SOON = 1500;

/** A person's own documents in folders, and what others share with him. */
export default function Documents() {
  const reading = kept.value?.documents.some(({ state }) => state === 'processing') ?? false;
  const arrived = uploads.value.filter(({ own, state }) => own && state === 'arrived').length;
  useEffect(() => {
    void loadKept();
    const timer = setInterval(loadKept, reading ? SOON : AGAIN);
    return () => clearInterval(timer);
  }, [reading, arrived]);
  return (
    <div class="home">
      <HomeBar />
      <main class="page documents">
        <a href="#/">{t().room.home}</a>
        <h1>{t().documents.heading}</h1>
        <p class="small quiet">{t().documents.privacy}</p>
        {keptAt.value !== null && <Offline words={t().documents.offline(moment(keptAt.value))} />}
        {fault.value && (
          <p class="form-error" role="alert">
            {fault.value}
          </p>
        )}
        {kept.value ? <Shelves shelf={kept.value} /> : !fault.value && <Loading />}
      </main>
    </div>
  );
}

function Shelves({ shelf }: { shelf: Kept }) {
  const [act, setAct] = useState<DocumentAct | null>(null);
  const own = shelf.documents.filter(({ owner }) => !owner);
  const texts = t().documents;
  return (
    <>
      <p class="small figures" role="status">
        {texts.quota(shelf.used ? size(shelf.used) : '0 KB', size(shelf.most_bytes), own.length, shelf.most)}
      </p>
      <KeptPapers meeting={MINE} />
      <div class="row documents-new">
        <NewFolder />
        <NewNote shelf={shelf} />
      </div>
      <Shelf title={texts.outside} folder="" documents={own.filter(({ folder }) => !folder)} onAct={setAct} />
      {shelf.folders.map(({ id, title }) => (
        <Shelf
          key={id}
          title={title}
          folder={id}
          documents={own.filter(({ folder }) => folder === id)}
          onAct={setAct}
        />
      ))}
      <section class="card" aria-label={texts.shared}>
        <h2>{texts.shared}</h2>
        <Lines documents={shelf.documents.filter(({ owner }) => owner)} onAct={setAct} />
      </section>
      {act && <DocumentDialog act={act} shelf={shelf} onClose={() => setAct(null)} />}
    </>
  );
}

interface ShelfProps {
  title: string;
  folder: string;
  documents: KeptDocument[];
  onAct: (act: DocumentAct) => void;
}

function Shelf({ title, folder, documents, onAct }: ShelfProps) {
  const known = new Set(documents.map(({ id }) => id));
  const coming = uploads.value.filter(
    ({ own, item, paper, state }) => own && item === folder && !(state === 'arrived' && known.has(paper)),
  );
  return (
    <section class="card" aria-label={title}>
      <div class="paper-group-head">
        <h2>{title}</h2>
        <div class="line-acts">
          {folder && <FolderActs id={folder} title={title} />}
          <AddFiles folder={folder} title={title} />
        </div>
      </div>
      <Lines documents={documents} onAct={onAct} />
      <ul class="lines">
        {coming.map(upload => (
          <UploadLine key={upload.paper} upload={upload} />
        ))}
      </ul>
    </section>
  );
}

function Lines({ documents, onAct }: Pick<ShelfProps, 'documents' | 'onAct'>) {
  if (documents.length === 0) {
    return <p class="small quiet">{t().documents.nothing}</p>;
  }
  return (
    <ul class="lines">
      {documents.map(document => (
        <DocumentLine key={document.id} document={document} onAct={onAct} />
      ))}
    </ul>
  );
}

function AddFiles({ folder, title }: { folder: string; title: string }) {
  const picker = useRef<HTMLInputElement>(null);
  const label = t().documents.named(t().documents.add, title);
  return (
    <>
      <Button size="small" icon="fileUp" label={label} onClick={() => picker.current?.click()}>
        {t().documents.add}
      </Button>
      <input
        ref={picker}
        type="file"
        accept={ACCEPTED}
        aria-label={label}
        multiple
        hidden
        onChange={event => {
          addOwn(folder, event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

function NewFolder() {
  const [folder, setFolder] = useState('');
  return (
    <>
      <Button icon="plus" onClick={() => setFolder(newId())}>
        {t().documents.addFolder}
      </Button>
      {folder && (
        <FolderForm
          before=""
          onSubmit={title => change({ type: 'folder.add', folder, title })}
          onClose={() => setFolder('')}
        />
      )}
    </>
  );
}

function NewNote({ shelf }: { shelf: Kept }) {
  const [note, setNote] = useState('');
  const blank = { id: note, title: '', folder: '', text: '', owner: '' };
  return (
    <>
      <Button icon="pencil" onClick={() => setNote(newId())}>
        {t().documents.addNote}
      </Button>
      {note && <Note document={blank} shelf={shelf} onClose={() => setNote('')} />}
    </>
  );
}

function FolderActs({ id, title }: { id: string; title: string }) {
  const [open, setOpen] = useState<'' | 'rename' | 'remove'>('');
  const close = () => setOpen('');
  const texts = t().documents;
  return (
    <>
      <IconButton icon="pencil" label={texts.renameFolder(title)} onClick={() => setOpen('rename')} />
      <IconButton icon="trash2" label={texts.removeFolder(title)} onClick={() => setOpen('remove')} />
      {open === 'rename' && (
        <FolderForm
          before={title}
          onSubmit={wanted => change({ type: 'folder.rename', folder: id, title: wanted })}
          onClose={close}
        />
      )}
      {open === 'remove' && (
        <Confirm
          question={texts.removeFolderQuestion(title)}
          detail={texts.removeFolderDetail}
          act={texts.remove}
          kind="stop"
          onConfirm={() => change({ type: 'folder.remove', folder: id })}
          onClose={close}
        />
      )}
    </>
  );
}

interface FolderFormProps {
  before: string;
  onSubmit: (title: string) => Promise<string>;
  onClose: () => void;
}

function FolderForm({ before, onSubmit, onClose }: FolderFormProps) {
  const [title, setTitle] = useState(before);
  return (
    <FormDialog
      heading={before ? t().documents.renameFolder(before) : t().documents.addFolder}
      act={t().common.save}
      onSubmit={() => onSubmit(title.trim())}
      onClose={onClose}
    >
      <Field label={t().documents.folderTitle} value={title} onValue={setTitle} maxLength={300} required />
    </FormDialog>
  );
}
