import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { post } from '../../sync/api';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { FormDialog, faultOf } from '../secretary/form-dialog';
import type { Holder } from './signing-key';
import { useSignedStands } from './standing';

interface SignButtonProps {
  stream: Stream;
  document: string;
  name: string;
  signer: Holder;
  /** An authority says when it was signed. */
  stamped: boolean;
  numbered: boolean;
}

/** Offered while nobody has signed the document as it is now; what is signed and unchanged says so. */
export function Signing(props: SignButtonProps) {
  const stands = useSignedStands(props.stream, props.document);
  if (stands === undefined) {
    return null;
  }
  return stands ? (
    <Badge icon="circleCheck" tone="good">
      {t().signing.stands}
    </Badge>
  ) : (
    <SignButton {...props} />
  );
}

/** Asks once; the name of the signing is chosen before, so that a repeated tap signs nothing twice. */
function SignButton({ stream, document, name, signer, stamped, numbered }: SignButtonProps) {
  const [signing, setSigning] = useState('');
  const [busy, setBusy] = useState(false);
  const words = t().signing;
  const submit = async () => {
    setBusy(true);
    const address = `/api/streams/${stream.id}/official/${encodeURIComponent(document)}/sign`;
    const fault = await faultOf(post(address, { signing }, newId()));
    setBusy(false);
    return fault;
  };
  return (
    <>
      <Button icon="pencil" label={words.signOf(name)} onClick={() => setSigning(newId())}>
        {words.sign}
      </Button>
      {signing && (
        <FormDialog
          heading={words.question(name)}
          act={words.sign}
          onSubmit={submit}
          onClose={() => setSigning('')}
        >
          {!numbered && (
            <p class="dialog-warning">
              <Icon name="triangleAlert" /> <span>{words.noNumber}</span>
            </p>
          )}
          <p>{words.detail(signer.subject, signer.issuer)}</p>
          <p class="quiet">{words.clock(stamped)}</p>
          <p role="status">{busy ? words.signing : ''}</p>
        </FormDialog>
      )}
    </>
  );
}
