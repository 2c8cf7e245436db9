import { useEffect, useState } from 'preact/hooks';

/** What the server answers, asked again whenever one of `reasons` changes; the last answer stays until then. */
export function useAnswer<Answer>(
  ask: () => Promise<Answer>,
  reasons: readonly unknown[],
): Answer | 'waiting' | 'failed' {
  const [answer, setAnswer] = useState<Answer | 'waiting' | 'failed'>('waiting');
  useEffect(() => {
    let wanted = true;
    ask().then(
      found => wanted && setAnswer(() => found),
      () => wanted && setAnswer('failed'),
    );
    return () => {
      wanted = false;
    };
  }, reasons);
  return answer;
}
