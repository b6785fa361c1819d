-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_OwnerClock" (
    "ownerId" TEXT NOT NULL PRIMARY KEY,
    "tick" INTEGER NOT NULL,
    "oldestTick" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "OwnerClock_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_OwnerClock" ("ownerId", "tick") SELECT "ownerId", "tick" FROM "OwnerClock";
DROP TABLE "OwnerClock";
ALTER TABLE "new_OwnerClock" RENAME TO "OwnerClock";
CREATE TABLE "new_Operation" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "tick" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "tick"),
    CONSTRAINT "Operation_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Operations that are there already get a UUID (version 4) each.
INSERT INTO "new_Operation" ("id", "actor", "at", "name", "ownerId", "requestId", "tick") SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (abs(random()) % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), "actor", "at", "name", "ownerId", "requestId", "tick" FROM "Operation";
DROP TABLE "Operation";
ALTER TABLE "new_Operation" RENAME TO "Operation";
CREATE UNIQUE INDEX "Operation_id_key" ON "Operation"("id");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
