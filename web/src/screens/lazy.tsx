import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import { Empty, Loading } from '../ui/waiting';

type Module<Props> = { default: ComponentType<Props> };
type Load<Props> = () => Promise<Module<Props>>;

const loaded = new Map<unknown, ComponentType<never>>();

export interface LazyProps<Props> {
  load: Load<Props>;
  props: Props;
}

/** A screen fetched when it is first needed; a lost network is said, with a button to try again. */
export function Lazy<Props extends object>({ load, props }: LazyProps<Props>) {
  const [, redraw] = useState(0);
  const [failed, setFailed] = useState(false);
  const fetchIt = async () => {
    setFailed(false);
    try {
      loaded.set(load, (await load()).default as ComponentType<never>);
      redraw(count => count + 1);
    } catch {
      setFailed(true);
    }
  };
  const Screen = loaded.get(load) as ComponentType<Props> | undefined;
  useEffect(() => {
    if (!Screen) {
      void fetchIt();
    }
  }, [load]);
  if (Screen) {
    return <Screen {...props} />;
  }
  return failed ? (
    <Empty icon="wifiOff" onRetry={fetchIt}>
      {t().common.theServerIsAway}
    </Empty>
  ) : (
    <Loading />
  );
}
