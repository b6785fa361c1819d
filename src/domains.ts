import type { Domain } from './domain.ts';
import { accessTokens } from './domains/accounts/access-tokens/access-tokens.ts';
import { accounts } from './domains/accounts/accounts/accounts.ts';
import { passkeys } from './domains/accounts/passkeys/passkeys.ts';
import { recovery } from './domains/accounts/recovery/recovery.ts';
import { securityEvents } from './domains/accounts/security-events/security-events.ts';
import { sessions } from './domains/accounts/sessions/sessions.ts';
import { signInLinks } from './domains/accounts/sign-in-links/sign-in-links.ts';
import { fileImports } from './domains/across/file-imports/file-imports.ts';
import { labels } from './domains/across/labels/labels.ts';
import { links } from './domains/across/links/links.ts';
import { reviewPacket } from './domains/across/review-packet/review-packet.ts';
import { search } from './domains/across/search/search.ts';
import { timeline } from './domains/across/timeline/timeline.ts';
import { trash } from './domains/across/trash/trash.ts';
import { weeklyReview } from './domains/across/weekly-review/weekly-review.ts';
import { drainsAndChargers } from './domains/energy/drains-and-chargers/drains-and-chargers.ts';
import { energy } from './domains/energy/energy/energy.ts';
import { energyProfile } from './domains/energy/energy-profile/energy-profile.ts';
import { engagement } from './domains/energy/engagement/engagement.ts';
import { energySampling } from './domains/energy/sampling/sampling.ts';
import { energyScales } from './domains/energy/scales/scales.ts';
import { feedback } from './domains/feedback/feedback/feedback.ts';
import { feedbackRatios } from './domains/feedback/ratios/ratios.ts';
import { feedbackRequests } from './domains/feedback/requests/requests.ts';
import { goalCheckIns } from './domains/goals/check-ins/check-ins.ts';
import { forecasts } from './domains/goals/forecasts/forecasts.ts';
import { goals } from './domains/goals/goals/goals.ts';
import { habits } from './domains/goals/habits/habits.ts';
import { milestones } from './domains/goals/milestones/milestones.ts';
import { progress } from './domains/goals/progress/progress.ts';
import { applicationFunnel } from './domains/hiring/application-funnel/application-funnel.ts';
import { artifacts } from './domains/hiring/artifacts/artifacts.ts';
import { jobApplications } from './domains/hiring/job-applications/job-applications.ts';
import { practiceInterviews } from './domains/hiring/practice-interviews/practice-interviews.ts';
import { preparation } from './domains/hiring/preparation/preparation.ts';
import { readiness } from './domains/hiring/readiness/readiness.ts';
import { readinessAlerts } from './domains/hiring/readiness-alerts/readiness-alerts.ts';
import { roleProfiles } from './domains/hiring/role-profiles/role-profiles.ts';
import { roleVersions } from './domains/hiring/role-versions/role-versions.ts';
import { stories } from './domains/hiring/stories/stories.ts';
import { batch } from './domains/history/batch/batch.ts';
import { changes } from './domains/history/changes/changes.ts';
import { undo } from './domains/history/undo/undo.ts';
import { calendars } from './domains/integrations/calendars/calendars.ts';
import { integrations } from './domains/integrations/integrations/integrations.ts';
import { miro } from './domains/integrations/miro/miro.ts';
import { miroBoards } from './domains/integrations/miro-boards/miro-boards.ts';
import { miroCards } from './domains/integrations/miro-cards/miro-cards.ts';
import { miroFrames } from './domains/integrations/miro-frames/miro-frames.ts';
import { miroImports } from './domains/integrations/miro-imports/miro-imports.ts';
import { outlook } from './domains/integrations/outlook/outlook.ts';
import { outlookCalendars } from './domains/integrations/outlook-calendars/outlook-calendars.ts';
import { outlookNotifications } from './domains/integrations/outlook-notifications/outlook-notifications.ts';
import { outlookResponses } from './domains/integrations/outlook-responses/outlook-responses.ts';
import { providers } from './domains/integrations/providers/providers.ts';
import { integrationSignIns } from './domains/integrations/sign-ins/sign-ins.ts';
import { syncConflicts } from './domains/integrations/sync-conflicts/sync-conflicts.ts';
import { syncTasks } from './domains/integrations/sync-tasks/sync-tasks.ts';
import { syncs } from './domains/integrations/syncs/syncs.ts';
import { timeBlockPushes } from './domains/integrations/time-block-pushes/time-block-pushes.ts';
import { timeBlocks } from './domains/integrations/time-blocks/time-blocks.ts';
import { todo } from './domains/integrations/todo/todo.ts';
import { todoItems } from './domains/integrations/todo-items/todo-items.ts';
import { todoLists } from './domains/integrations/todo-lists/todo-lists.ts';
import { todoPushes } from './domains/integrations/todo-pushes/todo-pushes.ts';
import { todoRecurrences } from './domains/integrations/todo-recurrences/todo-recurrences.ts';
import { todoSeries } from './domains/integrations/todo-series/todo-series.ts';
import { integrationTokens } from './domains/integrations/tokens/tokens.ts';
import { learnings } from './domains/learnings/learnings/learnings.ts';
import { promptImport } from './domains/learnings/prompt-import/prompt-import.ts';
import { promptReviews } from './domains/learnings/prompt-reviews/prompt-reviews.ts';
import { prompts } from './domains/learnings/prompts/prompts.ts';
import { reviewSettings } from './domains/learnings/review-settings/review-settings.ts';
import { reviewStats } from './domains/learnings/review-stats/review-stats.ts';
import { meetingBriefs } from './domains/meetings/briefs/briefs.ts';
import { calendarFeeds } from './domains/meetings/calendar-feeds/calendar-feeds.ts';
import { meetingImport } from './domains/meetings/import/import.ts';
import { meetingItems } from './domains/meetings/items/items.ts';
import { meetingLoad } from './domains/meetings/meeting-load/meeting-load.ts';
import { meetings } from './domains/meetings/meetings/meetings.ts';
import { meetingSeries } from './domains/meetings/series/series.ts';
import { people } from './domains/people/people/people.ts';
import { assessments } from './domains/skills/assessments/assessments.ts';
import { frameworkFiles } from './domains/skills/framework-files/framework-files.ts';
import { frameworks } from './domains/skills/frameworks/frameworks.ts';
import { skillClaims } from './domains/skills/skill-claims/skill-claims.ts';
import { skillMatrix } from './domains/skills/skill-matrix/skill-matrix.ts';
import { skills } from './domains/skills/skills/skills.ts';
import { dailyFocus } from './domains/tasks/daily-focus/daily-focus.ts';
import { dayPlans } from './domains/tasks/day-plans/day-plans.ts';
import { days } from './domains/tasks/days/days.ts';
import { occurrences } from './domains/tasks/occurrences/occurrences.ts';
import { pushSubscriptions } from './domains/tasks/push-subscriptions/push-subscriptions.ts';
import { quickAdd } from './domains/tasks/quick-add/quick-add.ts';
import { recurrences } from './domains/tasks/recurrences/recurrences.ts';
import { reminders } from './domains/tasks/reminders/reminders.ts';
import { savedFilters } from './domains/tasks/saved-filters/saved-filters.ts';
import { taskBlockers } from './domains/tasks/task-blockers/task-blockers.ts';
import { taskPlans } from './domains/tasks/task-plans/task-plans.ts';
import { taskReview } from './domains/tasks/task-review/task-review.ts';
import { tasks } from './domains/tasks/tasks/tasks.ts';
import { timeEntries } from './domains/tasks/time-entries/time-entries.ts';
import { timeReport } from './domains/tasks/time-report/time-report.ts';
import { webhookDeliveries } from './domains/webhooks/deliveries/deliveries.ts';
import { webhooks } from './domains/webhooks/webhooks/webhooks.ts';

