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
  readonly #maxSize: number;
  #size = 0;
  #root = new Place<T>(this);

  /** @param maxSize the maximum number of its places. Beyond it, the tree begins anew: shapes that are in use are soon there again */
  constructor(maxSize: number) {
    this.#maxSize = maxSize;
  }

  /** Where all shapes begin. */
  get root(): Place<T> {
    if (this.#size > this.#maxSize) {
      this.#size = 0;
      this.#root = new Place(this);
    }
    return this.#root;
  }

  grow(): void {
    this.#size += 1;
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
