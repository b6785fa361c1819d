-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "email" TEXT NOT NULL,
    "emailFolded" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'MEMBER',
    "timeZone" TEXT NOT NULL,
    "dayStartsAt" TEXT NOT NULL,
    "weekStartsOn" TEXT NOT NULL,
    "workingDays" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Credential" (
    "accountId" TEXT NOT NULL PRIMARY KEY,
    "passwordHash" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "Credential_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "SignInLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastUsedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "cookieHash" TEXT,
    CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RefreshToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "RefreshToken_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AccessToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "canWrite" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "lastUsedAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "AccessToken_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicJwk" JSONB NOT NULL,
    "encryptedPrivateJwk" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "retiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "OwnerClock" (
    "ownerId" TEXT NOT NULL PRIMARY KEY,
    "tick" INTEGER NOT NULL,
    CONSTRAINT "OwnerClock_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Operation" (
    "ownerId" TEXT NOT NULL,
    "tick" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "tick"),
    CONSTRAINT "Operation_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Change" (
    "ownerId" TEXT NOT NULL,
    "tick" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "digest" TEXT,

    PRIMARY KEY ("ownerId", "tick", "ordinal"),
    CONSTRAINT "Change_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Change_ownerId_tick_fkey" FOREIGN KEY ("ownerId", "tick") REFERENCES "Operation" ("ownerId", "tick") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DailyFocus" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "date" TEXT NOT NULL,
    "intention" TEXT NOT NULL DEFAULT '',
    "reflection" TEXT NOT NULL DEFAULT '',
    "closedAt" DATETIME,
    CONSTRAINT "DailyFocus_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DailyFocusTask" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "dailyFocusId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "DailyFocusTask_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DailyFocusTask_dailyFocusId_fkey" FOREIGN KEY ("dailyFocusId") REFERENCES "DailyFocus" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DailyFocusTask_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EnergyEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "at" DATETIME NOT NULL,
    "energy" INTEGER NOT NULL,
    "mood" INTEGER,
    "focus" INTEGER,
    "stress" INTEGER,
    "engagement" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "noteFolded" TEXT NOT NULL DEFAULT '',
    "moment" TEXT,
    "taskId" TEXT,
    CONSTRAINT "EnergyEntry_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "EnergyEntry_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EnergyEntryLabel" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "energyEntryId" TEXT NOT NULL,
    "labelId" TEXT NOT NULL,
    CONSTRAINT "EnergyEntryLabel_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "EnergyEntryLabel_energyEntryId_fkey" FOREIGN KEY ("energyEntryId") REFERENCES "EnergyEntry" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "EnergyEntryLabel_labelId_fkey" FOREIGN KEY ("labelId") REFERENCES "Label" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EngagementPulse" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "week" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "EngagementPulse_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Label" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    CONSTRAINT "Label_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "title" TEXT NOT NULL,
    "titleFolded" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'TODO',
    "priority" INTEGER NOT NULL DEFAULT 0,
    "scheduledOn" TEXT,
    "scheduledAt" DATETIME,
    "deadline" TEXT,
    "estimateMinutes" INTEGER,
    "completedAt" DATETIME,
    "carriedOver" INTEGER NOT NULL DEFAULT 0,
    "position" REAL NOT NULL,
    "parentId" TEXT,
    CONSTRAINT "Task_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Task_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Task" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TaskLabel" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "taskId" TEXT NOT NULL,
    "labelId" TEXT NOT NULL,
    CONSTRAINT "TaskLabel_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TaskLabel_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TaskLabel_labelId_fkey" FOREIGN KEY ("labelId") REFERENCES "Label" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_emailFolded_key" ON "Account"("emailFolded");

-- CreateIndex
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInLink_accountId_idx" ON "SignInLink"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_cookieHash_key" ON "Session"("cookieHash");

-- CreateIndex
CREATE INDEX "Session_accountId_createdAt_idx" ON "Session"("accountId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "RefreshToken_tokenHash_key" ON "RefreshToken"("tokenHash");

-- CreateIndex
CREATE INDEX "RefreshToken_sessionId_idx" ON "RefreshToken"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_tokenHash_key" ON "AccessToken"("tokenHash");

-- CreateIndex
CREATE INDEX "AccessToken_accountId_createdAt_idx" ON "AccessToken"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "Change_ownerId_model_rowId_tick_idx" ON "Change"("ownerId", "model", "rowId", "tick");

-- CreateIndex
CREATE UNIQUE INDEX "DailyFocus_ownerId_date_key" ON "DailyFocus"("ownerId", "date");

-- CreateIndex
CREATE INDEX "DailyFocusTask_taskId_idx" ON "DailyFocusTask"("taskId");

-- CreateIndex
CREATE INDEX "DailyFocusTask_ownerId_idx" ON "DailyFocusTask"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "DailyFocusTask_dailyFocusId_taskId_key" ON "DailyFocusTask"("dailyFocusId", "taskId");

-- CreateIndex
CREATE INDEX "EnergyEntry_ownerId_trashedAt_at_idx" ON "EnergyEntry"("ownerId", "trashedAt", "at");

-- CreateIndex
CREATE INDEX "EnergyEntry_taskId_idx" ON "EnergyEntry"("taskId");

-- CreateIndex
CREATE INDEX "EnergyEntryLabel_labelId_idx" ON "EnergyEntryLabel"("labelId");

-- CreateIndex
CREATE INDEX "EnergyEntryLabel_ownerId_idx" ON "EnergyEntryLabel"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "EnergyEntryLabel_energyEntryId_labelId_key" ON "EnergyEntryLabel"("energyEntryId", "labelId");

-- CreateIndex
CREATE UNIQUE INDEX "EngagementPulse_ownerId_week_key" ON "EngagementPulse"("ownerId", "week");

-- CreateIndex
CREATE INDEX "Label_ownerId_trashedAt_nameFolded_idx" ON "Label"("ownerId", "trashedAt", "nameFolded");

-- CreateIndex
CREATE UNIQUE INDEX "Label_ownerId_nameFolded_key" ON "Label"("ownerId", "nameFolded");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_position_idx" ON "Task"("ownerId", "trashedAt", "position");

-- CreateIndex
CREATE INDEX "Task_ownerId_scheduledOn_idx" ON "Task"("ownerId", "scheduledOn");

-- CreateIndex
CREATE INDEX "Task_ownerId_scheduledAt_idx" ON "Task"("ownerId", "scheduledAt");

-- CreateIndex
CREATE INDEX "Task_ownerId_completedAt_idx" ON "Task"("ownerId", "completedAt");

-- CreateIndex
CREATE INDEX "Task_parentId_idx" ON "Task"("parentId");

-- CreateIndex
CREATE INDEX "TaskLabel_labelId_idx" ON "TaskLabel"("labelId");

-- CreateIndex
CREATE INDEX "TaskLabel_ownerId_idx" ON "TaskLabel"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "TaskLabel_taskId_labelId_key" ON "TaskLabel"("taskId", "labelId");
