/** What each scalar is to a resolver. Dates and moments come in as texts, because "today" depends on who asks. */
export type ScalarTypes = {
  ID: { Input: string; Output: string | number };
  Date: { Input: string; Output: string };
  DateTime: { Input: string; Output: Date };
  TimeZone: { Input: string; Output: string };
};
