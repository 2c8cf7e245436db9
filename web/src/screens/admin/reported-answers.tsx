import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';

/** Answers that people reported as wrong; before the file is fetched the dialog says what may stand in it. */
export function ReportedAnswers() {
  const [open, setOpen] = useState(false);
  const words = t().reported;
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" icon="download" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {open && (
        <Dialog heading={words.heading} onClose={close}>
          <p>{words.what}</p>
          <p class="notice-line">
            <Icon name="triangleAlert" /> {words.secret}
          </p>
          <div class="row">
            <a class="button primary" href="/api/reported-answers.jsonl" download onClick={close}>
              <Icon name="download" /> {words.download}
            </a>
            <Button onClick={close}>{t().common.cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
