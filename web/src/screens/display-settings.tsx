import { choose, language, t } from '../i18n';
import { Button } from '../ui/button';
import { chooseTheme, type Theme, theme } from '../ui/theme';

const NEXT: Record<Theme, Theme> = { automatic: 'light', light: 'dark', dark: 'automatic' };

/** Language and brightness: two buttons, the same everywhere. */
export function DisplaySettings() {
  const other = language.value === 'vi' ? 'en' : 'vi';
  const icon = theme.value === 'light' ? 'sun' : theme.value === 'dark' ? 'moon' : 'monitor';
  return (
    <div class="row">
      <Button kind="quiet" size="small" icon={icon} onClick={() => chooseTheme(NEXT[theme.value])}>
        {t().common[theme.value]}
      </Button>
      <Button kind="quiet" size="small" icon="languages" onClick={() => choose(other)}>
        {t().common.language}
      </Button>
    </div>
  );
}
