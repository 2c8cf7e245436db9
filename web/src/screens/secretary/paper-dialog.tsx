import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { act as perform, say } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Confirm } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { FormDialog, tell } from './form-dialog';

export type PaperAct =
  | { what: 'publish'; papers: string[] }
  | { what: 'rename' | 'recall' | 'remove'; paper: string; title: string };

interface PaperDialogProps {
  stream: Stream;
  act: PaperAct;
  onPublished: () => void;
  onClose: () => void;
}

export function PaperDialog({ stream, act, onPublished, onClose }: PaperDialogProps) {
  const words = t().papers;
  switch (act.what) {
    case 'publish':
      return (
        <Confirm
          question={words.publishQuestion(act.papers.length)}
          detail={words.publishDetail}
          act={words.publishChosen(act.papers.length)}
          onConfirm={async () => {
            if (await perform(stream.id, { type: 'paper.publish', papers: act.papers })) {
              say(words.publishedNow(act.papers.length));
              onPublished();
            }
          }}
          onClose={onClose}
        />
      );
    case 'recall':
      return (
        <Confirm
          question={words.recallQuestion(act.title)}
          detail={words.recallDetail}
          act={words.recall}
          kind="stop"
          onConfirm={() => perform(stream.id, { type: 'paper.recall', paper: act.paper })}
          onClose={onClose}
        />
      );
    case 'remove':
      return (
        <Confirm
          question={words.removeQuestion(act.title)}
          detail={words.removeDetail}
          act={words.remove}
          kind="stop"
          onConfirm={() => perform(stream.id, { type: 'paper.remove', paper: act.paper })}
          onClose={onClose}
        />
      );
    case 'rename':
      return <Rename stream={stream} paper={act.paper} title={act.title} onClose={onClose} />;
  }
}

interface RenameProps {
  stream: Stream;
  paper: string;
  title: string;
  onClose: () => void;
}

function Rename({ stream, paper, title: before, onClose }: RenameProps) {
  const [title, setTitle] = useState(before);
  const submit = () => tell(stream.id, { type: 'paper.retitle', paper, title: title.trim() });
  return (
    <FormDialog heading={t().papers.rename} act={t().common.save} onSubmit={submit} onClose={onClose}>
      <Field label={t().papers.title} value={title} onValue={setTitle} maxLength={300} required />
    </FormDialog>
  );
}
