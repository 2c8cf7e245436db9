import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Field } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';
import { type WallProps, wallName } from './card';

/** A screen goes by where it hangs: "Bên trái", "Phòng chờ". */
export function Rename({ stream, id, screen, onClose }: WallProps & { onClose: () => void }) {
  const [name, setName] = useState(wallName(id, screen));
  const { shows, text, paper, page, part } = screen;
  const submit = () =>
    tell(stream.id, {
      type: 'screen.set',
      screen: id,
      name: name.trim(),
      shows,
      text,
      paper,
      page,
      part,
    });
  return (
    <FormDialog
      heading={t().walls.rename(wallName(id, screen))}
      act={t().common.save}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t().walls.name} value={name} onValue={setName} maxLength={300} required />
    </FormDialog>
  );
}
