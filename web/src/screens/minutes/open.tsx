import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { MinutesDesk } from '.';

/** The chair reads the minutes after the meeting, and confirms them there. */
export function MinutesButton({ stream }: { stream: Stream }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" icon="fileText" onClick={() => setOpen(true)}>
        {t().minutesWork.read}
      </Button>
      {open && (
        <Dialog heading={t().minutes.heading} shape="page" onClose={() => setOpen(false)}>
          <MinutesDesk stream={stream} />
        </Dialog>
      )}
    </>
  );
}
