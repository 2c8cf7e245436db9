import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { say } from '../../sync/cabinet';
import { Button } from '../../ui/button';
import { Confirm, Dialog } from '../../ui/dialog';
import { TextArea } from '../../ui/field';
import type { Asked, Wrong } from './assistant-state';
import { useRaise, useRoom } from './state';

const LONGEST = 2000;
const WRONGS: readonly Wrong[] = ['quotes', 'hidden', 'absent'];

/** The person's own questions of earlier days; nobody else sees them, and they can be wiped. */
export function AskedBefore({ onAsk }: { onAsk: (question: string) => unknown }) {
  const { assistant } = useRoom();
  const raise = useRaise();
  const words = t().asked;
  const questions = assistant.history.value;
  useEffect(() => void assistant.remember(), []);
  if (questions.length === 0) {
    return null;
  }
  const forget = async () => {
    if (await assistant.forget()) {
      say(words.forgotten);
    }
  };
  const ask = () =>
    raise(close => (
      <Confirm
        question={words.forgetAsk}
        detail={words.forgetDetail}
        act={words.forget}
        kind="stop"
        onConfirm={forget}
        onClose={close}
      />
    ));
  return (
    <details class="asked-before">
      <summary>{words.history(questions.length)}</summary>
      <div class="stack">
        <p class="small quiet">{words.historyHint}</p>
        {questions.map(({ id, question }) => (
          <button key={id} type="button" class="suggestion" onClick={() => onAsk(question)}>
            {question}
          </button>
        ))}
        <Button size="small" kind="quiet" icon="trash2" onClick={ask}>
          {words.forget}
        </Button>
      </div>
    </details>
  );
}

/** The passage of a paper that the next question is about. */
export function AboutPassage({ onAsk }: { onAsk: (question: string) => unknown }) {
  const { assistant } = useRoom();
  const passage = assistant.about.value;
  const words = t().asked;
  const section = useRef<HTMLElement>(null);
  // The person has just asked for it in the reader; on a tablet other cards may stand above.
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [passage]);
  if (!passage) {
    return null;
  }
  const drop = () => {
    assistant.about.value = '';
  };
  return (
    <section ref={section} class="stack" aria-label={words.aboutHeading}>
      <h3 class="panel-heading">{words.aboutHeading}</h3>
      <blockquote class="passage short">{passage}</blockquote>
      <div class="row">
        <Button size="small" icon="search" onClick={() => onAsk(words.elsewhere)}>
          {words.elsewhere}
        </Button>
        <Button size="small" kind="quiet" icon="x" onClick={drop}>
          {words.aboutDrop}
        </Button>
      </div>
    </section>
  );
}

/** Under an answer: says that it was wrong, in what, and what would have been right. */
export function ReportAnswer({ asked }: { asked: Asked }) {
  const raise = useRaise();
  return (
    <Button
      size="small"
      kind="quiet"
      icon="circleAlert"
      onClick={() => raise(close => <ReportDialog asked={asked} onClose={close} />)}
    >
      {t().asked.report}
    </Button>
  );
}

function ReportDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { assistant } = useRoom();
  const [wrong, setWrong] = useState<Wrong>(asked.answer?.state === 'refused' ? 'hidden' : 'quotes');
  const [expected, setExpected] = useState('');
  const words = t().asked;
  const sendIt = async () => {
    if (await assistant.report(asked, wrong, expected.trim())) {
      say(words.sent);
      onClose();
    }
  };
  return (
    <Dialog heading={words.report} onClose={onClose}>
      <p class="asked">{asked.question}</p>
      <fieldset class="stack asked-wrongs">
        <legend>{words.wrong}</legend>
        {WRONGS.map(one => (
          <label key={one} class="check">
            <input type="radio" name="wrong" checked={one === wrong} onChange={() => setWrong(one)} />
            {words.wrongs[one]}
          </label>
        ))}
      </fieldset>
      {wrong !== 'absent' && (
        <TextArea
          label={words.expected}
          value={expected}
          onValue={setExpected}
          maxLength={LONGEST}
          rows={3}
        />
      )}
      <p class="small quiet">{words.reportHint}</p>
      <footer class="dialog-foot">
        <Button onClick={onClose}>{t().common.cancel}</Button>
        <Button kind="primary" icon="send" onClick={sendIt}>
          {words.send}
        </Button>
      </footer>
    </Dialog>
  );
}
