-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "email" TEXT NOT NULL,
    "emailNormalized" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'MEMBER',
    "timeZone" TEXT NOT NULL,
    "dayStartsAt" TEXT NOT NULL,
    "weekStartsOn" TEXT NOT NULL,
    "workingDays" JSONB NOT NULL,
    "workingHours" JSONB NOT NULL DEFAULT '[]',
    "emailAliases" JSONB NOT NULL DEFAULT '[]'
);
INSERT INTO "new_Account" ("createdAt", "dayStartsAt", "email", "emailAliases", "emailNormalized", "id", "name", "role", "timeZone", "updatedAt", "version", "weekStartsOn", "workingDays") SELECT "createdAt", "dayStartsAt", "email", "emailAliases", "emailNormalized", "id", "name", "role", "timeZone", "updatedAt", "version", "weekStartsOn", "workingDays" FROM "Account";
DROP TABLE "Account";
ALTER TABLE "new_Account" RENAME TO "Account";
CREATE UNIQUE INDEX "Account_emailNormalized_key" ON "Account"("emailNormalized");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
