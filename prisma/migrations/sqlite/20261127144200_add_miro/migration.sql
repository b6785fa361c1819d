-- CreateTable
CREATE TABLE "MiroBoard" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "miroId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "viewUrl" TEXT,
    "modifiedAt" DATETIME,
    "isAccessible" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "MiroBoard_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MiroBoard_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MiroFrame" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "boardId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "content" TEXT NOT NULL,
    "weekStartsOn" TEXT,
    "state" TEXT NOT NULL DEFAULT 'WORKING',
    "problem" TEXT,
    "pushedAt" DATETIME,
    "miroId" TEXT,
    CONSTRAINT "MiroFrame_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MiroFrame_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MiroFrame_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "MiroBoard" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MiroItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "frameId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "gridColumn" INTEGER NOT NULL,
    "gridRow" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "miroId" TEXT,
    CONSTRAINT "MiroItem_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MiroItem_frameId_fkey" FOREIGN KEY ("frameId") REFERENCES "MiroFrame" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MiroImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "boardId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "target" TEXT NOT NULL,
    "tag" TEXT,
    "color" TEXT,
    "frameTitle" TEXT,
    "state" TEXT NOT NULL DEFAULT 'WORKING',
    "problem" TEXT,
    "readAt" DATETIME,
    "boardModifiedAt" DATETIME,
    CONSTRAINT "MiroImport_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MiroImport_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MiroImport_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "MiroBoard" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MiroSticky" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "boardMiroId" TEXT NOT NULL,
    "miroId" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    CONSTRAINT "MiroSticky_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "MiroBoard_accountId_name_idx" ON "MiroBoard"("accountId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "MiroBoard_integrationId_miroId_key" ON "MiroBoard"("integrationId", "miroId");

-- CreateIndex
CREATE INDEX "MiroFrame_integrationId_createdAt_idx" ON "MiroFrame"("integrationId", "createdAt");

-- CreateIndex
CREATE INDEX "MiroFrame_accountId_idx" ON "MiroFrame"("accountId");

-- CreateIndex
CREATE INDEX "MiroFrame_boardId_idx" ON "MiroFrame"("boardId");

-- CreateIndex
CREATE INDEX "MiroItem_accountId_idx" ON "MiroItem"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "MiroItem_frameId_key_key" ON "MiroItem"("frameId", "key");

-- CreateIndex
CREATE INDEX "MiroImport_integrationId_createdAt_idx" ON "MiroImport"("integrationId", "createdAt");

-- CreateIndex
CREATE INDEX "MiroImport_accountId_idx" ON "MiroImport"("accountId");

-- CreateIndex
CREATE INDEX "MiroImport_boardId_idx" ON "MiroImport"("boardId");

-- CreateIndex
CREATE UNIQUE INDEX "MiroSticky_accountId_boardMiroId_miroId_key" ON "MiroSticky"("accountId", "boardMiroId", "miroId");
