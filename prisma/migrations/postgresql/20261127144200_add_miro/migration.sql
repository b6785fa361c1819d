-- CreateEnum
CREATE TYPE "MiroContent" AS ENUM ('GOALS', 'SKILL_GAPS', 'WEEK');

-- CreateEnum
CREATE TYPE "MiroImportTarget" AS ENUM ('TASKS', 'LEARNINGS');

-- CreateEnum
CREATE TYPE "MiroTargetState" AS ENUM ('WORKING', 'BOARD_LOST', 'READ_ONLY', 'REFUSED');

-- CreateEnum
CREATE TYPE "MiroStickyColor" AS ENUM ('GRAY', 'LIGHT_YELLOW', 'YELLOW', 'ORANGE', 'LIGHT_GREEN', 'GREEN', 'DARK_GREEN', 'CYAN', 'LIGHT_PINK', 'PINK', 'VIOLET', 'RED', 'LIGHT_BLUE', 'BLUE', 'DARK_BLUE', 'BLACK');

-- AlterEnum
ALTER TYPE "IntegrationProvider" ADD VALUE 'MIRO';

-- AlterEnum
ALTER TYPE "SyncKind" ADD VALUE 'BOARDS';

-- CreateTable
CREATE TABLE "MiroBoard" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "miroId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "viewUrl" TEXT,
    "modifiedAt" TIMESTAMP(3),
    "isAccessible" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "MiroBoard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MiroFrame" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "boardId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "content" "MiroContent" NOT NULL,
    "weekStartsOn" TEXT,
    "state" "MiroTargetState" NOT NULL DEFAULT 'WORKING',
    "problem" TEXT,
    "pushedAt" TIMESTAMP(3),
    "miroId" TEXT,

    CONSTRAINT "MiroFrame_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MiroItem" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "frameId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "gridColumn" INTEGER NOT NULL,
    "gridRow" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "miroId" TEXT,

    CONSTRAINT "MiroItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MiroImport" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "boardId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "target" "MiroImportTarget" NOT NULL,
    "tag" TEXT,
    "color" "MiroStickyColor",
    "frameTitle" TEXT,
    "state" "MiroTargetState" NOT NULL DEFAULT 'WORKING',
    "problem" TEXT,
    "readAt" TIMESTAMP(3),
    "boardModifiedAt" TIMESTAMP(3),

    CONSTRAINT "MiroImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MiroSticky" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "boardMiroId" TEXT NOT NULL,
    "miroId" TEXT NOT NULL,
    "target" "MiroImportTarget" NOT NULL,
    "recordId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "details" TEXT NOT NULL,

    CONSTRAINT "MiroSticky_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "MiroBoard" ADD CONSTRAINT "MiroBoard_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MiroBoard" ADD CONSTRAINT "MiroBoard_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MiroFrame" ADD CONSTRAINT "MiroFrame_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MiroFrame" ADD CONSTRAINT "MiroFrame_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MiroFrame" ADD CONSTRAINT "MiroFrame_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "MiroBoard"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MiroItem" ADD CONSTRAINT "MiroItem_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MiroItem" ADD CONSTRAINT "MiroItem_frameId_fkey" FOREIGN KEY ("frameId") REFERENCES "MiroFrame"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MiroImport" ADD CONSTRAINT "MiroImport_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MiroImport" ADD CONSTRAINT "MiroImport_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MiroImport" ADD CONSTRAINT "MiroImport_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "MiroBoard"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MiroSticky" ADD CONSTRAINT "MiroSticky_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
