/** A piece of HTML that is not escaped again. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: texts are escaped; null and false are nothing. */
export type Piece = Html | string | number | null | false | readonly Piece[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapePiece(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object') return piece.map(escapePiece).join('');
  return String(piece).replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A template of HTML. What it takes is safe within elements and within quoted attributes that are no addresses. */
export const html = (strings: TemplateStringsArray, ...pieces: Piece[]): Html =>
  new Html(String.raw({ raw: strings }, ...pieces.map(escapePiece)));
