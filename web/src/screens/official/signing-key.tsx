import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { date } from '../../rules/time';
import { get, sentence } from '../../sync/api';
import { Card } from '../../ui/card';
import { Loading } from '../../ui/waiting';

/** Whose certificate it is; times in milliseconds. */
export interface Holder {
  subject: string;
  organisation: string;
  issuer: string;
  serial: string;
  begins: number;
  ends: number;
}

/** The server's key, or the sentence that says why it does not sign; both empty: none is set. */
export interface SigningKey {
  key: Holder | null;
  problem: string;
  /** An authority says when it was signed, not the server's clock. */
  stamped: boolean;
}

/** Undefined until the server has said. */
export function useSigningKey(stream: string): SigningKey | undefined {
  const [state, setState] = useState<SigningKey>();
  useEffect(() => {
    let here = true;
    const say = (found: SigningKey) => here && setState(found);
    get<SigningKey>(`/api/streams/${stream}/signing`).then(say, (error: unknown) =>
      say({ key: null, problem: sentence(error), stamped: false }),
    );
    return () => {
      here = false;
    };
  }, [stream]);
  return state;
}

export function SigningKeyCard({ state }: { state: SigningKey | undefined }) {
  const words = t().signing;
  return (
    <Card label={words.key}>
      <h3>{words.key}</h3>
      <div aria-live="polite">{state ? <Said state={state} /> : <Loading />}</div>
    </Card>
  );
}

function Said({ state }: { state: SigningKey }) {
  const words = t().signing;
  if (state.problem) {
    return <p class="form-error">{state.problem}</p>;
  }
  if (!state.key) {
    return <p class="quiet">{words.noKey}</p>;
  }
  return (
    <>
      <p>{words.keyOf(state.key.subject, state.key.issuer, date(state.key.ends))}</p>
      <p class="small quiet">{words.clock(state.stamped)}</p>
    </>
  );
}
