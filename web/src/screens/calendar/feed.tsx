import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { moment } from '../../rules/time';
import { get, post, request, sentence } from '../../sync/api';
import { say } from '../../sync/cabinet';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Loading } from '../../ui/waiting';

interface Made {
  address: string;
  /** The QR code as an SVG picture. */
  code: string;
  since: number;
}

/** The private address of this person's calendar: shown once, renewed and removed at will. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const [since, setSince] = useState<number | null | undefined>(undefined);
  const [made, setMade] = useState<Made | null>(null);
  const [failure, setFailure] = useState('');
  const fail = (error: unknown) => setFailure(sentence(error));
  useEffect(() => {
    get<{ since: number | null }>('/api/me/calendar').then(answer => setSince(answer.since), fail);
  }, []);
  const make = () =>
    post<Made>('/api/me/calendar').then(answer => {
      setMade(answer);
      setSince(answer.since);
    }, fail);
  const end = () =>
    request('DELETE', '/api/me/calendar').then(() => {
      setMade(null);
      setSince(null);
    }, fail);
  const words = t().calendar;
  return (
    <Dialog heading={words.subscribe} onClose={onClose}>
      <div class="stack">
        <p>{words.feedHint}</p>
        {since === undefined && !failure && <Loading />}
        {made && <Address made={made} />}
        {!made && since !== undefined && (
          <p class="quiet">{since === null ? words.feedNone : words.feedSince(moment(since))}</p>
        )}
        {failure && (
          <p class="form-error" role="alert">
            {failure}
          </p>
        )}
        {since && <p class="small quiet">{words.feedRenewHint}</p>}
        <footer class="dialog-foot">
          {since && <Button onClick={end}>{words.feedEnd}</Button>}
          <Button kind="primary" onClick={make} disabled={since === undefined}>
            {since ? words.feedRenew : words.feedMake}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

function Address({ made }: { made: Made }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made.address);
      say(t().calendar.copied);
    } catch {
      say(t().calendar.copyByHand, 'stop');
    }
  };
  return (
    <>
      <Field
        label={t().calendar.feedAddress}
        value={made.address}
        onValue={() => undefined}
        after={<Button onClick={copy}>{t().calendar.copy}</Button>}
      />
      <img
        class="calendar-code"
        alt={t().calendar.feedCode}
        src={`data:image/svg+xml,${encodeURIComponent(made.code)}`}
      />
    </>
  );
}
