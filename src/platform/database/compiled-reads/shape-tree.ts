/** A step of the way to a shape: a name, the kind of a value, a value of a selection, or what delimits them. */
export type Token = string | number | boolean | null;

/** Takes the steps of a shape. */
export interface Steps {
  /** Where a token leads. */
  to(token: Token): Steps;
}

/** For shapes that nothing is kept for. */
export const nowhere: Steps = { to: () => nowhere };

/**
 * What is kept for shapes, in a tree: shapes that begin alike share their first steps. To walk it takes less than to make a text of a
 * shape, and to find that in a map.
 */
export class ShapeTree<T> {
  readonly #max: { readonly shapes: number; readonly places: number };
  #shapes = 0;
  #places = 0;
  #root = new Place<T>(this);

  /** @param max how many shapes and places it may have. Beyond them, the tree begins anew: shapes that are in use are soon there again */
  constructor(max: { readonly shapes: number; readonly places: number }) {
    this.#max = max;
  }

  /** Where all shapes begin. */
  get root(): Place<T> {
    if (this.#shapes > this.#max.shapes || this.#places > this.#max.places) {
      this.#shapes = 0;
      this.#places = 0;
      this.#root = new Place(this);
    }
    return this.#root;
  }

  /** Keeps something for the shape that ends at a place, for which nothing is kept. */
  keep(place: Place<T>, kept: T): T {
    this.#shapes += 1;
    place.kept = kept;
    return kept;
  }

  grow(): void {
    this.#places += 1;
  }
}

/** A place in the tree: what is kept for the shape that ends here, and the steps that others take from here. */
class Place<T> implements Steps {
  kept: T | undefined = undefined;
  readonly #tree: ShapeTree<T>;
  /** The first step, which most places have alone. */
  #token: Token | undefined = undefined;
  #next: Place<T> | undefined = undefined;
  #others: Map<Token, Place<T>> | undefined = undefined;

  constructor(tree: ShapeTree<T>) {
    this.#tree = tree;
  }

  to(token: Token): Place<T> {
    if (token === this.#token && this.#next) return this.#next;
    return this.#others?.get(token) ?? this.#grow(token);
  }

  #grow(token: Token): Place<T> {
    const place = new Place(this.#tree);
    this.#tree.grow();
    if (this.#next) {
      this.#others ??= new Map();
      this.#others.set(token, place);
    } else {
      this.#token = token;
      this.#next = place;
    }
    return place;
  }
}
