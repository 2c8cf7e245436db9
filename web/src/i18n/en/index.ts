import type { Dictionary } from '..';
import { common, link } from './common';
import { meetings, sign } from './sign';

export const en: Dictionary = { common, link, sign, meetings };
