import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { placesOf } from '../../rules/packet';
import { act as perform, say } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Confirm } from '../../ui/dialog';
import { Choice, TextArea } from '../../ui/field';
import { FormDialog, tell } from './form-dialog';
import { PaperReaders } from './paper-readers';

export type PaperAct =
  | { what: 'publish'; papers: string[] }
  | { what: 'readers'; paper: string }
  | { what: 'edit'; paper: string; title: string; place: string }
  | { what: 'recall'; paper: string; title: string }
  | { what: 'remove'; paper: string; title: string };

const LAST = 10_000;

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
      return <Recall stream={stream} act={act} onClose={onClose} />;
    case 'edit':
      return <Edit stream={stream} act={act} onClose={onClose} />;
    case 'readers':
      return <PaperReaders stream={stream} paper={act.paper} onClose={onClose} />;
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
  }
}

type Told<What> = Extract<PaperAct, { what: What }>;

/** Said to everybody who had the paper, so a recall is never without words. */
function Recall({ stream, act, onClose }: { stream: Stream; act: Told<'recall'>; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const words = t().papers;
  const submit = () => tell(stream.id, { type: 'paper.recall', paper: act.paper, reason: reason.trim() });
  return (
    <FormDialog
      heading={words.recallQuestion(act.title)}
      act={words.recall}
      kind="stop"
      onSubmit={submit}
      onClose={onClose}
    >
      <p class="dialog-text">{words.recallDetail}</p>
      <TextArea
        label={t().paperWork.recallReason}
        hint={t().paperWork.recallHint}
        value={reason}
        onValue={setReason}
        maxLength={300}
        rows={2}
        required
      />
    </FormDialog>
  );
}

/** Its title, and the agenda item or group that it lies in. */
function Edit({ stream, act, onClose }: { stream: Stream; act: Told<'edit'>; onClose: () => void }) {
  const [title, setTitle] = useState(act.title);
  const [place, setPlace] = useState(act.place);
  const submit = async () => {
    const { paper } = act;
    const renamed =
      title.trim() === act.title
        ? ''
        : await tell(stream.id, { type: 'paper.retitle', paper, title: title.trim() });
    if (renamed || place === act.place) {
      return renamed;
    }
    return tell(stream.id, { type: 'paper.move', paper, item: place, position: LAST });
  };
  return (
    <FormDialog heading={t().paperWork.editHeading} act={t().common.save} onSubmit={submit} onClose={onClose}>
      <TextArea label={t().papers.title} value={title} onValue={setTitle} maxLength={300} rows={2} required />
      <Choice
        label={t().paperWork.place}
        value={place}
        choices={placesOf(stream.records.of('item').value, stream.records.of('paper_group').value).map(
          ({ id, title, number }) =>
            [id, number ? `${number}. ${title}` : t().paperWork.group(title)] as const,
        )}
        onValue={setPlace}
      />
    </FormDialog>
  );
}
