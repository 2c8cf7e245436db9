import { t } from '../../i18n';
import { READER_ROLES } from '../../rules/secrecy';
import type { Stream } from '../../sync/stream';
import { ChooseGroups, Tick } from '../parts/choose-groups';

/** Whether a paper is secret, and for whom it is then. */
export interface Secrecy {
  secret: boolean;
  chosen: ReadonlySet<string>;
}

export const OPEN: Secrecy = { secret: false, chosen: new Set() };

export function secretFor(readers: readonly string[]): Secrecy {
  return { secret: readers.length > 0, chosen: new Set(readers) };
}

/** Those whom the paper names; none when it is not secret. */
export function readersOf({ secret, chosen }: Secrecy): string[] {
  return secret ? [...chosen] : [];
}

/** The sentence that says what is missing, or an empty one. */
export function faultOfSecrecy({ secret, chosen }: Secrecy): string {
  return secret && chosen.size === 0 ? t().secrecy.nobody : '';
}

interface SecretChoiceProps {
  stream: Stream;
  value: Secrecy;
  onValue: (value: Secrecy) => void;
}

/** The tick that makes a paper secret and, below it, who may read it. */
export function SecretChoice({ stream, value, onValue }: SecretChoiceProps) {
  return (
    <>
      <Tick checked={value.secret} onTick={secret => onValue({ ...value, secret })}>
        {t().secrecy.on}
      </Tick>
      {value.secret && (
        <ChooseGroups
          stream={stream}
          roles={READER_ROLES}
          chosen={value.chosen}
          onChoose={chosen => onValue({ ...value, chosen })}
        />
      )}
    </>
  );
}
