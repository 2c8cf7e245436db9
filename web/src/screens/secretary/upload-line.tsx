import { t } from '../../i18n';
import { percent, size } from '../../rules/figures';
import { Badge } from '../../ui/badge';
import { Bar } from '../../ui/bar';
import { Button } from '../../ui/button';
import { again, discard, type Upload } from './uploads';

/** A file on its way to the server. */
export function UploadLine({ upload }: { upload: Upload }) {
  return (
    <li class="line paper-line">
      <div class="line-words">
        <p class="line-title">{upload.file.name}</p>
        <p class="small quiet">{size(upload.file.size)}</p>
        <Progress upload={upload} />
      </div>
      {upload.state === 'failed' && (
        <div class="line-acts">
          {upload.again && (
            <Button size="small" icon="refreshCw" onClick={() => again(upload.paper)}>
              {t().papers.again}
            </Button>
          )}
          <Button size="small" kind="quiet" onClick={() => discard(upload.paper)}>
            {t().papers.discard}
          </Button>
        </div>
      )}
    </li>
  );
}

function Progress({ upload }: { upload: Upload }) {
  switch (upload.state) {
    case 'queued':
      return <Badge icon="clock">{t().papers.queued}</Badge>;
    case 'sending':
      return <Sending sent={upload.sent} />;
    case 'arrived':
      return <Badge icon="clock">{t().papers.arrived}</Badge>;
    case 'failed':
      return (
        <p class="small form-error" role="alert">
          {upload.why}
        </p>
      );
  }
}

function Sending({ sent }: { sent: number }) {
  const share = percent(Math.round(sent * 100), 100);
  return <Bar label={t().papers.uploading(share)} said="" value={sent} of={1} />;
}
