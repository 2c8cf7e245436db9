import { newId } from './ids';

/**
 * The keys of a form's sending: the same content sent again keeps its key, so that it is recorded once; a content that
 * was changed in between is another request and gets a new one.
 */
export class Keys {
  private content = '';
  private key = '';

  of(command: unknown): string {
    const content = JSON.stringify(command);
    if (content !== this.content) {
      this.content = content;
      this.key = newId();
    }
    return this.key;
  }
}
