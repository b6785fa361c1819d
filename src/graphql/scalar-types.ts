/** What each scalar is to a resolver. Dates and moments come in as text, because "today" depends on the viewer. */
export type ScalarTypes = {
  ID: { Input: string; Output: string | number };
  Date: { Input: string; Output: string };
  DateTime: { Input: string; Output: Date };
  JSON: { Input: unknown; Output: unknown };
  TimeZone: { Input: string; Output: string };
};