/** All features. What each adds to the application is in its manifest. */
export const domains: readonly Domain[] = [
  accounts,
  sessions,
  signInLinks,
  passkeys,
  accessTokens,
  recovery,
  securityEvents,
  labels,
  people,
  frameworks,
  frameworkFiles,
  skills,
  assessments,
  skillMatrix,
  skillClaims,
  goals,
  goalCheckIns,
  milestones,
  progress,
  forecasts,
  habits,
  learnings,
  reviewSettings,
  prompts,
  promptReviews,
  reviewStats,
  promptImport,
  fileImports,
  meetingSeries,
  meetings,
  meetingBriefs,
  meetingLoad,
  meetingItems,
  meetingImport,
  calendarFeeds,
  integrations,
  syncTasks,
  providers,
  integrationTokens,
  integrationSignIns,
  calendars,
  outlook,
  outlookCalendars,
  timeBlocks,
  timeBlockPushes,
  outlookResponses,
  outlookNotifications,
  miroBoards,
  miroCards,
  miroFrames,
  miroImports,
  miro,
  syncs,
  todo,
  todoItems,
  todoLists,
  todoPushes,
  todoRecurrences,
  todoSeries,
  syncConflicts,
  tasks,
  quickAdd,
  recurrences,
  savedFilters,
  taskBlockers,
  // Before the plans, which the tasks that it makes have, too.
  occurrences,
  taskPlans,
  taskReview,
  timeEntries,
  timeReport,
  // After the tasks that those make, with which their reminders move.
  reminders,
  pushSubscriptions,
  dailyFocus,
  days,
  dayPlans,
  energy,
  energyProfile,
  drainsAndChargers,
  engagement,
  artifacts,
  stories,
  practiceInterviews,
  roleProfiles,
  roleVersions,
  feedback,
  feedbackRequests,
  feedbackRatios,
  readiness,
  preparation,
  readinessAlerts,
  jobApplications,
  applicationFunnel,
  energyScales,
  // After the reminders, by which it asks.
  energySampling,
  search,
  timeline,
  weeklyReview,
  reviewPacket,
  changes,
  undo,
  trash,
  webhooks,
  webhookDeliveries,
  links,
  batch,
];
