import { z } from 'zod';
import { type Ask, dataOf } from './answers.ts';

/** A tool that a program may call for a person. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What it does and returns, for the program that chooses among tools. */
  readonly description: string;
  readonly input: z.ZodObject;
  /** Whether it changes anything. Then it needs the scope WRITE, and names the change set that undoes it. */
  readonly writes: boolean;
  /** Calls it. @throws RefusedError for what the API refuses */
  run(ask: Ask, input: Readonly<Record<string, unknown>>): Promise<ToolResult>;
}

/** What a tool came to. */
export interface ToolResult {
  /** As data. Left out if the text has all. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** As text. Default: the data as JSON. */
  readonly text?: string;
}

interface ToolOf<Input extends z.ZodObject> extends Omit<Tool, 'input' | 'writes' | 'run'> {
  readonly input: Input;
  readonly writes?: boolean;
  run(ask: Ask, input: z.infer<Input>): Promise<ToolResult>;
}

/** Defines a tool. `run` gets its input with the types that it is declared with. */
export function defineTool<Input extends z.ZodObject>(tool: ToolOf<Input>): Tool {
  // A list of tools forgets the input of each; `run` is only called with what it parses to.
  return { writes: false, ...tool } as unknown as Tool;
}

/** Runs a tool that is one query: it returns the data of the document, with the input as its variables. */
export const byDocument =
  (document: string) =>
  async (ask: Ask, input: Readonly<Record<string, unknown>>): Promise<ToolResult> => ({
    data: dataOf<Record<string, unknown>>(await ask(document, input)),
  });

/** A calendar date as the API takes it. */
export const dateInput = (what: string) =>
  z.string().describe(`${what} A date such as 2026-11-23, TODAY, or a duration from today such as P1D or -P7D.`);

/** The id of a node of a type. */
export const idInput = (type: string) => z.string().describe(`The id, such as ${type}:…, from another tool.`);
