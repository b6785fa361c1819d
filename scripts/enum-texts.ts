/** The descriptions of the enums, which Prisma's generated code leaves out, as a module beside it. */

interface EnumText {
  description: string;
  values: Record<string, string>;
}

/** The `///` comments of every enum and its values. */
function readEnumTexts(models: string): Record<string, EnumText> {
  const enums = models.matchAll(/((?:^\/\/\/ .*\n)*)^enum (\w+) \{\n([\s\S]*?)^\}/gm);
  return Object.fromEntries(
    [...enums].map(([, comment = '', name = '', body = '']) => {
      const values = body.matchAll(/((?:^ *\/\/\/ .*\n)*)^ *([A-Z][A-Z0-9_]*)$/gm);
      return [
        name,
        {
          description: textOf(comment),
          values: Object.fromEntries([...values].map(([, text = '', value = '']) => [value, textOf(text)])),
        },
      ];
    }),
  );
}

const textOf = (comment: string) =>
  comment
    .replaceAll(/^ *\/\/\/ /gm, '')
    .trim()
    .replaceAll('\n', ' ');

/** The same as a TypeScript module. */
export function enumTextsModule(models: string): string {
  const texts = JSON.stringify(readEnumTexts(models), null, 2);
  return `export const enumTexts: Record<string, { description: string; values: Record<string, string> }> = ${texts};\n`;
}
