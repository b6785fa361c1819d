-- AlterEnum
ALTER TYPE "WebhookDisabledReason" ADD VALUE 'SERVER_ERROR';
