-- CreateTable
CREATE TABLE "ReadinessCheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "checkedOn" TEXT NOT NULL,
    CONSTRAINT "ReadinessCheck_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ReadinessCheck_accountId_key" ON "ReadinessCheck"("accountId");
