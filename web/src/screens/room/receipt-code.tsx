import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Button } from '../../ui/button';
import './receipt.css';

/** The code of the own secret ballot, to be noted down. */
export function ReceiptCode({ receipt }: { receipt: string }) {
  const code = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    const done = await copied(receipt, code.current);
    setSaid(done ? t().sealed.copied : t().sealed.notCopied);
  };
  return (
    <section class="receipt" aria-label={t().sealed.receipt}>
      <p class="small">{t().sealed.receipt}</p>
      <div class="receipt-line">
        <code ref={code} class="receipt-letters">
          {receipt}
        </code>
        <Button size="small" onClick={copy}>
          {t().sealed.copy}
        </Button>
      </div>
      <p class="small quiet">{t().sealed.receiptHint}</p>
      <p class="small" role="status">
        {said}
      </p>
    </section>
  );
}

/** Plain http has no clipboard: there the code is marked and copied as by hand. */
async function copied(text: string, shown: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown) {
      getSelection()?.selectAllChildren(shown);
    }
    return document.execCommand('copy');
  }
}
