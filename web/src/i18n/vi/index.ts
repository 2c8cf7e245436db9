import { common, link } from './common';
import { meetings, sign } from './sign';

/** Vietnamese is the source: every other language must have the same keys and blanks, or the type check fails. */
export const vi = { common, link, sign, meetings };
