/** A node by its type, which is the name of its model, and its UUID: how services name a record of any model. */
export interface NodeRef {
  readonly type: string;
  readonly id: string;
}

/** A node as a key of a map or set, and as a message shows it: `Task:0192…`. */
export const nodeKeyOf = ({ type, id }: NodeRef) => `${type}:${id}`;
