/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Input of `abandonGoal`. */
export type AbandonGoalInput = {
  /** The id of the goal. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `achieveGoal`. */
export type AchieveGoalInput = {
  /** The id of the goal. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `acknowledgeFeedback`. */
export type AcknowledgeFeedbackInput = {
  /** The id of the feedback. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** The kind of an artifact. */
export type ArtifactKind =
  /** A certificate, such as of an exam or a degree. */
  | 'CERTIFICATE'
  /** A curriculum vitae. */
  | 'CV'
  /** Any other artifact. */
  | 'OTHER'
  /** A collection of work. */
  | 'PORTFOLIO';

/** Whose assessment it is. */
export type AssessmentSource =
  /** A manager's assessment. */
  | 'MANAGER'
  /** A colleague's assessment. */
  | 'PEER'
  /** Your own assessment. */
  | 'SELF';

/** Input of `batch`. */
export type BatchInput = {
  /** What happens if an operation is refused. */
  mode?: BatchMode | null | undefined;
  /** The operations in order, at most 200. Later ones may name nodes that earlier ones create by a chosen id. */
  operations: Array<BatchOperation>;
};

/** The outcome of an operation of a batch. */
export type BatchItemStatus =
  /** The operation was done. */
  | 'DONE'
  /** The operation was refused; `error` says why. */
  | 'FAILED'
  /** The operation was not done, because another one failed. */
  | 'NOT_DONE';

/** What happens to a batch if one of its operations is refused. */
export type BatchMode =
  /** Nothing is done. A batch that is done is one change set, undone as a whole. */
  | 'ATOMIC'
  /** The other operations are done. Each is a change set of its own. */
  | 'PER_ITEM';

/** A mutation with its input: exactly one of these fields. */
export type BatchOperation =
  {   /** Marks a goal as abandoned. A goal that is already abandoned stays as it is. */
  abandonGoal: AbandonGoalInput; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never;   /** Marks a goal as achieved. A goal that is already achieved stays as it is. */
  achieveGoal: AchieveGoalInput; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never;   /** Acknowledges feedback that you received. Feedback that is already acknowledged keeps its time. */
  acknowledgeFeedback: AcknowledgeFeedbackInput; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never;   /** Marks a task as cancelled. If it repeats, that skips the occurrence: the next one is made. */
  cancelTask: CancelTaskInput; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never;   /** Moves the open agenda items of a meeting to a later meeting, at the end of its agenda, and increases their `carryOverCount`. */
  carryOverAgendaItems: CarryOverAgendaItemsInput; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never;   /** Marks a day of a habit as done or as skipped. The mark that it had is replaced. */
  checkHabit: CheckHabitInput; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never;   /** Closes a day with a reflection, and carries open tasks that were planned for it over to a later day. `reopenDay` allows changes again. */
  closeDay: CloseDayInput; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never;   /** Marks a task as done. A task that is done already keeps its `completedAt`. If it repeats, the next occurrence is made, with its labels, skills, goal, estimate and subtasks. */
  completeTask: CompleteTaskInput; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never;   /** Creates a task from a meeting item, as an action item of the meeting, and marks the item as done. */
  convertMeetingItemToTask: ConvertMeetingItemToTaskInput; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never;   /** Creates an artifact. */
  createArtifact: CreateArtifactInput; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never;   /** Creates an assessment of a skill. It cannot be changed: create a new one to correct it. */
  createAssessment: CreateAssessmentInput; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never;   /** Creates an energy entry. It takes at least one rating, or a value on a scale of your own. */
  createEnergyEntry: CreateEnergyEntryInput; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never;   /** Creates a scale of your own. */
  createEnergyScale: CreateEnergyScaleInput; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never;   /** Creates feedback. */
  createFeedback: CreateFeedbackInput; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never;   /** Creates a framework. */
  createFramework: CreateFrameworkInput; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never;   /** Creates a goal. */
  createGoal: CreateGoalInput; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never;   /** Creates a check-in of a goal. The latest check-in sets the health of the goal, and the latest with a value the current value of its metric. A check-in cannot be changed: create a new one to correct it. */
  createGoalCheckIn: CreateGoalCheckInInput; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never;   /** Creates a habit, on given days of the week (`weekdays`) or some times a week (`timesPerWeek`). */
  createHabit: CreateHabitInput; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never;   /** Creates a job application. */
  createJobApplication: CreateJobApplicationInput; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never;   /** Creates a label. */
  createLabel: CreateLabelInput; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never;   /** Creates an entry of your learning journal. */
  createLearning: CreateLearningInput; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never;   /** Links two different active nodes. The same link in the trash is restored, with the new notes if given. */
  createLink: CreateLinkInput; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never;   /** Creates a meeting: with a time of day (`startsAt` and `endsAt`), or all-day (`startsOn` and `endsOn`). */
  createMeeting: CreateMeetingInput; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never;   /** Creates an item at the end of the agenda, the preparation or the decisions of a meeting. */
  createMeetingItem: CreateMeetingItemInput; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never;   /** Creates a meeting series. One with a rule makes its meetings, in your time zone. Other meetings join it by their `seriesId`. */
  createMeetingSeries: CreateMeetingSeriesInput; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never;   /** Creates a milestone at the end of its goal. */
  createMilestone: CreateMilestoneInput; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never;   /** Creates a person. */
  createPerson: CreatePersonInput; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never;   /** Creates a practice interview. */
  createPracticeInterview: CreatePracticeInterviewInput; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never;   /** Creates a prompt of a learning. It is due for review from today on. */
  createPrompt: CreatePromptInput; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never;   /** Creates a reminder of a task, a meeting, a day, or of nothing but its title. Give one of `at`, `minutesBefore` and `timeOfDay`. While a task has no time, or no day, a reminder that follows it waits for one. */
  createReminder: CreateReminderInput; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never;   /** Creates a role with its requirements. */
  createRoleProfile: CreateRoleProfileInput; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never;   /** Saves a filter and an order of tasks, for `savedFilter` of any list of tasks. */
  createSavedFilter: CreateSavedFilterInput; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never;   /** Creates a skill at the end of its category. */
  createSkill: CreateSkillInput; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never;   /** Creates a category at the end of its framework. */
  createSkillCategory: CreateSkillCategoryInput; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never;   /** Creates a target level for a skill. It cannot be changed: create a new one to correct it. The latest target counts. */
  createSkillTarget: CreateSkillTargetInput; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never;   /** Creates a story. */
  createStory: CreateStoryInput; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never;   /** Creates a task at the end of your order. */
  createTask: CreateTaskInput; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never;   /** Notes time that was spent on a task. It must not overlap another entry or the timer. */
  createTimeEntry: CreateTimeEntryInput; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never;   /** Dismisses a reminder, before or after it has fired. It fires again only if what it is about moves. */
  dismissReminder: DismissReminderInput; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never;   /** Ends a series after a day: its later meetings that have not begun go to the trash. */
  endMeetingSeries: EndMeetingSeriesInput; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never;   /** Moves a job application to a stage. Does nothing if it is at the stage already. */
  moveJobApplication: MoveJobApplicationInput; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never;   /** Records your engagement over a week, or changes what was recorded. Replaces a pulse in the trash. Fields that are left out stay as they are. */
  recordEngagementPulse: RecordEngagementPulseInput; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never;   /** Reopens a closed day. Tasks that were carried over stay where they are. */
  reopenDay: ReopenDayInput; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never;   /** Makes an achieved or abandoned goal active. A goal that is open stays as it is. */
  reopenGoal: ReopenGoalInput; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never;   /** Sets a task that is done or cancelled back to TODO. An open task stays as it is. If it repeats, the next occurrence is taken back, unless it was changed. */
  reopenTask: ReopenTaskInput; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never;   /** Moves a task within your order. */
  reorderTask: ReorderTaskInput; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never;   /** Makes a task repeat: finishing or cancelling it makes the next one. It becomes the first occurrence, on its day if the rule matches that, else on the first match after it; a task without a day is taken as one of today. An occurrence starts a recurrence of its own, and the one that it was of ends before it: so the rule changes for this and the following ones. */
  repeatTask: RepeatTaskInput; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never;   /** Schedules a task for a day or a time. Given neither, the task becomes unscheduled. */
  rescheduleTask: RescheduleTaskInput; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never;   /** Makes a prompt new again, due from today on. Its reviews stay in the log. */
  resetPrompt: ResetPromptInput; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never;   /** Restores a node from the trash, with the nodes that were moved there together with it. */
  restore: RestoreInput; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never;   /** Resumes a prompt that was suspended, with the due day that it had. */
  resumePrompt: ResumePromptInput; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never;   /** Records a review of a learning: counts it, sets the confidence, and plans the next review. The reviews of one day count as one. A confidence of 1 or 2 is a lapse: the intervals begin again. */
  reviewLearning: ReviewLearningInput; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never;   /** Records a review of a prompt, and plans the next one by FSRS-6. AGAIN is a lapse, any other rating a pass. Days are yours: a second review on one day goes by the formula for the short term. */
  reviewPrompt: ReviewPromptInput; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never;   /** Revokes the link of a request for feedback, which stops working at once. */
  revokeFeedbackRequest: RevokeFeedbackRequestInput; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never;   /** Sets the intention and the tasks of a day. Replaces a focus in the trash. Fields that are left out stay as they are. */
  setDailyFocus: SetDailyFocusInput; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never;   /** Sets when you are asked for your energy: some times a day, at random, as reminders. The prompts of today that are still to come are drawn again. */
  setEnergySampling: SetEnergySamplingInput; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never;   /** Puts a reminder off: it fires then, also if it has fired or was dismissed. */
  snoozeReminder: SnoozeReminderInput; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never;   /** Puts an open task off until a moment, or the start of a day: until then it is not available, and on no list of a day. Given neither, it is there again at once. Finishing or cancelling it ends that, too. */
  snoozeTask: SnoozeTaskInput; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never;   /** Changes the meetings of a series from a day on: the series ends before it, and the result is a new one that goes on from there, with the changes. All meetings from there on are of that, with their notes. From the first day on, that is a change of the series. Fields that are left out stay as they are; null clears `joinUrl`. */
  splitMeetingSeries: SplitMeetingSeriesInput; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never;   /** Starts the timer on a task. If it runs on another task, that is stopped at the same moment; if on this one, it stays. */
  startTimer: StartTimerInput; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never;   /** Stops the timer and makes a time entry of it. */
  stopTimer: StopTimerInput; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never;   /** Suspends a prompt: it is not due until you resume it. */
  suspendPrompt: SuspendPromptInput; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never;   /** Moves a node to the trash, with what belongs to it, such as the subtasks of a task. Lists, counts and statistics leave it out until it is restored. After 30 days in the trash it is permanently deleted. */
  trash: TrashInput; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never;   /** Marks feedback that you received as not acknowledged. */
  unacknowledgeFeedback: UnacknowledgeFeedbackInput; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never;   /** Takes the mark of a day of a habit away. A day without one stays as it is. */
  uncheckHabit: UncheckHabitInput; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never;   /** Undoes the last review of a prompt: deletes it from the log, and sets the prompt back to what it was before. Takes the id of the prompt. */
  undoReview: UndoReviewInput; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never;   /** Changes an artifact. Fields that are left out stay as they are; null clears `expiresOn`, `madeOn` and `url`. */
  updateArtifact: UpdateArtifactInput; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never;   /** Changes an energy entry. Fields that are left out stay as they are; null clears `energy`, `engagement`, `focus`, `meetingId`, `moment`, `mood`, `personId`, `stress` and `taskId`. */
  updateEnergyEntry: UpdateEnergyEntryInput; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never;   /** Changes a scale of your own, but not its levels. Fields that are left out stay as they are. */
  updateEnergyScale: UpdateEnergyScaleInput; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never;   /** Changes feedback. A `direction` other than RECEIVED also clears `acknowledgedAt`. Fields that are left out stay as they are; null clears `meetingId`, `personId` and `taskId`. */
  updateFeedback: UpdateFeedbackInput; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never;   /** Changes a request for feedback that was not answered. Its link stays. Fields that are left out stay as they are. */
  updateFeedbackRequest: UpdateFeedbackRequestInput; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never;   /** Changes a framework. Fields that are left out stay as they are. */
  updateFramework: UpdateFrameworkInput; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never;   /** Changes a goal. Fields that are left out stay as they are; null clears `dueOn`, `metric`, `parentId` and `startsOn`. */
  updateGoal: UpdateGoalInput; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never;   /** Changes a habit. Another schedule holds from the first day on: streaks and score are computed again. Fields that are left out stay as they are; null clears `endsOn`, `goalId` and `timesPerWeek`. */
  updateHabit: UpdateHabitInput; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never;   /** Changes a job application. To change the stage, use `moveJobApplication`. Fields that are left out stay as they are; null clears `cvId`, `nextTaskId`, `roleProfileId` and `url`. */
  updateJobApplication: UpdateJobApplicationInput; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never;   /** Changes a label. Fields that are left out stay as they are. */
  updateLabel: UpdateLabelInput; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never;   /** Changes a learning. Fields that are left out stay as they are; null clears `confidence`, `reviewOn` and `sourceUrl`. */
  updateLearning: UpdateLearningInput; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never;   /** Changes the notes of a link. Fields that are left out stay as they are. */
  updateLink: UpdateLinkInput; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never;   /** Changes a meeting. A meeting whose start changes keeps its duration unless its end is given. Fields that are left out stay as they are; null clears `endsAt`, `endsOn`, `joinUrl`, `myResponse`, `organizerId`, `seriesId`, `startsAt` and `startsOn`. */
  updateMeeting: UpdateMeetingInput; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never;   /** Changes a meeting item or moves it within its list. Fields that are left out stay as they are. */
  updateMeetingItem: UpdateMeetingItemInput; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never;   /** Changes a meeting series, and its meetings that have not begun: what they have of the series, but not what was changed for one alone. Those on days that are none any more go to the trash. The rule of a series from a calendar cannot be changed. Fields that are left out stay as they are; null clears `joinUrl` and `rule`. */
  updateMeetingSeries: UpdateMeetingSeriesInput; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never;   /** Changes a milestone or moves it within its goal. Fields that are left out stay as they are; null clears `dueOn`. */
  updateMilestone: UpdateMilestoneInput; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never;   /** Changes a person. Fields that are left out stay as they are. */
  updatePerson: UpdatePersonInput; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never;   /** Changes a practice interview. Fields that are left out stay as they are; null clears `roleProfileId` and `score`. */
  updatePracticeInterview: UpdatePracticeInterviewInput; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never;   /** Changes the text or the skill of a prompt. When it is due stays. Fields that are left out stay as they are; null clears `skillId`. */
  updatePrompt: UpdatePromptInput; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never;   /** Changes how a task repeats, for all occurrences that are still to be done. An open one whose day is none any more moves to the next that is; if it was rescheduled, it stays where it is. Fields that are left out stay as they are; null clears `timeOfDay`. */
  updateRecurrence: UpdateRecurrenceInput; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never;   /** Changes a reminder. Another time to fire replaces the one before, and it fires again. Fields that are left out stay as they are. */
  updateReminder: UpdateReminderInput; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never;   /** Changes how your prompts are scheduled. What is due already stays; the next reviews go by it. Fields that are left out stay as they are. */
  updateReviewSettings: UpdateReviewSettingsInput; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never;   /** Changes a role. Fields that are left out stay as they are. */
  updateRoleProfile: UpdateRoleProfileInput; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never;   /** Changes a saved filter. A given filter or order replaces the one before. Fields that are left out stay as they are. */
  updateSavedFilter: UpdateSavedFilterInput; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never;   /** Changes a skill or moves it. Fields that are left out stay as they are. */
  updateSkill: UpdateSkillInput; updateSkillCategory?: never; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never;   /** Changes a category or moves it within its framework. Fields that are left out stay as they are. */
  updateSkillCategory: UpdateSkillCategoryInput; updateStory?: never; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never;   /** Changes a story. Fields that are left out stay as they are. */
  updateStory: UpdateStoryInput; updateTask?: never; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never;   /** Changes a task. Fields that are left out stay as they are; null clears `dueOn`, `estimateMinutes`, `goalId`, `meetingId`, `parentId`, `scheduledAt` and `scheduledOn`. */
  updateTask: UpdateTaskInput; updateTimeEntry?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgendaItems?: never; checkHabit?: never; closeDay?: never; completeTask?: never; convertMeetingItemToTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createEnergyScale?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createHabit?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createPrompt?: never; createReminder?: never; createRoleProfile?: never; createSavedFilter?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; createTimeEntry?: never; dismissReminder?: never; endMeetingSeries?: never; moveJobApplication?: never; recordEngagementPulse?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; repeatTask?: never; rescheduleTask?: never; resetPrompt?: never; restore?: never; resumePrompt?: never; reviewLearning?: never; reviewPrompt?: never; revokeFeedbackRequest?: never; setDailyFocus?: never; setEnergySampling?: never; snoozeReminder?: never; snoozeTask?: never; splitMeetingSeries?: never; startTimer?: never; stopTimer?: never; suspendPrompt?: never; trash?: never; unacknowledgeFeedback?: never; uncheckHabit?: never; undoReview?: never; updateArtifact?: never; updateEnergyEntry?: never; updateEnergyScale?: never; updateFeedback?: never; updateFeedbackRequest?: never; updateFramework?: never; updateGoal?: never; updateHabit?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updatePrompt?: never; updateRecurrence?: never; updateReminder?: never; updateReviewSettings?: never; updateRoleProfile?: never; updateSavedFilter?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never;   /** Changes a time entry. It must not overlap another one or the timer. Fields that are left out stay as they are. */
  updateTimeEntry: UpdateTimeEntryInput; };

/** Compares values of type Boolean. All given comparisons must match. */
export type BooleanFilter = {
  /** Equal to this value. */
  eq?: boolean | null | undefined;
};

/** Input of `cancelTask`. */
export type CancelTaskInput = {
  /** The id of the task. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `carryOverAgendaItems`. */
export type CarryOverAgendaItemsInput = {
  /** The id of the meeting. */
  id: string;
  /** The id of the meeting to move the items to. Default: the next meeting of the series that is not cancelled. */
  toMeetingId?: string | null | undefined;
};

/** Input of `checkHabit`. */
export type CheckHabitInput = {
  /** The day. Default: today. Not in the future. */
  date?: string | null | undefined;
  /** The id of the habit. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** What was done. Default: DONE. */
  kind?: HabitMarkKind | null | undefined;
};

/** Input of `closeDay`. */
export type CloseDayInput = {
  /** The ids of open tasks to carry over. They must be scheduled for the day. One that was carried over from it before, and is still where it was carried to, goes to `carryOverTo` without being counted again. At most 100. */
  carryOverIds?: Array<string> | null | undefined;
  /** The day to carry them over to. After the day that is closed, and not in the past. Default: the first of your working days from there on. */
  carryOverTo?: string | null | undefined;
  /** The day. Not in the future. */
  date?: string | null | undefined;
  /** Only apply if the version of the focus is still this one, 0 if it is not set. Otherwise a ConflictError. */
  ifVersion?: number | null | undefined;
  /** How the day went, in Markdown. At most 10,000 characters. */
  reflection?: string | null | undefined;
};

/** Input of `completeTask`. */
export type CompleteTaskInput = {
  /** When it was finished. Default: now. Not in the future. */
  completedAt?: string | null | undefined;
  /** The id of the task. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `convertMeetingItemToTask`. */
export type ConvertMeetingItemToTaskInput = {
  /** The due date of the task. Default: none. */
  dueOn?: string | null | undefined;
  /** The id of the meeting item. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The day to do the task on. Default: unscheduled. */
  scheduledOn?: string | null | undefined;
};

/** Input of `createArtifact`. */
export type CreateArtifactInput = {
  /** The last day the artifact is valid. Not before `madeOn`. Null if it does not expire. */
  expiresOn?: string | null | undefined;
  /** An id of your choice for the new artifact, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The kind of artifact. */
  kind: ArtifactKind;
  /** The day the artifact was made or awarded. Not in the future. */
  madeOn?: string | null | undefined;
  /** Notes about the artifact, in Markdown. At most 20,000 characters. */
  notes?: string | null | undefined;
  /** The title. One line, 1 to 200 characters. */
  title: string;
  /** The web address of the artifact. http or https, at most 2,000 characters. */
  url?: string | null | undefined;
};

/** Input of `createAssessment`. */
export type CreateAssessmentInput = {
  /** The day of the assessment. Default: today. Not in the future. */
  assessedOn?: string | null | undefined;
  /** How certain the assessment is. From 1 (a guess) to 5 (certain). */
  confidence?: number | null | undefined;
  /** An id of your choice for the new assessment, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The level, from 0 to the highest level of the framework. */
  level: number;
  /** The reasons, in Markdown. At most 20,000 characters. */
  notes?: string | null | undefined;
  /** The id of the person who assessed. Not for an assessment of your own (SELF). */
  personId?: string | null | undefined;
  /** The id of the skill. */
  skillId: string;
  /** Whose assessment it is. */
  source: AssessmentSource;
};

/** Input of `createEnergyEntry`. */
export type CreateEnergyEntryInput = {
  /** The time that the entry is about. A new entry is about now by default. Not in the future. */
  at?: string | null | undefined;
  /** Your energy. 1 (empty) to 5 (full). */
  energy?: number | null | undefined;
  /** Your engagement. 1 (indifferent) to 5 (eager). */
  engagement?: number | null | undefined;
  /** Your focus. 1 (scattered) to 5 (absorbed). */
  focus?: number | null | undefined;
  /** An id of your choice for the new energy entry, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The ids of all labels of the entry. At most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The id of the meeting that the entry is about. */
  meetingId?: string | null | undefined;
  /** Whether it was before, during or after what the entry is about. */
  moment?: EnergyMoment | null | undefined;
  /** Your mood. 1 (bad) to 5 (good). */
  mood?: number | null | undefined;
  /** Anything to remember. At most 2,000 characters. */
  notes?: string | null | undefined;
  /** The id of the person that the entry is about. */
  personId?: string | null | undefined;
  /** All values on scales of your own. At most 20, each scale once. */
  scaleValues?: Array<EnergyScaleValueInput> | null | undefined;
  /** Your stress. 1 (calm) to 5 (overwhelmed). */
  stress?: number | null | undefined;
  /** The id of the task that the entry is about. */
  taskId?: string | null | undefined;
};

/** Input of `createEnergyScale`. */
export type CreateEnergyScaleInput = {
  /** What the levels mean. At most 2,000 characters. */
  description?: string | null | undefined;
  /** An id of your choice for the new energy scale, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** Whether a higher level, or yes, is better. Default: true. */
  isHighGood?: boolean | null | undefined;
  /** The highest level; the lowest is 1. Default: null, a question of yes or no. 2 to 10. */
  levels?: number | null | undefined;
  /** What the scale rates. One line, 1 to 100 characters. */
  name: string;
};

/** Input of `createFeedback`. */
export type CreateFeedbackInput = {
  /** The feedback itself, in Markdown. 1 to 20,000 characters. */
  body: string;
  /** What the feedback is about. One line, at most 500 characters. */
  context?: string | null | undefined;
  /** Who gave the feedback to whom. */
  direction: FeedbackDirection;
  /** The ids of all goals the feedback is about. At most 20. */
  goalIds?: Array<string> | null | undefined;
  /** An id of your choice for the new feedback, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The kind of feedback. */
  kind: FeedbackKind;
  /** The ids of all its labels. At most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The id of the meeting the feedback is about. */
  meetingId?: string | null | undefined;
  /** The day the feedback was given. Default: today. Not in the future. */
  occurredOn?: string | null | undefined;
  /** The id of the person who gave or received the feedback. Required unless `direction` is SELF. */
  personId?: string | null | undefined;
  /** The ids of all skills the feedback is about. At most 20. */
  skillIds?: Array<string> | null | undefined;
  /** The id of the follow-up task. */
  taskId?: string | null | undefined;
};

/** Input of `createFramework`. */
export type CreateFrameworkInput = {
  /** The purpose of the framework, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** An id of your choice for the new framework, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The names of levels. At most 21. */
  levels?: Array<FrameworkLevelInput> | null | undefined;
  /** The highest level of the scale. Default: 5. 1 to 20. */
  maxLevel?: number | null | undefined;
  /** The name. One line, 1 to 200 characters. */
  name: string;
};

/** Input of `createGoalCheckIn`. */
export type CreateGoalCheckInInput = {
  /** The day of the check-in. Default: today. Not in the future. */
  checkedOn?: string | null | undefined;
  /** The id of the goal. */
  goalId: string;
  /** The health of the goal. */
  health: GoalHealth;
  /** An id of your choice for the new goal check-in, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** Notes about the check-in, in Markdown. At most 10,000 characters. */
  notes?: string | null | undefined;
  /** The value of the metric. Only for a goal that has one. -1,000,000,000,000,000 to 1,000,000,000,000,000. */
  value?: number | null | undefined;
};

/** Input of `createGoal`. */
export type CreateGoalInput = {
  /** The number of days after which the next check-in is due. Default: 14. 1 to 366. */
  checkInEveryDays?: number | null | undefined;
  /** The purpose of the goal, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** The day to reach the goal by. Not before `startsOn`. */
  dueOn?: string | null | undefined;
  /** An id of your choice for the new goal, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The kind of goal. */
  kind: GoalKind;
  /** The ids of all labels of the goal. At most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The metric, as a whole. Null removes it. */
  metric?: GoalMetricInput | null | undefined;
  /** The id of the parent goal. A tree of goals has at most 10 levels. */
  parentId?: string | null | undefined;
  /** The first day of work on the goal. */
  startsOn?: string | null | undefined;
  /** The state of the goal. Default: ACTIVE. */
  status?: GoalStatus | null | undefined;
  /** The goal. One line, 1 to 300 characters. */
  title: string;
  /** The weight in the progress of the parent goal. Default: 1. Not 0 if no other subgoal of the parent has a weight above 0. 0 to 100. */
  weight?: number | null | undefined;
};

/** Input of `createHabit`. */
export type CreateHabitInput = {
  /** The last day. Default: no end. */
  endsOn?: string | null | undefined;
  /** The id of its goal, which is of the kind HABIT. */
  goalId?: string | null | undefined;
  /** An id of your choice for the new habit, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** Notes about the habit, in Markdown. At most 10,000 characters. */
  notes?: string | null | undefined;
  /** The first day. Default: today. */
  startsOn?: string | null | undefined;
  /** How often a week you want to do it, on any days, in place of `weekdays`. 1 to 7. */
  timesPerWeek?: number | null | undefined;
  /** The habit. One line, 1 to 200 characters. */
  title: string;
  /** The days of the week on which you want to do it. Each day of the week once. */
  weekdays?: Array<DayOfWeek> | null | undefined;
};

/** Input of `createJobApplication`. */
export type CreateJobApplicationInput = {
  /** The day the application was sent, for a stage after APPLIED: its history then begins with APPLIED on that day. Default: the day of `enteredAt`. Not in the future. */
  appliedOn?: string | null | undefined;
  /** The company. One line, 1 to 200 characters. */
  company: string;
  /** The ids of all people involved in the application. At most 50. */
  contactIds?: Array<string> | null | undefined;
  /** The id of the CV that was sent: an artifact of the kind CV. */
  cvId?: string | null | undefined;
  /** When the application entered the stage. Default: now, or the start of `appliedOn` if that is the stage. Not in the future. */
  enteredAt?: string | null | undefined;
  /** An id of your choice for the new job application, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The id of the next task. */
  nextTaskId?: string | null | undefined;
  /** Notes about the application, in Markdown. At most 50,000 characters. */
  notes?: string | null | undefined;
  /** The text of the job posting, which may be gone from its address later. At most 50,000 characters. */
  postingText?: string | null | undefined;
  /** The id of the role the application is for. */
  roleProfileId?: string | null | undefined;
  /** Where you found the job. One line, at most 200 characters. */
  source?: string | null | undefined;
  /** The current stage. Default: INTERESTED. */
  stage?: JobApplicationStage | null | undefined;
  /** The title of the job. One line, 1 to 300 characters. */
  title: string;
  /** The web address of the job posting. http or https, at most 2,000 characters. */
  url?: string | null | undefined;
};

/** Input of `createLabel`. */
export type CreateLabelInput = {
  /** A CSS hex color such as `#3b82f6`. Default: `#64748b`, slate gray. */
  color?: string | null | undefined;
  /** An id of your choice for the new label, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The name. Unique among your labels, regardless of case. One line, 1 to 60 characters. */
  name: string;
};

/** Input of `createLearning`. */
export type CreateLearningInput = {
  /** How well you know it. From 1 (heard of it) to 5 (could teach it). */
  confidence?: number | null | undefined;
  /** The ids of all goals that the learning supports. At most 20. */
  goalIds?: Array<string> | null | undefined;
  /** An id of your choice for the new learning, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The ids of all labels of the learning. At most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The day you learned it. Default: today. Not in the future. */
  learnedOn?: string | null | undefined;
  /** Notes about the learning, in Markdown. At most 50,000 characters. */
  notes?: string | null | undefined;
  /** The day from which the next review is due. */
  reviewOn?: string | null | undefined;
  /** The ids of all skills that the learning supports. At most 20. */
  skillIds?: Array<string> | null | undefined;
  /** The kind of source. Default: OTHER. */
  sourceKind?: LearningSourceKind | null | undefined;
  /** The title of the source. At most 300 characters. */
  sourceTitle?: string | null | undefined;
  /** The web address of the source. http or https, at most 2,000 characters. */
  sourceUrl?: string | null | undefined;
  /** What you learned. One line, 1 to 300 characters. */
  title: string;
};

/** Input of `createLink`. */
export type CreateLinkInput = {
  /** The id of the node at the start. */
  fromId: string;
  /** An id of your choice for the new link, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** How the node at the start is related to the other. */
  kind: LinkKind;
  /** Why the nodes are linked. At most 2,000 characters. */
  notes?: string | null | undefined;
  /** The id of the node at the end. */
  toId: string;
};

/** Input of `createMeeting`. */
export type CreateMeetingInput = {
  /** All attendees but you. One with an email address of yours sets `myResponse`. At most 200, each person once. */
  attendees?: Array<MeetingAttendeeInput> | null | undefined;
  /** A description, such as the text of the invitation. At most 50,000 characters. */
  description?: string | null | undefined;
  /** The end, at most 31 days after the start. Not for an all-day meeting. */
  endsAt?: string | null | undefined;
  /** The last day of an all-day meeting. Default: its first day. */
  endsOn?: string | null | undefined;
  /** An id of your choice for the new meeting, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** Whether the meeting leaves your time free. Default: false. */
  isFree?: boolean | null | undefined;
  /** The web address to join the meeting at. http or https, at most 2,000 characters. */
  joinUrl?: string | null | undefined;
  /** The ids of all labels. At most 20. */
  labelIds?: Array<string> | null | undefined;
  /** Your own response to the invitation. Default: null. */
  myResponse?: MeetingAttendeeResponse | null | undefined;
  /** Notes taken in the meeting, in Markdown. At most 100,000 characters. */
  notes?: string | null | undefined;
  /** The id of the organizer, who becomes an attendee. */
  organizerId?: string | null | undefined;
  /** The place. One line, at most 500 characters. */
  place?: string | null | undefined;
  /** The id of the meeting series. */
  seriesId?: string | null | undefined;
  /** The start. Not for an all-day meeting. */
  startsAt?: string | null | undefined;
  /** The first day of an all-day meeting. */
  startsOn?: string | null | undefined;
  /** Whether the meeting takes place. Default: CONFIRMED. */
  status?: MeetingStatus | null | undefined;
  /** The time zone of the meeting. Default: yours. */
  timeZone?: string | null | undefined;
  /** The subject. One line, 1 to 300 characters. */
  title: string;
};

/** Input of `createMeetingItem`. */
export type CreateMeetingItemInput = {
  /** An id of your choice for the new meeting item, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The kind of item. */
  kind: MeetingItemKind;
  /** The id of the meeting. It has at most 100 items of each kind. */
  meetingId: string;
  /** The item. One line, 1 to 1,000 characters. */
  title: string;
};

/** Input of `createMeetingSeries`. */
export type CreateMeetingSeriesInput = {
  /** The topics that each new meeting has on its agenda. They are copied once: a meeting keeps its own. At most 30, each of at most 1,000 characters. */
  agenda?: Array<string> | null | undefined;
  /** The ids of all people who are invited to each new meeting. At most 50. */
  attendeeIds?: Array<string> | null | undefined;
  /** The purpose of the series, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** The duration of the meetings, in minutes. Required for a rule. 1 to 1,440. */
  durationMinutes?: number | null | undefined;
  /** The days that are left out, such as those of meetings in the trash. At most 500. */
  exceptions?: Array<string> | null | undefined;
  /** An id of your choice for the new meeting series, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The web address to join the meetings at. http or https, at most 2,000 characters. */
  joinUrl?: string | null | undefined;
  /** The place of the meetings. One line, at most 500 characters. */
  place?: string | null | undefined;
  /** What there is to prepare for each new meeting. Copied once, too. At most 30, each of at most 1,000 characters. */
  preparation?: Array<string> | null | undefined;
  /** A rule of RFC 5545 on dates, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`: daily or less often, with COUNT or UNTIL or neither. With it, the series makes its meetings, three months ahead. At most 1,000 characters. */
  rule?: string | null | undefined;
  /** The first day, at most 366 days ago. Default: today. */
  startsOn?: string | null | undefined;
  /** The time of day of the meetings, by your clock. Required for a rule. `HH:MM`. */
  timeOfDay?: string | null | undefined;
  /** The title. One line, 1 to 300 characters. */
  title: string;
};

/** Input of `createMilestone`. */
export type CreateMilestoneInput = {
  /** The day to reach the milestone by. */
  dueOn?: string | null | undefined;
  /** The id of the goal. It has at most 100 milestones. */
  goalId: string;
  /** An id of your choice for the new milestone, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** Whether the milestone is reached. Default: false. */
  isReached?: boolean | null | undefined;
  /** The step. One line, 1 to 300 characters. */
  title: string;
  /** The weight in the progress of the goal. Default: 1. Not 0 if no other milestone of the goal has a weight above 0. 0 to 100. */
  weight?: number | null | undefined;
};

/** Input of `createPerson`. */
export type CreatePersonInput = {
  /** The company the person works for. One line, at most 200 characters. */
  company?: string | null | undefined;
  /** All email addresses, the preferred one first. An address belongs to at most one of your people. At most 10. */
  emails?: Array<string> | null | undefined;
  /** An id of your choice for the new person, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The name. One line, 1 to 200 characters. */
  name: string;
  /** Notes about the person, in Markdown. At most 20,000 characters. */
  notes?: string | null | undefined;
  /** What the person is to you. Default: OTHER. */
  relationship?: PersonRelationship | null | undefined;
};

/** Input of `createPracticeInterview`. */
export type CreatePracticeInterviewInput = {
  /** The day the interview was held. Default: today. Not in the future. */
  heldOn?: string | null | undefined;
  /** An id of your choice for the new practice interview, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The kind of interview. */
  kind: PracticeInterviewKind;
  /** The questions and what to improve, in Markdown. At most 20,000 characters. */
  notes?: string | null | undefined;
  /** The id of the role the interview prepares for. */
  roleProfileId?: string | null | undefined;
  /** The score. 1 (poor) to 5 (excellent). */
  score?: number | null | undefined;
};

/** Input of `createPrompt`. */
export type CreatePromptInput = {
  /** The answer, in Markdown. At most 10,000 characters. */
  answer: string;
  /** An id of your choice for the new prompt, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The id of the learning. */
  learningId: string;
  /** The question, in Markdown. At most 10,000 characters. */
  question: string;
  /** The id of the skill that it is about. */
  skillId?: string | null | undefined;
};

/** Input of `createReminder`. */
export type CreateReminderInput = {
  /** The id of the task or meeting that it is about. */
  aboutId?: string | null | undefined;
  /** When it fires, in place of the two below. In the future. */
  at?: string | null | undefined;
  /** The day that it is about, in place of a task or meeting. */
  date?: string | null | undefined;
  /** An id of your choice for the new reminder, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** Whether it is mailed to you as well, if the server sends mail. Default: false. */
  isMailed?: boolean | null | undefined;
  /** How many minutes before the start of the meeting, or the time of the task, it fires. It follows when that moves. 0 to 40,320. */
  minutesBefore?: number | null | undefined;
  /** The time at which it fires on the day of the task, of the meeting, or of `date`. It follows likewise. `HH:MM`. */
  timeOfDay?: string | null | undefined;
  /** What to be reminded of. Required for a reminder about nothing. One line, at most 300 characters. */
  title?: string | null | undefined;
};

/** Input of `createRoleProfile`. */
export type CreateRoleProfileInput = {
  /** The company. Empty if the role is not at one company. One line, at most 200 characters. */
  company?: string | null | undefined;
  /** A description of the role, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** An id of your choice for the new role profile, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The seniority, in the company's own words. One line, at most 100 characters. */
  level?: string | null | undefined;
  /** The requirements, in order. At most 50. At least one weight must be above 0. */
  requirements?: Array<NewRoleRequirementInput> | null | undefined;
  /** The title of the role. One line, 1 to 200 characters. */
  title: string;
};

/** Input of `createSavedFilter`. */
export type CreateSavedFilterInput = {
  /** Only tasks that match. `TODAY` and durations are kept, and mean another day tomorrow. At most 20,000 characters as JSON. */
  filter?: TaskFilter | null | undefined;
  /** An id of your choice for the new saved filter, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The name. One line, 1 to 100 characters. */
  name: string;
  /** The sort order, most significant first. At most 10. */
  orderBy?: Array<TaskOrder> | null | undefined;
};

/** Input of `createSkillCategory`. */
export type CreateSkillCategoryInput = {
  /** The skills that belong in the category, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** The id of the framework. It has at most 50 categories. */
  frameworkId: string;
  /** An id of your choice for the new skill category, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The name. One line, 1 to 200 characters. */
  name: string;
};

/** Input of `createSkill`. */
export type CreateSkillInput = {
  /** The id of the category. It has at most 100 skills. */
  categoryId: string;
  /** A description of the skill, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** An id of your choice for the new skill, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** Descriptions of levels, each level at most once. Replaces those that are there. */
  levels?: Array<SkillLevelInput> | null | undefined;
  /** The name. One line, 1 to 200 characters. */
  name: string;
};

/** Input of `createSkillTarget`. */
export type CreateSkillTargetInput = {
  /** The day to reach the target by. Not before `setOn`. */
  dueOn?: string | null | undefined;
  /** An id of your choice for the new skill target, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The level, from 0 to the highest level of the framework. */
  level: number;
  /** The reasons, in Markdown. At most 20,000 characters. */
  notes?: string | null | undefined;
  /** The day from which the target applies. Default: today. */
  setOn?: string | null | undefined;
  /** The id of the skill. */
  skillId: string;
};

/** Input of `createStory`. */
export type CreateStoryInput = {
  /** What you did, in Markdown. At most 20,000 characters. */
  action?: string | null | undefined;
  /** An id of your choice for the new story, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The outcome, in Markdown. At most 20,000 characters. */
  result?: string | null | undefined;
  /** The place and the circumstances, in Markdown. At most 20,000 characters. */
  situation?: string | null | undefined;
  /** The ids of all skills the story shows. At most 20. */
  skillIds?: Array<string> | null | undefined;
  /** The problem to solve, in Markdown. At most 20,000 characters. */
  task?: string | null | undefined;
  /** The title. One line, 1 to 200 characters. */
  title: string;
};

/** Input of `createTask`. */
export type CreateTaskInput = {
  /** The ids of all tasks that the task waits for. None may wait for the task itself. At most 50. */
  blockedByIds?: Array<string> | null | undefined;
  /** Details, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** The last day to finish the task. */
  dueOn?: string | null | undefined;
  /** The estimated effort, in minutes. 1 to 43,200. */
  estimateMinutes?: number | null | undefined;
  /** The id of the goal that the task serves. */
  goalId?: string | null | undefined;
  /** An id of your choice for the new task, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** The ids of all labels of the task. At most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The id of the meeting that the task is an action item of. */
  meetingId?: string | null | undefined;
  /** The id of the parent task. Trees of tasks have at most 10 levels. */
  parentId?: string | null | undefined;
  /** The priority. A new task has NONE by default. */
  priority?: TaskPriority | null | undefined;
  /** How the task is to repeat, as by `repeatTask`. Default: it does not. */
  recurrence?: RecurrenceInput | null | undefined;
  /** The time to do the task at, in place of a day. Not together with `scheduledOn`. */
  scheduledAt?: string | null | undefined;
  /** The day to do the task on, in place of a time. Not together with `scheduledAt`. */
  scheduledOn?: string | null | undefined;
  /** The ids of all skills that the task practices. At most 20. */
  skillIds?: Array<string> | null | undefined;
  /** What to do. One line, 1 to 300 characters. */
  title: string;
};

/** Input of `createTimeEntry`. */
export type CreateTimeEntryInput = {
  /** When the work ended. At most 24 hours later. Not in the future. */
  endedAt: string;
  /** An id of your choice for the new time entry, a UUID. The same call sent again then creates nothing new. */
  id?: string | null | undefined;
  /** What was done, in Markdown. At most 2,000 characters. */
  notes?: string | null | undefined;
  /** When the work started. Not in the future. */
  startedAt: string;
  /** The id of the task. */
  taskId: string;
};

/** Compares values of type Date. All given comparisons must match. */
export type DateFilter = {
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Greater than this value. */
  gt?: string | null | undefined;
  /** Greater than or equal to this value. */
  gte?: string | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<string> | null | undefined;
  /** True: only null. False: only values that are not null. */
  isNull?: boolean | null | undefined;
  /** Less than this value. */
  lt?: string | null | undefined;
  /** Less than or equal to this value. */
  lte?: string | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: string | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<string> | null | undefined;
};

/** Compares values of type DateTime. All given comparisons must match. */
export type DateTimeFilter = {
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Greater than this value. */
  gt?: string | null | undefined;
  /** Greater than or equal to this value. */
  gte?: string | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<string> | null | undefined;
  /** True: only null. False: only values that are not null. */
  isNull?: boolean | null | undefined;
  /** Less than this value. */
  lt?: string | null | undefined;
  /** Less than or equal to this value. */
  lte?: string | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: string | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<string> | null | undefined;
};

/** A day of the week. */
export type DayOfWeek =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

/** Input of `dismissReminder`. */
export type DismissReminderInput = {
  /** The id of the reminder. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `endMeetingSeries`. */
export type EndMeetingSeriesInput = {
  /** The id of the meeting series. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The last day that it can have a meeting on. */
  lastOn: string;
};

/** When an energy entry was made, relative to what it is about. */
export type EnergyMoment =
  /** After it. */
  | 'AFTER'
  /** Before it. */
  | 'BEFORE'
  /** During it. */
  | 'DURING';

/** A value on a scale of your own. */
export type EnergyScaleValueInput = {
  /** The id of the energy scale. */
  scaleId: string;
  /** The level, from 1 to the highest of the scale; for a question, 0 (no) or 1 (yes). 0 to 10. */
  value: number;
};

/** Who gave feedback to whom. */
export type FeedbackDirection =
  /** From you to another person. */
  | 'GIVEN'
  /** From another person to you. */
  | 'RECEIVED'
  /** From you to yourself. */
  | 'SELF';

/** The kind of feedback. */
export type FeedbackKind =
  /** Something that went wrong. */
  | 'CONCERN'
  /** Something that went well. */
  | 'PRAISE'
  /** Something that could be better. */
  | 'SUGGESTION';

/** Compares values of type Float. All given comparisons must match. */
export type FloatFilter = {
  /** Equal to this value. */
  eq?: number | null | undefined;
  /** Greater than this value. */
  gt?: number | null | undefined;
  /** Greater than or equal to this value. */
  gte?: number | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<number> | null | undefined;
  /** True: only null. False: only values that are not null. */
  isNull?: boolean | null | undefined;
  /** Less than this value. */
  lt?: number | null | undefined;
  /** Less than or equal to this value. */
  lte?: number | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: number | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<number> | null | undefined;
};

/** Matches Framework nodes. All given conditions must match. */
export type FrameworkFilter = {
  /** All of these match. */
  and?: Array<FrameworkFilter> | null | undefined;
  /** When the framework was created. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The id. */
  id?: IdFilter | null | undefined;
  /** The highest level of the scale. */
  maxLevel?: IntFilter | null | undefined;
  /** The name. */
  name?: StringFilter | null | undefined;
  /** This does not match. */
  not?: FrameworkFilter | null | undefined;
  /** At least one of these matches. */
  or?: Array<FrameworkFilter> | null | undefined;
  /** When the framework was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** The name of a level of a scale. */
export type FrameworkLevelInput = {
  /** The level, on the scale. 0 to 20. */
  level: number;
  /** Its name. One line, 1 to 100 characters. */
  name: string;
  /** What it counts. Default: null. 0 to 10,000. */
  points?: number | null | undefined;
};

/** Matches Goal nodes. All given conditions must match. */
export type GoalFilter = {
  /** All of these match. */
  and?: Array<GoalFilter> | null | undefined;
  /** When the goal was achieved or abandoned. */
  closedAt?: DateTimeFilter | null | undefined;
  /** When the goal was created. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The day to reach the goal by. */
  dueOn?: DateFilter | null | undefined;
  /** The health at the last check-in. */
  health?: GoalHealthFilter | null | undefined;
  /** The id. */
  id?: IdFilter | null | undefined;
  /** The kind. */
  kind?: GoalKindFilter | null | undefined;
  /** The labels of the goal. */
  labels?: LabelListFilter | null | undefined;
  /** The current value of the metric. */
  metricCurrent?: FloatFilter | null | undefined;
  /** The direction in which the metric should move. */
  metricDirection?: GoalMetricDirectionFilter | null | undefined;
  /** The value that the metric starts from. */
  metricStart?: FloatFilter | null | undefined;
  /** The value that the metric should reach. */
  metricTarget?: FloatFilter | null | undefined;
  /** This does not match. */
  not?: GoalFilter | null | undefined;
  /** At least one of these matches. */
  or?: Array<GoalFilter> | null | undefined;
  /** The parent goal. */
  parent?: GoalFilter | null | undefined;
  /** The id of the parent goal. */
  parentId?: IdFilter | null | undefined;
  /** The first day of work on the goal. */
  startsOn?: DateFilter | null | undefined;
  /** The status. */
  status?: GoalStatusFilter | null | undefined;
  /** The title. */
  title?: StringFilter | null | undefined;
  /** When the goal was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** An estimate of whether a goal will be reached. */
export type GoalHealth =
  /** Will be reached only if something changes. */
  | 'AT_RISK'
  /** Not expected to be reached. */
  | 'OFF_TRACK'
  /** Expected to be reached. */
  | 'ON_TRACK';

/** Compares values of GoalHealth. All given comparisons must match. */
export type GoalHealthFilter = {
  /** Equal to this value. */
  eq?: GoalHealth | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<GoalHealth> | null | undefined;
  /** True: only null. False: only values that are not null. */
  isNull?: boolean | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: GoalHealth | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<GoalHealth> | null | undefined;
};

/** A kind of goal. */
export type GoalKind =
  /** Something to do regularly. */
  | 'HABIT'
  /** A measurable result that shows whether an objective is reached. */
  | 'KEY_RESULT'
  /** A qualitative aim, measured by its key results. */
  | 'OBJECTIVE'
  /** Something to build or bring about, with an end. */
  | 'PROJECT';

/** Compares values of GoalKind. All given comparisons must match. */
export type GoalKindFilter = {
  /** Equal to this value. */
  eq?: GoalKind | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<GoalKind> | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: GoalKind | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<GoalKind> | null | undefined;
};

/** The direction in which a metric should move. */
export type GoalMetricDirection =
  /** The value should fall to the target. */
  | 'DECREASE'
  /** The value should rise to the target. */
  | 'INCREASE';

/** Compares values of GoalMetricDirection. All given comparisons must match. */
export type GoalMetricDirectionFilter = {
  /** Equal to this value. */
  eq?: GoalMetricDirection | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<GoalMetricDirection> | null | undefined;
  /** True: only null. False: only values that are not null. */
  isNull?: boolean | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: GoalMetricDirection | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<GoalMetricDirection> | null | undefined;
};

/** The metric of a goal. */
export type GoalMetricInput = {
  /** The direction from `start` to `target`. Default: the one that follows from them. */
  direction?: GoalMetricDirection | null | undefined;
  /** The value the metric starts from. -1,000,000,000,000,000 to 1,000,000,000,000,000. */
  start: number;
  /** The value the metric should reach, other than `start`. -1,000,000,000,000,000 to 1,000,000,000,000,000. */
  target: number;
  /** The unit, such as `%` or `talks`. Default: empty. One line, at most 40 characters. */
  unit?: string | null | undefined;
};

/** The state of a goal. */
export type GoalStatus =
  /** Given up. The goal counts neither as open nor as reached. */
  | 'ABANDONED'
  /** Reached. */
  | 'ACHIEVED'
  /** In progress. */
  | 'ACTIVE'
  /** Not started. */
  | 'PLANNED';

/** Compares values of GoalStatus. All given comparisons must match. */
export type GoalStatusFilter = {
  /** Equal to this value. */
  eq?: GoalStatus | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<GoalStatus> | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: GoalStatus | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<GoalStatus> | null | undefined;
};

/** What was done about a habit on a day. */
export type HabitMarkKind =
  /** Done. */
  | 'DONE'
  /** Not done with good reason, such as an illness: streaks and score stay as they are. */
  | 'SKIP';

/** Compares values of type ID. All given comparisons must match. */
export type IdFilter = {
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<string> | null | undefined;
  /** True: only null. False: only values that are not null. */
  isNull?: boolean | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: string | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<string> | null | undefined;
};

/** Compares values of type Int. All given comparisons must match. */
export type IntFilter = {
  /** Equal to this value. */
  eq?: number | null | undefined;
  /** Greater than this value. */
  gt?: number | null | undefined;
  /** Greater than or equal to this value. */
  gte?: number | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<number> | null | undefined;
  /** True: only null. False: only values that are not null. */
  isNull?: boolean | null | undefined;
  /** Less than this value. */
  lt?: number | null | undefined;
  /** Less than or equal to this value. */
  lte?: number | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: number | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<number> | null | undefined;
};

/** The stage of a job application. Filters can compare stages: INTERESTED is the lowest. */
export type JobApplicationStage =
  /** You accepted the offer. */
  | 'ACCEPTED'
  /** You have applied. */
  | 'APPLIED'
  /** You are interested in the job. */
  | 'INTERESTED'
  /** The company is interviewing you. */
  | 'INTERVIEWING'
  /** The company made an offer. */
  | 'OFFER'
  /** The company rejected the application. */
  | 'REJECTED'
  /** The company is reviewing the application. */
  | 'SCREENING'
  /** You withdrew the application. */
  | 'WITHDRAWN';

/** Matches Label nodes. All given conditions must match. */
export type LabelFilter = {
  /** All of these match. */
  and?: Array<LabelFilter> | null | undefined;
  /** When the label was created. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The id. */
  id?: IdFilter | null | undefined;
  /** The name. */
  name?: StringFilter | null | undefined;
  /** This does not match. */
  not?: LabelFilter | null | undefined;
  /** At least one of these matches. */
  or?: Array<LabelFilter> | null | undefined;
  /** When the label was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Matches a list of related Label nodes. */
export type LabelListFilter = {
  /** All of them match. An empty list matches. */
  every?: LabelFilter | null | undefined;
  /** None of them matches. */
  none?: LabelFilter | null | undefined;
  /** At least one of them matches. */
  some?: LabelFilter | null | undefined;
};

/** A kind of source to learn from. */
export type LearningSourceKind =
  /** An article, a paper or a web page. */
  | 'ARTICLE'
  /** A book. */
  | 'BOOK'
  /** A course. */
  | 'COURSE'
  /** Any other source, or not given. */
  | 'OTHER'
  /** A person. */
  | 'PERSON'
  /** A project: learning by doing. */
  | 'PROJECT'
  /** A talk. */
  | 'TALK'
  /** A video. */
  | 'VIDEO';

/** How the node at the start of a link is related to the node at its end. */
export type LinkKind =
  /** The node at the start is about the other. */
  | 'ABOUT'
  /** The node at the start came from the other. */
  | 'CAME_FROM'
  /** The node at the start is evidence for the other. */
  | 'EVIDENCE'
  /** The node at the start supports the other. */
  | 'SUPPORTS';

/** An attendee: one of your people by id, or anybody by name or email address. An unknown person is created. */
export type MeetingAttendeeInput = {
  /** The email address. At most 254 characters. */
  email?: string | null | undefined;
  /** The name. One line, 1 to 200 characters. */
  name?: string | null | undefined;
  /** The id of the person. */
  personId?: string | null | undefined;
  /** The response to the invitation. Default: NEEDS_ACTION. */
  response?: MeetingAttendeeResponse | null | undefined;
};

/** The response of an attendee to an invitation. */
export type MeetingAttendeeResponse =
  /** The attendee comes. */
  | 'ACCEPTED'
  /** The attendee does not come. */
  | 'DECLINED'
  /** No response yet. */
  | 'NEEDS_ACTION'
  /** The attendee may come. */
  | 'TENTATIVE';

/** Compares values of MeetingAttendeeResponse. All given comparisons must match. */
export type MeetingAttendeeResponseFilter = {
  /** Equal to this value. */
  eq?: MeetingAttendeeResponse | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<MeetingAttendeeResponse> | null | undefined;
  /** True: only null. False: only values that are not null. */
  isNull?: boolean | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: MeetingAttendeeResponse | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<MeetingAttendeeResponse> | null | undefined;
};

/** Matches Meeting nodes. All given conditions must match. */
export type MeetingFilter = {
  /** All of these match. */
  and?: Array<MeetingFilter> | null | undefined;
  /** The attendees. */
  attendees?: PersonListFilter | null | undefined;
  /** When the meeting was created. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The end. */
  endsAt?: DateTimeFilter | null | undefined;
  /** The id. */
  id?: IdFilter | null | undefined;
  /** Whether the meeting leaves your time free. */
  isFree?: BooleanFilter | null | undefined;
  /** The labels. */
  labels?: LabelListFilter | null | undefined;
  /** Your own response to the invitation. */
  myResponse?: MeetingAttendeeResponseFilter | null | undefined;
  /** This does not match. */
  not?: MeetingFilter | null | undefined;
  /** At least one of these matches. */
  or?: Array<MeetingFilter> | null | undefined;
  /** The organizer. */
  organizer?: PersonFilter | null | undefined;
  /** The id of the organizer. */
  organizerId?: IdFilter | null | undefined;
  /** The place. */
  place?: StringFilter | null | undefined;
  /** The series of the meeting. */
  series?: MeetingSeriesFilter | null | undefined;
  /** The id of the series. */
  seriesId?: IdFilter | null | undefined;
  /** The start. */
  startsAt?: DateTimeFilter | null | undefined;
  /** The first day of an all-day meeting. */
  startsOn?: DateFilter | null | undefined;
  /** The status. */
  status?: MeetingStatusFilter | null | undefined;
  /** The title. */
  title?: StringFilter | null | undefined;
  /** When the meeting was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** The kind of a meeting item. */
export type MeetingItemKind =
  /** A topic to discuss. */
  | 'AGENDA'
  /** A decision made in the meeting. */
  | 'DECISION'
  /** Something to prepare before the meeting. */
  | 'PREPARATION';

/** Matches MeetingSeries nodes. All given conditions must match. */
export type MeetingSeriesFilter = {
  /** All of these match. */
  and?: Array<MeetingSeriesFilter> | null | undefined;
  /** When the series was created. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The last day by the rule. Null if it has no end. */
  endsOn?: DateFilter | null | undefined;
  /** The id. */
  id?: IdFilter | null | undefined;
  /** This does not match. */
  not?: MeetingSeriesFilter | null | undefined;
  /** At least one of these matches. */
  or?: Array<MeetingSeriesFilter> | null | undefined;
  /** The first day. Null if the series makes no meetings. */
  startsOn?: DateFilter | null | undefined;
  /** The title. */
  title?: StringFilter | null | undefined;
  /** When the series was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** The status of a meeting. */
export type MeetingStatus =
  /** The meeting does not take place. */
  | 'CANCELLED'
  /** The meeting takes place. */
  | 'CONFIRMED'
  /** The meeting may take place. */
  | 'TENTATIVE';

/** Compares values of MeetingStatus. All given comparisons must match. */
export type MeetingStatusFilter = {
  /** Equal to this value. */
  eq?: MeetingStatus | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<MeetingStatus> | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: MeetingStatus | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<MeetingStatus> | null | undefined;
};

/** What becomes of the days of a schedule that passed while a task was not done. */
export type MissedOccurrences =
  /** They are kept: the next task is for the next day, even if that is past. */
  | 'KEEP'
  /** They are skipped: the next task is for the first day that is not past. */
  | 'SKIP';

/** Compares values of MissedOccurrences. All given comparisons must match. */
export type MissedOccurrencesFilter = {
  /** Equal to this value. */
  eq?: MissedOccurrences | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<MissedOccurrences> | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: MissedOccurrences | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<MissedOccurrences> | null | undefined;
};

/** Input of `moveJobApplication`. */
export type MoveJobApplicationInput = {
  /** When the application entered the stage. Not before the last stage change. Default: now. Not in the future. */
  enteredAt?: string | null | undefined;
  /** The id of the job application. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The stage to move to. */
  stage: JobApplicationStage;
};

/** A requirement of a new role. */
export type NewRoleRequirementInput = {
  /** The required kind of artifact. Required if `kind` is ARTIFACT, otherwise not allowed. */
  artifactKind?: ArtifactKind | null | undefined;
  /** The required kind of practice interview. Required if `kind` is INTERVIEW, otherwise not allowed. */
  interviewKind?: PracticeInterviewKind | null | undefined;
  /** The kind of requirement. It decides which of the other fields are required and allowed. */
  kind: RoleRequirementKind;
  /** The required level, on the scale of the framework of the skill. Required if `kind` is SKILL, otherwise not allowed. 1 to 20. */
  level?: number | null | undefined;
  /** The required number of pieces. Required unless `kind` is SKILL, then not allowed. 1 to 100. */
  requiredCount?: number | null | undefined;
  /** The id of the skill. Required if `kind` is SKILL, optional if EVIDENCE or STORY, otherwise not allowed. */
  skillId?: string | null | undefined;
  /** The requirement. One line, 1 to 300 characters. */
  title: string;
  /** The weight relative to the other requirements of the role. 0 to 100. */
  weight: number;
};

/** The occurrences of a recurrence that an edit is about. */
export type OccurrenceScope =
  /** All of them, also those that are done. */
  | 'ALL'
  /** This one, later ones, and those to come. */
  | 'FOLLOWING'
  /** This one alone: the next is like it was before. */
  | 'THIS';

/** The direction of a sort order. */
export type OrderDirection =
  /** Ascending: smallest, earliest or alphabetically first comes first. */
  | 'ASC'
  /** Descending: largest, latest or alphabetically last comes first. */
  | 'DESC';

/** Where null values are sorted. */
export type OrderNulls =
  /** Before all other values. */
  | 'FIRST'
  /** After all other values. */
  | 'LAST';

/** Matches person emails. All given conditions must match. */
export type PersonEmailFilter = {
  /** All of these match. */
  and?: Array<PersonEmailFilter> | null | undefined;
  /** The email address. */
  email?: StringFilter | null | undefined;
  /** This does not match. */
  not?: PersonEmailFilter | null | undefined;
  /** At least one of these matches. */
  or?: Array<PersonEmailFilter> | null | undefined;
};

/** Matches a list of related person emails. */
export type PersonEmailListFilter = {
  /** All of them match. An empty list matches. */
  every?: PersonEmailFilter | null | undefined;
  /** None of them matches. */
  none?: PersonEmailFilter | null | undefined;
  /** At least one of them matches. */
  some?: PersonEmailFilter | null | undefined;
};

/** Matches Person nodes. All given conditions must match. */
export type PersonFilter = {
  /** All of these match. */
  and?: Array<PersonFilter> | null | undefined;
  /** The company. */
  company?: StringFilter | null | undefined;
  /** When the person was created. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The email addresses. */
  emails?: PersonEmailListFilter | null | undefined;
  /** The id. */
  id?: IdFilter | null | undefined;
  /** The name. */
  name?: StringFilter | null | undefined;
  /** This does not match. */
  not?: PersonFilter | null | undefined;
  /** The notes. */
  notes?: StringFilter | null | undefined;
  /** At least one of these matches. */
  or?: Array<PersonFilter> | null | undefined;
  /** The relationship. */
  relationship?: PersonRelationshipFilter | null | undefined;
  /** When the person was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Matches a list of related Person nodes. */
export type PersonListFilter = {
  /** All of them match. An empty list matches. */
  every?: PersonFilter | null | undefined;
  /** None of them matches. */
  none?: PersonFilter | null | undefined;
  /** At least one of them matches. */
  some?: PersonFilter | null | undefined;
};

/** What a person is to you. */
export type PersonRelationship =
  /** You report to this person. */
  | 'MANAGER'
  /** This person advises you. */
  | 'MENTOR'
  /** Any other relationship. */
  | 'OTHER'
  /** You work side by side. */
  | 'PEER'
  /** This person hires, or recruits for a company. */
  | 'RECRUITER'
  /** This person reports to you. */
  | 'REPORT';

/** Compares values of PersonRelationship. All given comparisons must match. */
export type PersonRelationshipFilter = {
  /** Equal to this value. */
  eq?: PersonRelationship | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<PersonRelationship> | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: PersonRelationship | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<PersonRelationship> | null | undefined;
};

/** What a practice interview is about. */
export type PracticeInterviewKind =
  /** Your past behavior and how you work with others. */
  | 'BEHAVIORAL'
  /** The analysis of a business problem. */
  | 'CASE'
  /** Any other interview. */
  | 'OTHER'
  /** The design of a large system. */
  | 'SYSTEM_DESIGN'
  /** Your technical knowledge and skills. */
  | 'TECHNICAL';

/** How well you knew an answer. */
export type PromptRating =
  /** Forgotten. Any other rating is a pass. */
  | 'AGAIN'
  /** Known at once. */
  | 'EASY'
  /** Known. */
  | 'GOOD'
  /** Known with difficulty. */
  | 'HARD';

/** Input of `recordEngagementPulse`. */
export type RecordEngagementPulseInput = {
  /** Only apply if the version of the pulse is still this one, 0 if there is none. Otherwise a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The reasons for the score. At most 2,000 characters. */
  notes?: string | null | undefined;
  /** Your engagement. 1 (indifferent) to 5 (eager). */
  score: number;
  /** Any day of the week. Not in a week to come. */
  week?: string | null | undefined;
};

/** What the days of a recurrence are counted from. */
export type RecurrenceAnchor =
  /** The completion: the next day is counted from the one on which a task is done. */
  | 'COMPLETION'
  /** The schedule: the days are those of the rule, whenever a task is done. */
  | 'SCHEDULE';

/** Compares values of RecurrenceAnchor. All given comparisons must match. */
export type RecurrenceAnchorFilter = {
  /** Equal to this value. */
  eq?: RecurrenceAnchor | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<RecurrenceAnchor> | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: RecurrenceAnchor | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<RecurrenceAnchor> | null | undefined;
};

/** Matches Recurrence nodes. All given conditions must match. */
export type RecurrenceFilter = {
  /** What the days are counted from. */
  anchor?: RecurrenceAnchorFilter | null | undefined;
  /** All of these match. */
  and?: Array<RecurrenceFilter> | null | undefined;
  /** When the recurrence was created. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The last day that a task can be on. */
  endsOn?: DateFilter | null | undefined;
  /** The id. */
  id?: IdFilter | null | undefined;
  /** What becomes of missed days. */
  missed?: MissedOccurrencesFilter | null | undefined;
  /** This does not match. */
  not?: RecurrenceFilter | null | undefined;
  /** At least one of these matches. */
  or?: Array<RecurrenceFilter> | null | undefined;
  /** The first day. */
  startsOn?: DateFilter | null | undefined;
  /** When the recurrence was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** How a task is to repeat. */
export type RecurrenceInput = {
  /** What the days are counted from. SCHEDULE by default. */
  anchor?: RecurrenceAnchor | null | undefined;
  /** The days that are left out. At most 500. */
  exceptions?: Array<string> | null | undefined;
  /** What becomes of missed days, for SCHEDULE. SKIP by default. */
  missed?: MissedOccurrences | null | undefined;
  /** A rule of RFC 5545 on dates, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`: daily or less often, with COUNT or UNTIL or neither. Months without the day are left out, or not by SKIP of RFC 7529. At most 1,000 characters. */
  rule: string;
};

/** Input of `reopenDay`. */
export type ReopenDayInput = {
  /** The day. */
  date?: string | null | undefined;
  /** Only apply if the version of the focus is still this one, 0 if it is not set. Otherwise a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `reopenGoal`. */
export type ReopenGoalInput = {
  /** The id of the goal. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `reopenTask`. */
export type ReopenTaskInput = {
  /** The id of the task. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `reorderTask`. */
export type ReorderTaskInput = {
  /** The id of the task to move it after. Default: to the start of the order. */
  afterId?: string | null | undefined;
  /** The id of the task. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `repeatTask`. */
export type RepeatTaskInput = {
  /** What the days are counted from. SCHEDULE by default. */
  anchor?: RecurrenceAnchor | null | undefined;
  /** The days that are left out. At most 500. */
  exceptions?: Array<string> | null | undefined;
  /** The id of the task. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** What becomes of missed days, for SCHEDULE. SKIP by default. */
  missed?: MissedOccurrences | null | undefined;
  /** A rule of RFC 5545 on dates, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`: daily or less often, with COUNT or UNTIL or neither. Months without the day are left out, or not by SKIP of RFC 7529. At most 1,000 characters. */
  rule: string;
};

/** Input of `rescheduleTask`. */
export type RescheduleTaskInput = {
  /** The id of the task. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The time to do the task at. */
  scheduledAt?: string | null | undefined;
  /** The day to do the task on. Not together with `scheduledAt`. */
  scheduledOn?: string | null | undefined;
};

/** Input of `resetPrompt`. */
export type ResetPromptInput = {
  /** The id of the prompt. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `restore`. */
export type RestoreInput = {
  /** The id of the node. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `resumePrompt`. */
export type ResumePromptInput = {
  /** The id of the prompt. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `reviewLearning`. */
export type ReviewLearningInput = {
  /** How well you know it now. From 1 (heard of it) to 5 (could teach it). */
  confidence: number;
  /** The id of the learning. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The day of the next review. Null: no further review. Default: in 1, 3, 7, 14 or 30 days for a confidence of 1 to 5, from 3 on doubled for each of the `repetitionCount`, at most 365 days. After today. */
  reviewOn?: string | null | undefined;
};

/** Input of `reviewPrompt`. */
export type ReviewPromptInput = {
  /** How long the review took, in seconds. 0 to 86,400. */
  durationSeconds?: number | null | undefined;
  /** The id of the prompt. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** How well you knew the answer. */
  rating: PromptRating;
  /** The time of the review. Not before the last one. Default: now. Not in the future. */
  reviewedAt?: string | null | undefined;
};

/** Input of `revokeFeedbackRequest`. */
export type RevokeFeedbackRequestInput = {
  /** The id of the feedback request. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** A requirement of a role. */
export type RoleRequirementInput = {
  /** The required kind of artifact. Required if `kind` is ARTIFACT, otherwise not allowed. */
  artifactKind?: ArtifactKind | null | undefined;
  /** The id of a requirement to keep. Default: the requirement is new. */
  id?: string | null | undefined;
  /** The required kind of practice interview. Required if `kind` is INTERVIEW, otherwise not allowed. */
  interviewKind?: PracticeInterviewKind | null | undefined;
  /** The kind of requirement. It decides which of the other fields are required and allowed. */
  kind: RoleRequirementKind;
  /** The required level, on the scale of the framework of the skill. Required if `kind` is SKILL, otherwise not allowed. 1 to 20. */
  level?: number | null | undefined;
  /** The required number of pieces. Required unless `kind` is SKILL, then not allowed. 1 to 100. */
  requiredCount?: number | null | undefined;
  /** The id of the skill. Required if `kind` is SKILL, optional if EVIDENCE or STORY, otherwise not allowed. */
  skillId?: string | null | undefined;
  /** The requirement. One line, 1 to 300 characters. */
  title: string;
  /** The weight relative to the other requirements of the role. 0 to 100. */
  weight: number;
};

/** What a role requires. */
export type RoleRequirementKind =
  /** Artifacts of one kind. */
  | 'ARTIFACT'
  /** Nodes linked as evidence to the requirement itself or to its skill. */
  | 'EVIDENCE'
  /** Practice interviews of one kind with a score of 4 or 5. */
  | 'INTERVIEW'
  /** A skill at a level. */
  | 'SKILL'
  /** Stories with an action and a result, of one skill or of any. */
  | 'STORY';

/** A part of each day in which you can be asked. It may go past midnight, but not past the end of your day. */
export type SamplingWindowInput = {
  /** Its start, by your clock, `HH:MM`. `HH:MM`. */
  from: string;
  /** Its end, which is not part of it, by your clock, `HH:MM`. `HH:MM`. */
  to: string;
};

/** Input of `setDailyFocus`. */
export type SetDailyFocusInput = {
  /** The day. */
  date?: string | null | undefined;
  /** Only apply if the version of the focus is still this one, 0 if it is not set. Otherwise a ConflictError. */
  ifVersion?: number | null | undefined;
  /** What would make the day a good one. At most 1,000 characters. */
  intention?: string | null | undefined;
  /** The ids of the tasks in focus, in order. At most 5. */
  taskIds?: Array<string> | null | undefined;
};

/** Input of `setEnergySampling`. */
export type SetEnergySamplingInput = {
  /** How long a prompt can be answered, in minutes. Default: 30. 5 to 240. */
  expiresAfterMinutes?: number | null | undefined;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** Whether you are asked at all. Default: true. */
  isEnabled?: boolean | null | undefined;
  /** Whether you are asked by mail as well. Default: false. */
  isMailed?: boolean | null | undefined;
  /** The minimum time between two prompts, in minutes. Default: 60. 5 to 720. */
  minSpacingMinutes?: number | null | undefined;
  /** How often you are asked a day. It must fit. 1 to 12. */
  promptsPerDay: number;
  /** When you can be asked. 1 to 6, in the order of the day, which do not overlap. */
  windows: Array<SamplingWindowInput>;
};

/** Input of `signIn`. */
export type SignInInput = {
  /** Sign in by a cookie that scripts of the page cannot read, in place of tokens. Default: false. For pages of the same site; further requests need the header `X-Waymark-CSRF`. */
  cookie?: boolean | null | undefined;
  /** Your email address. Case does not matter. One line, at most 254 characters. */
  email: string;
  /** Your password. */
  password: string;
};

/** Input of `signUp`. */
export type SignUpInput = {
  /** Sign in by a cookie that scripts of the page cannot read, in place of tokens. Default: false. For pages of the same site; further requests need the header `X-Waymark-CSRF`. */
  cookie?: boolean | null | undefined;
  /** The email address to sign in with. Case does not matter. At most 254 characters. */
  email: string;
  /** Your name. One line, 1 to 100 characters. */
  name: string;
  /** The password. 12 to 256 characters, at least 5 of them different. */
  password: string;
  /** Your time zone. Default: `UTC`. */
  timeZone?: string | null | undefined;
};

/** Matches SkillCategory nodes. All given conditions must match. */
export type SkillCategoryFilter = {
  /** All of these match. */
  and?: Array<SkillCategoryFilter> | null | undefined;
  /** When the category was created. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The framework of the category. */
  framework?: FrameworkFilter | null | undefined;
  /** The id of the framework. */
  frameworkId?: IdFilter | null | undefined;
  /** The id. */
  id?: IdFilter | null | undefined;
  /** The name. */
  name?: StringFilter | null | undefined;
  /** This does not match. */
  not?: SkillCategoryFilter | null | undefined;
  /** At least one of these matches. */
  or?: Array<SkillCategoryFilter> | null | undefined;
  /** The position in the framework. */
  position?: IntFilter | null | undefined;
  /** When the category was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Matches Skill nodes. All given conditions must match. */
export type SkillFilter = {
  /** All of these match. */
  and?: Array<SkillFilter> | null | undefined;
  /** The category of the skill. */
  category?: SkillCategoryFilter | null | undefined;
  /** The id of the category. */
  categoryId?: IdFilter | null | undefined;
  /** When the skill was created. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The id. */
  id?: IdFilter | null | undefined;
  /** The name. */
  name?: StringFilter | null | undefined;
  /** This does not match. */
  not?: SkillFilter | null | undefined;
  /** At least one of these matches. */
  or?: Array<SkillFilter> | null | undefined;
  /** The position in the category. */
  position?: IntFilter | null | undefined;
  /** When the skill was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** A description of one level of a skill. */
export type SkillLevelInput = {
  /** Examples of work at this level. At most 50 lines of 1 to 1,000 characters. */
  examples?: Array<string> | null | undefined;
  /** The level, from 0 to the highest level of the framework. */
  level: number;
  /** Signs that someone is at this level. At most 50 lines of 1 to 1,000 characters. */
  signals?: Array<string> | null | undefined;
  /** A summary of the level. One line, at most 1,000 characters. */
  summary: string;
};

/** Matches a list of related Skill nodes. */
export type SkillListFilter = {
  /** All of them match. An empty list matches. */
  every?: SkillFilter | null | undefined;
  /** None of them matches. */
  none?: SkillFilter | null | undefined;
  /** At least one of them matches. */
  some?: SkillFilter | null | undefined;
};

/** Input of `snoozeReminder`. */
export type SnoozeReminderInput = {
  /** The id of the reminder. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** When it fires. In the future. */
  until: string;
};

/** Input of `snoozeTask`. */
export type SnoozeTaskInput = {
  /** The id of the task. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** When it comes back. In the future. */
  until?: string | null | undefined;
  /** The day on which it comes back. After today, not together with `until`. */
  untilDate?: string | null | undefined;
};

/** Input of `splitMeetingSeries`. */
export type SplitMeetingSeriesInput = {
  /** The topics that each new meeting has on its agenda. They are copied once: a meeting keeps its own. At most 30, each of at most 1,000 characters. */
  agenda?: Array<string> | null | undefined;
  /** The ids of all people who are invited to each new meeting. At most 50. */
  attendeeIds?: Array<string> | null | undefined;
  /** The purpose of the series, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** The duration of the meetings, in minutes. Required for a rule. 1 to 1,440. */
  durationMinutes?: number | null | undefined;
  /** The days that are left out, such as those of meetings in the trash. At most 500. */
  exceptions?: Array<string> | null | undefined;
  /** The first day to change, such as `occursOn` of a meeting. */
  from: string;
  /** The id of the meeting series. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The web address to join the meetings at. http or https, at most 2,000 characters. */
  joinUrl?: string | null | undefined;
  /** The place of the meetings. One line, at most 500 characters. */
  place?: string | null | undefined;
  /** What there is to prepare for each new meeting. Copied once, too. At most 30, each of at most 1,000 characters. */
  preparation?: Array<string> | null | undefined;
  /** A rule of RFC 5545 on dates, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`: daily or less often, with COUNT or UNTIL or neither. With it, the series makes its meetings, three months ahead. At most 1,000 characters. */
  rule?: string | null | undefined;
  /** The time of day of the meetings, by your clock. Required for a rule. `HH:MM`. */
  timeOfDay?: string | null | undefined;
  /** The title. One line, 1 to 300 characters. */
  title?: string | null | undefined;
};

/** Input of `startTimer`. */
export type StartTimerInput = {
  /** What is being done, in Markdown. At most 2,000 characters. */
  notes?: string | null | undefined;
  /** The id of the task. */
  taskId: string;
};

/** Input of `stopTimer`. */
export type StopTimerInput = {
  /** When it ended, at most 24 hours after its start. Default: now. Not in the future. */
  endedAt?: string | null | undefined;
  /** What was done, in Markdown. Default: what the timer has. At most 2,000 characters. */
  notes?: string | null | undefined;
};

/** Compares text regardless of case, in any language. All given comparisons must match. */
export type StringFilter = {
  /** Contains this text. */
  contains?: string | null | undefined;
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<string> | null | undefined;
  /** True: only null. False: only values that are not null. */
  isNull?: boolean | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: string | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<string> | null | undefined;
  /** Starts with this text. */
  startsWith?: string | null | undefined;
};

/** Input of `suspendPrompt`. */
export type SuspendPromptInput = {
  /** The id of the prompt. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Matches Task nodes. All given conditions must match. */
export type TaskFilter = {
  /** All of these match. */
  and?: Array<TaskFilter> | null | undefined;
  /** The tasks that the task waits for, whether they are done or not. */
  blockedBy?: TaskListFilter | null | undefined;
  /** The number of times the task was carried over. */
  carryOverCount?: IntFilter | null | undefined;
  /** When the task was finished. */
  completedAt?: DateTimeFilter | null | undefined;
  /** When the task was created. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The due date. */
  dueOn?: DateFilter | null | undefined;
  /** The estimated effort, in minutes. */
  estimateMinutes?: IntFilter | null | undefined;
  /** The goal of the task. */
  goal?: GoalFilter | null | undefined;
  /** The id of the goal. */
  goalId?: IdFilter | null | undefined;
  /** The id. */
  id?: IdFilter | null | undefined;
  /** Whether the task can be worked on now: open, not snoozed, and waiting for no other one. */
  isAvailable?: BooleanFilter | null | undefined;
  /** Whether the task waits for another one. */
  isBlocked?: BooleanFilter | null | undefined;
  /** Whether the task is snoozed now. */
  isSnoozed?: BooleanFilter | null | undefined;
  /** The labels. */
  labels?: LabelListFilter | null | undefined;
  /** The meeting that the task is an action item of. */
  meeting?: MeetingFilter | null | undefined;
  /** The id of the meeting. */
  meetingId?: IdFilter | null | undefined;
  /** This does not match. */
  not?: TaskFilter | null | undefined;
  /** The day of the occurrence by its recurrence. */
  occursOn?: DateFilter | null | undefined;
  /** At least one of these matches. */
  or?: Array<TaskFilter> | null | undefined;
  /** The parent task. */
  parent?: TaskFilter | null | undefined;
  /** The id of the parent task. */
  parentId?: IdFilter | null | undefined;
  /** The priority. */
  priority?: TaskPriorityFilter | null | undefined;
  /** How the task repeats. */
  recurrence?: RecurrenceFilter | null | undefined;
  /** The id of the recurrence. */
  recurrenceId?: IdFilter | null | undefined;
  /** The time to do the task at. */
  scheduledAt?: DateTimeFilter | null | undefined;
  /** The day to do the task on. */
  scheduledOn?: DateFilter | null | undefined;
  /** The skills that the task practices. */
  skills?: SkillListFilter | null | undefined;
  /** Until when the task is snoozed. */
  snoozedUntil?: DateTimeFilter | null | undefined;
  /** The status. */
  status?: TaskStatusFilter | null | undefined;
  /** The subtasks. */
  subtasks?: TaskListFilter | null | undefined;
  /** The title. */
  title?: StringFilter | null | undefined;
  /** When the task was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Matches a list of related Task nodes. */
export type TaskListFilter = {
  /** All of them match. An empty list matches. */
  every?: TaskFilter | null | undefined;
  /** None of them matches. */
  none?: TaskFilter | null | undefined;
  /** At least one of them matches. */
  some?: TaskFilter | null | undefined;
};

/** A term of the sort order of Task nodes. Ties are broken by the next term, and finally by id. */
export type TaskOrder = {
  /** The direction. */
  direction?: OrderDirection | null | undefined;
  /** The field to sort by. */
  field: TaskOrderField;
  /** Where null values are sorted. */
  nulls?: OrderNulls | null | undefined;
};

/** The fields that Task nodes can be sorted by. */
export type TaskOrderField =
  /** The number of times the task was carried over. */
  | 'CARRY_OVER_COUNT'
  /** When the task was finished. */
  | 'COMPLETED_AT'
  /** When the task was created. */
  | 'CREATED_AT'
  /** The due date. */
  | 'DUE_ON'
  /** The estimated effort. */
  | 'ESTIMATE_MINUTES'
  /** Your order, which `reorderTask` changes. */
  | 'POSITION'
  /** The priority, from NONE to URGENT. */
  | 'PRIORITY'
  /** The time to do the task at. */
  | 'SCHEDULED_AT'
  /** The day to do the task on. */
  | 'SCHEDULED_ON'
  /** The title, regardless of case. */
  | 'TITLE'
  /** When the task was last changed. */
  | 'UPDATED_AT';

/** The priority of a task. NONE is the lowest, URGENT the highest. */
export type TaskPriority =
  /** Above MEDIUM, below URGENT. */
  | 'HIGH'
  /** Below MEDIUM, above NONE. */
  | 'LOW'
  /** Between LOW and HIGH. */
  | 'MEDIUM'
  /** Not prioritized. The lowest. */
  | 'NONE'
  /** Above HIGH. The highest. */
  | 'URGENT';

/** Compares values of TaskPriority. All given comparisons must match. */
export type TaskPriorityFilter = {
  /** Equal to this value. */
  eq?: TaskPriority | null | undefined;
  /** Greater than this value. */
  gt?: TaskPriority | null | undefined;
  /** Greater than or equal to this value. */
  gte?: TaskPriority | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<TaskPriority> | null | undefined;
  /** Less than this value. */
  lt?: TaskPriority | null | undefined;
  /** Less than or equal to this value. */
  lte?: TaskPriority | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: TaskPriority | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<TaskPriority> | null | undefined;
};

/** The status of a task. */
export type TaskStatus =
  /** Given up. The task is neither open nor done. */
  | 'CANCELLED'
  /** Finished. */
  | 'DONE'
  /** Started, not finished. */
  | 'IN_PROGRESS'
  /** Not started. */
  | 'TODO';

/** Compares values of TaskStatus. All given comparisons must match. */
export type TaskStatusFilter = {
  /** Equal to this value. */
  eq?: TaskStatus | null | undefined;
  /** Equal to one of these values, at most 500 in a filter. */
  in?: Array<TaskStatus> | null | undefined;
  /** Not equal to this value. Null matches. */
  ne?: TaskStatus | null | undefined;
  /** Equal to none of these values, at most 500 in a filter. Null matches. */
  notIn?: Array<TaskStatus> | null | undefined;
};

/** Input of `trash`. */
export type TrashInput = {
  /** The id of the node. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `unacknowledgeFeedback`. */
export type UnacknowledgeFeedbackInput = {
  /** The id of the feedback. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `uncheckHabit`. */
export type UncheckHabitInput = {
  /** The day. Default: today. Not in the future. */
  date?: string | null | undefined;
  /** The id of the habit. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `undoReview`. */
export type UndoReviewInput = {
  /** The id of the prompt. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `updateArtifact`. */
export type UpdateArtifactInput = {
  /** The last day the artifact is valid. Not before `madeOn`. Null if it does not expire. */
  expiresOn?: string | null | undefined;
  /** The id of the artifact. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The kind of artifact. */
  kind?: ArtifactKind | null | undefined;
  /** The day the artifact was made or awarded. Not in the future. */
  madeOn?: string | null | undefined;
  /** Notes about the artifact, in Markdown. At most 20,000 characters. */
  notes?: string | null | undefined;
  /** The title. One line, 1 to 200 characters. */
  title?: string | null | undefined;
  /** The web address of the artifact. http or https, at most 2,000 characters. */
  url?: string | null | undefined;
};

/** Input of `updateEnergyEntry`. */
export type UpdateEnergyEntryInput = {
  /** The time that the entry is about. A new entry is about now by default. Not in the future. */
  at?: string | null | undefined;
  /** Your energy. 1 (empty) to 5 (full). */
  energy?: number | null | undefined;
  /** Your engagement. 1 (indifferent) to 5 (eager). */
  engagement?: number | null | undefined;
  /** Your focus. 1 (scattered) to 5 (absorbed). */
  focus?: number | null | undefined;
  /** The id of the energy entry. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The ids of all labels of the entry. At most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The id of the meeting that the entry is about. */
  meetingId?: string | null | undefined;
  /** Whether it was before, during or after what the entry is about. */
  moment?: EnergyMoment | null | undefined;
  /** Your mood. 1 (bad) to 5 (good). */
  mood?: number | null | undefined;
  /** Anything to remember. At most 2,000 characters. */
  notes?: string | null | undefined;
  /** The id of the person that the entry is about. */
  personId?: string | null | undefined;
  /** All values on scales of your own. At most 20, each scale once. */
  scaleValues?: Array<EnergyScaleValueInput> | null | undefined;
  /** Your stress. 1 (calm) to 5 (overwhelmed). */
  stress?: number | null | undefined;
  /** The id of the task that the entry is about. */
  taskId?: string | null | undefined;
};

/** Input of `updateEnergyScale`. */
export type UpdateEnergyScaleInput = {
  /** What the levels mean. At most 2,000 characters. */
  description?: string | null | undefined;
  /** The id of the energy scale. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** Whether a higher level, or yes, is better. Default: true. */
  isHighGood?: boolean | null | undefined;
  /** What the scale rates. One line, 1 to 100 characters. */
  name?: string | null | undefined;
};

/** Input of `updateFeedback`. */
export type UpdateFeedbackInput = {
  /** The feedback itself, in Markdown. 1 to 20,000 characters. */
  body?: string | null | undefined;
  /** What the feedback is about. One line, at most 500 characters. */
  context?: string | null | undefined;
  /** Who gave the feedback to whom. */
  direction?: FeedbackDirection | null | undefined;
  /** The ids of all goals the feedback is about. At most 20. */
  goalIds?: Array<string> | null | undefined;
  /** The id of the feedback. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The kind of feedback. */
  kind?: FeedbackKind | null | undefined;
  /** The ids of all its labels. At most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The id of the meeting the feedback is about. */
  meetingId?: string | null | undefined;
  /** The day the feedback was given. Not in the future. */
  occurredOn?: string | null | undefined;
  /** The id of the person who gave or received the feedback. Required unless `direction` is SELF. */
  personId?: string | null | undefined;
  /** The ids of all skills the feedback is about. At most 20. */
  skillIds?: Array<string> | null | undefined;
  /** The id of the follow-up task. */
  taskId?: string | null | undefined;
};

/** Input of `updateFeedbackRequest`. */
export type UpdateFeedbackRequestInput = {
  /** The last day on which it can be answered, by your clock. Not in the past, within 365 days. */
  dueOn?: string | null | undefined;
  /** The id of the feedback request. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** What the person reads above the questions, as plain text. At most 5,000 characters. */
  message?: string | null | undefined;
  /** What the feedback is to be about. The person reads it, and the feedback gets it as `context`. One line, at most 500 characters. */
  topic?: string | null | undefined;
};

/** Input of `updateFramework`. */
export type UpdateFrameworkInput = {
  /** The purpose of the framework, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** The id of the framework. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** All names of levels. At most 21. */
  levels?: Array<FrameworkLevelInput> | null | undefined;
  /** The highest level of the scale. Not below a level that is in use. 1 to 20. */
  maxLevel?: number | null | undefined;
  /** The name. One line, 1 to 200 characters. */
  name?: string | null | undefined;
};

/** Input of `updateGoal`. */
export type UpdateGoalInput = {
  /** The number of days after which the next check-in is due. Default: 14. 1 to 366. */
  checkInEveryDays?: number | null | undefined;
  /** The purpose of the goal, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** The day to reach the goal by. Not before `startsOn`. */
  dueOn?: string | null | undefined;
  /** The id of the goal. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The kind of goal. */
  kind?: GoalKind | null | undefined;
  /** The ids of all labels of the goal. At most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The metric, as a whole. Null removes it. */
  metric?: GoalMetricInput | null | undefined;
  /** The id of the parent goal. A tree of goals has at most 10 levels. */
  parentId?: string | null | undefined;
  /** The first day of work on the goal. */
  startsOn?: string | null | undefined;
  /** The state of the goal. */
  status?: GoalStatus | null | undefined;
  /** The goal. One line, 1 to 300 characters. */
  title?: string | null | undefined;
  /** The weight in the progress of the parent goal. Default: 1. Not 0 if no other subgoal of the parent has a weight above 0. 0 to 100. */
  weight?: number | null | undefined;
};

/** Input of `updateHabit`. */
export type UpdateHabitInput = {
  /** The last day. Default: no end. */
  endsOn?: string | null | undefined;
  /** The id of its goal, which is of the kind HABIT. */
  goalId?: string | null | undefined;
  /** The id of the habit. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** Notes about the habit, in Markdown. At most 10,000 characters. */
  notes?: string | null | undefined;
  /** The first day. Default: today. */
  startsOn?: string | null | undefined;
  /** How often a week you want to do it, on any days, in place of `weekdays`. 1 to 7. */
  timesPerWeek?: number | null | undefined;
  /** The habit. One line, 1 to 200 characters. */
  title?: string | null | undefined;
  /** The days of the week on which you want to do it. Each day of the week once. */
  weekdays?: Array<DayOfWeek> | null | undefined;
};

/** Input of `updateJobApplication`. */
export type UpdateJobApplicationInput = {
  /** The company. One line, 1 to 200 characters. */
  company?: string | null | undefined;
  /** The ids of all people involved in the application. At most 50. */
  contactIds?: Array<string> | null | undefined;
  /** The id of the CV that was sent: an artifact of the kind CV. */
  cvId?: string | null | undefined;
  /** The id of the job application. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The id of the next task. */
  nextTaskId?: string | null | undefined;
  /** Notes about the application, in Markdown. At most 50,000 characters. */
  notes?: string | null | undefined;
  /** The text of the job posting, which may be gone from its address later. At most 50,000 characters. */
  postingText?: string | null | undefined;
  /** The id of the role the application is for. */
  roleProfileId?: string | null | undefined;
  /** Where you found the job. One line, at most 200 characters. */
  source?: string | null | undefined;
  /** The title of the job. One line, 1 to 300 characters. */
  title?: string | null | undefined;
  /** The web address of the job posting. http or https, at most 2,000 characters. */
  url?: string | null | undefined;
};

/** Input of `updateLabel`. */
export type UpdateLabelInput = {
  /** A CSS hex color such as `#3b82f6`. Default: `#64748b`, slate gray. */
  color?: string | null | undefined;
  /** The id of the label. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The name. Unique among your labels, regardless of case. One line, 1 to 60 characters. */
  name?: string | null | undefined;
};

/** Input of `updateLearning`. */
export type UpdateLearningInput = {
  /** How well you know it. From 1 (heard of it) to 5 (could teach it). */
  confidence?: number | null | undefined;
  /** The ids of all goals that the learning supports. At most 20. */
  goalIds?: Array<string> | null | undefined;
  /** The id of the learning. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The ids of all labels of the learning. At most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The day you learned it. Not in the future. */
  learnedOn?: string | null | undefined;
  /** Notes about the learning, in Markdown. At most 50,000 characters. */
  notes?: string | null | undefined;
  /** The day from which the next review is due. */
  reviewOn?: string | null | undefined;
  /** The ids of all skills that the learning supports. At most 20. */
  skillIds?: Array<string> | null | undefined;
  /** The kind of source. */
  sourceKind?: LearningSourceKind | null | undefined;
  /** The title of the source. At most 300 characters. */
  sourceTitle?: string | null | undefined;
  /** The web address of the source. http or https, at most 2,000 characters. */
  sourceUrl?: string | null | undefined;
  /** What you learned. One line, 1 to 300 characters. */
  title?: string | null | undefined;
};

/** Input of `updateLink`. */
export type UpdateLinkInput = {
  /** The id of the link. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** Why the nodes are linked. At most 2,000 characters. */
  notes?: string | null | undefined;
};

/** Input of `updateMeeting`. */
export type UpdateMeetingInput = {
  /** All attendees but you. One with an email address of yours sets `myResponse`. At most 200, each person once. */
  attendees?: Array<MeetingAttendeeInput> | null | undefined;
  /** A description, such as the text of the invitation. At most 50,000 characters. */
  description?: string | null | undefined;
  /** The end, at most 31 days after the start. Not for an all-day meeting. */
  endsAt?: string | null | undefined;
  /** The last day of an all-day meeting. Default: its first day. */
  endsOn?: string | null | undefined;
  /** The id of the meeting. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** Whether the meeting leaves your time free. Default: false. */
  isFree?: boolean | null | undefined;
  /** The web address to join the meeting at. http or https, at most 2,000 characters. */
  joinUrl?: string | null | undefined;
  /** The ids of all labels. At most 20. */
  labelIds?: Array<string> | null | undefined;
  /** Your own response to the invitation. Default: null. */
  myResponse?: MeetingAttendeeResponse | null | undefined;
  /** Notes taken in the meeting, in Markdown. At most 100,000 characters. */
  notes?: string | null | undefined;
  /** The id of the organizer, who becomes an attendee. */
  organizerId?: string | null | undefined;
  /** The place. One line, at most 500 characters. */
  place?: string | null | undefined;
  /** The id of the meeting series. */
  seriesId?: string | null | undefined;
  /** The start. Not for an all-day meeting. */
  startsAt?: string | null | undefined;
  /** The first day of an all-day meeting. */
  startsOn?: string | null | undefined;
  /** Whether the meeting takes place. Default: CONFIRMED. */
  status?: MeetingStatus | null | undefined;
  /** The time zone of the meeting. Default: yours. */
  timeZone?: string | null | undefined;
  /** The subject. One line, 1 to 300 characters. */
  title?: string | null | undefined;
};

/** Input of `updateMeetingItem`. */
export type UpdateMeetingItemInput = {
  /** The id of the item of the same kind and meeting to move it after. Null moves it to the start. */
  afterId?: string | null | undefined;
  /** The id of the meeting item. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** Whether the item is done. A decision cannot be reopened. */
  isDone?: boolean | null | undefined;
  /** The item. One line, 1 to 1,000 characters. */
  title?: string | null | undefined;
};

/** Input of `updateMeetingSeries`. */
export type UpdateMeetingSeriesInput = {
  /** The topics that each new meeting has on its agenda. They are copied once: a meeting keeps its own. At most 30, each of at most 1,000 characters. */
  agenda?: Array<string> | null | undefined;
  /** The ids of all people who are invited to each new meeting. At most 50. */
  attendeeIds?: Array<string> | null | undefined;
  /** The purpose of the series, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** The duration of the meetings, in minutes. Required for a rule. 1 to 1,440. */
  durationMinutes?: number | null | undefined;
  /** The days that are left out, such as those of meetings in the trash. At most 500. */
  exceptions?: Array<string> | null | undefined;
  /** The id of the meeting series. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The web address to join the meetings at. http or https, at most 2,000 characters. */
  joinUrl?: string | null | undefined;
  /** The place of the meetings. One line, at most 500 characters. */
  place?: string | null | undefined;
  /** What there is to prepare for each new meeting. Copied once, too. At most 30, each of at most 1,000 characters. */
  preparation?: Array<string> | null | undefined;
  /** A rule of RFC 5545 on dates, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`: daily or less often, with COUNT or UNTIL or neither. With it, the series makes its meetings, three months ahead. At most 1,000 characters. */
  rule?: string | null | undefined;
  /** The first day, at most 366 days ago. Default: today. */
  startsOn?: string | null | undefined;
  /** The time of day of the meetings, by your clock. Required for a rule. `HH:MM`. */
  timeOfDay?: string | null | undefined;
  /** The title. One line, 1 to 300 characters. */
  title?: string | null | undefined;
};

/** Input of `updateMilestone`. */
export type UpdateMilestoneInput = {
  /** The id of the milestone to move this one after, of the same goal. Null moves it to the start. */
  afterId?: string | null | undefined;
  /** The day to reach the milestone by. */
  dueOn?: string | null | undefined;
  /** The id of the milestone. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** Whether the milestone is reached. True sets `reachedAt` unless it is set; false clears it. */
  isReached?: boolean | null | undefined;
  /** The step. One line, 1 to 300 characters. */
  title?: string | null | undefined;
  /** The weight in the progress of the goal. Default: 1. Not 0 if no other milestone of the goal has a weight above 0. 0 to 100. */
  weight?: number | null | undefined;
};

/** Input of `updatePerson`. */
export type UpdatePersonInput = {
  /** The company the person works for. One line, at most 200 characters. */
  company?: string | null | undefined;
  /** All email addresses, the preferred one first. An address belongs to at most one of your people. At most 10. */
  emails?: Array<string> | null | undefined;
  /** The id of the person. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The name. One line, 1 to 200 characters. */
  name?: string | null | undefined;
  /** Notes about the person, in Markdown. At most 20,000 characters. */
  notes?: string | null | undefined;
  /** What the person is to you. Default: OTHER. */
  relationship?: PersonRelationship | null | undefined;
};

/** Input of `updatePracticeInterview`. */
export type UpdatePracticeInterviewInput = {
  /** The day the interview was held. Not in the future. */
  heldOn?: string | null | undefined;
  /** The id of the practice interview. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The kind of interview. */
  kind?: PracticeInterviewKind | null | undefined;
  /** The questions and what to improve, in Markdown. At most 20,000 characters. */
  notes?: string | null | undefined;
  /** The id of the role the interview prepares for. */
  roleProfileId?: string | null | undefined;
  /** The score. 1 (poor) to 5 (excellent). */
  score?: number | null | undefined;
};

/** Input of `updatePrompt`. */
export type UpdatePromptInput = {
  /** The answer, in Markdown. At most 10,000 characters. */
  answer?: string | null | undefined;
  /** The id of the prompt. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The question, in Markdown. At most 10,000 characters. */
  question?: string | null | undefined;
  /** The id of the skill that it is about. */
  skillId?: string | null | undefined;
};

/** Input of `updateRecurrence`. */
export type UpdateRecurrenceInput = {
  /** What the days are counted from. SCHEDULE by default. */
  anchor?: RecurrenceAnchor | null | undefined;
  /** The days that are left out. At most 500. */
  exceptions?: Array<string> | null | undefined;
  /** The id of the recurrence. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** What becomes of missed days, for SCHEDULE. SKIP by default. */
  missed?: MissedOccurrences | null | undefined;
  /** A rule of RFC 5545 on dates, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`: daily or less often, with COUNT or UNTIL or neither. Months without the day are left out, or not by SKIP of RFC 7529. At most 1,000 characters. */
  rule?: string | null | undefined;
  /** The time of day of the tasks, by your clock. `HH:MM`. */
  timeOfDay?: string | null | undefined;
};

/** Input of `updateReminder`. */
export type UpdateReminderInput = {
  /** When it fires, in place of the two below. In the future. */
  at?: string | null | undefined;
  /** The id of the reminder. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** Whether it is mailed to you as well, if the server sends mail. Default: false. */
  isMailed?: boolean | null | undefined;
  /** How many minutes before the start of the meeting, or the time of the task, it fires. It follows when that moves. 0 to 40,320. */
  minutesBefore?: number | null | undefined;
  /** The time at which it fires on the day of the task, of the meeting, or of `date`. It follows likewise. `HH:MM`. */
  timeOfDay?: string | null | undefined;
  /** What to be reminded of. Required for a reminder about nothing. One line, at most 300 characters. */
  title?: string | null | undefined;
};

/** Input of `updateReviewSettings`. */
export type UpdateReviewSettingsInput = {
  /** The share of reviews that you want to know: the higher, the more reviews. Default: 0.9. 0.7 to 0.97. */
  desiredRetention?: number | null | undefined;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
};

/** Input of `updateRoleProfile`. */
export type UpdateRoleProfileInput = {
  /** The company. Empty if the role is not at one company. One line, at most 200 characters. */
  company?: string | null | undefined;
  /** A description of the role, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** The id of the role profile. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The seniority, in the company's own words. One line, at most 100 characters. */
  level?: string | null | undefined;
  /** All requirements, in order. Those that are not in the list are deleted. At most 50. At least one weight must be above 0. */
  requirements?: Array<RoleRequirementInput> | null | undefined;
  /** The title of the role. One line, 1 to 200 characters. */
  title?: string | null | undefined;
};

/** Input of `updateSavedFilter`. */
export type UpdateSavedFilterInput = {
  /** Only tasks that match. `TODAY` and durations are kept, and mean another day tomorrow. At most 20,000 characters as JSON. */
  filter?: TaskFilter | null | undefined;
  /** The id of the saved filter. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The name. One line, 1 to 100 characters. */
  name?: string | null | undefined;
  /** The sort order, most significant first. At most 10. */
  orderBy?: Array<TaskOrder> | null | undefined;
};

/** Input of `updateSkillCategory`. */
export type UpdateSkillCategoryInput = {
  /** The id of the category to move this one after, of the same framework. Null moves it to the start. */
  afterId?: string | null | undefined;
  /** The skills that belong in the category, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** The id of the skill category. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The name. One line, 1 to 200 characters. */
  name?: string | null | undefined;
};

/** Input of `updateSkill`. */
export type UpdateSkillInput = {
  /** The id of the skill to move this one after, of the same category. Null moves it to the start. */
  afterId?: string | null | undefined;
  /** The id of the category to move the skill to, at its end unless `afterId` is given. Its framework must have all levels of the skill. */
  categoryId?: string | null | undefined;
  /** A description of the skill, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** The id of the skill. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** Descriptions of levels, each level at most once. Replaces those that are there. */
  levels?: Array<SkillLevelInput> | null | undefined;
  /** The name. One line, 1 to 200 characters. */
  name?: string | null | undefined;
};

/** Input of `updateStory`. */
export type UpdateStoryInput = {
  /** What you did, in Markdown. At most 20,000 characters. */
  action?: string | null | undefined;
  /** The id of the story. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The outcome, in Markdown. At most 20,000 characters. */
  result?: string | null | undefined;
  /** The place and the circumstances, in Markdown. At most 20,000 characters. */
  situation?: string | null | undefined;
  /** The ids of all skills the story shows. At most 20. */
  skillIds?: Array<string> | null | undefined;
  /** The problem to solve, in Markdown. At most 20,000 characters. */
  task?: string | null | undefined;
  /** The title. One line, 1 to 200 characters. */
  title?: string | null | undefined;
};

/** Input of `updateTask`. */
export type UpdateTaskInput = {
  /** The ids of all tasks that the task waits for. None may wait for the task itself. At most 50. */
  blockedByIds?: Array<string> | null | undefined;
  /** Details, in Markdown. At most 20,000 characters. */
  description?: string | null | undefined;
  /** The last day to finish the task. */
  dueOn?: string | null | undefined;
  /** The estimated effort, in minutes. 1 to 43,200. */
  estimateMinutes?: number | null | undefined;
  /** The id of the goal that the task serves. */
  goalId?: string | null | undefined;
  /** The id of the task. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** The ids of all labels of the task. At most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The id of the meeting that the task is an action item of. */
  meetingId?: string | null | undefined;
  /** The occurrences that get the title, description, priority, estimate, goal, labels and skills that are given here. Only for a task that repeats. Default: FOLLOWING for its last occurrence, THIS for one before it. */
  occurrences?: OccurrenceScope | null | undefined;
  /** The id of the parent task. Trees of tasks have at most 10 levels. */
  parentId?: string | null | undefined;
  /** The priority. A new task has NONE by default. */
  priority?: TaskPriority | null | undefined;
  /** The time to do the task at, in place of a day. Not together with `scheduledOn`. */
  scheduledAt?: string | null | undefined;
  /** The day to do the task on, in place of a time. Not together with `scheduledAt`. */
  scheduledOn?: string | null | undefined;
  /** The ids of all skills that the task practices. At most 20. */
  skillIds?: Array<string> | null | undefined;
  /** The status. */
  status?: TaskStatus | null | undefined;
  /** What to do. One line, 1 to 300 characters. */
  title?: string | null | undefined;
};

/** Input of `updateTimeEntry`. */
export type UpdateTimeEntryInput = {
  /** When the work ended. At most 24 hours later. Not in the future. */
  endedAt?: string | null | undefined;
  /** The id of the time entry. */
  id: string;
  /** Only apply if the version is still this one. Otherwise the result is a ConflictError. */
  ifVersion?: number | null | undefined;
  /** What was done, in Markdown. At most 2,000 characters. */
  notes?: string | null | undefined;
  /** When the work started. Not in the future. */
  startedAt?: string | null | undefined;
  /** The id of the task. */
  taskId?: string | null | undefined;
};

export type BoardColumnQueryVariables = Exact<{
  status: TaskStatus;
  first: number;
  after?: string | null | undefined;
}>;


export type BoardColumnQuery = { tasks: { __typename: 'TaskConnection', totalCount: number, edges: Array<{ __typename: 'TaskEdge', cursor: string, node: { __typename: 'Task', id: string, title: string, status: TaskStatus, estimateMinutes: number | null, version: number } }>, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean } } };

export type BoardChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BoardChangedSubscription = { changed:
    | { __typename: 'ChangePage', cursor: string, changes: Array<{ __typename: 'NodeChange', nodeId: string, node:
          | { __typename: 'AccessToken', id: string }
          | { __typename: 'Account', id: string }
          | { __typename: 'Artifact', id: string }
          | { __typename: 'Assessment', id: string }
          | { __typename: 'CalendarFeed', id: string }
          | { __typename: 'ChangeSet', id: string }
          | { __typename: 'DailyFocus', id: string }
          | { __typename: 'EnergyEntry', id: string }
          | { __typename: 'EnergyPrompt', id: string }
          | { __typename: 'EnergySampling', id: string }
          | { __typename: 'EnergyScale', id: string }
          | { __typename: 'EngagementPulse', id: string }
          | { __typename: 'Feedback', id: string }
          | { __typename: 'FeedbackRequest', id: string }
          | { __typename: 'Framework', id: string }
          | { __typename: 'Goal', id: string }
          | { __typename: 'GoalCheckIn', id: string }
          | { __typename: 'Habit', id: string }
          | { __typename: 'HabitMark', id: string }
          | { __typename: 'Integration', id: string }
          | { __typename: 'IntegrationSignIn', id: string }
          | { __typename: 'JobApplication', id: string }
          | { __typename: 'Label', id: string }
          | { __typename: 'Learning', id: string }
          | { __typename: 'Link', id: string }
          | { __typename: 'Meeting', id: string }
          | { __typename: 'MeetingItem', id: string }
          | { __typename: 'MeetingSeries', id: string }
          | { __typename: 'Milestone', id: string }
          | { __typename: 'MiroBoard', id: string }
          | { __typename: 'MiroFrame', id: string }
          | { __typename: 'MiroImport', id: string }
          | { __typename: 'OutlookCalendar', id: string }
          | { __typename: 'OutlookResponse', id: string }
          | { __typename: 'Passkey', id: string }
          | { __typename: 'Person', id: string }
          | { __typename: 'PracticeInterview', id: string }
          | { __typename: 'Prompt', id: string }
          | { __typename: 'PromptReview', id: string }
          | { __typename: 'PushSubscription', id: string }
          | { __typename: 'Recurrence', id: string }
          | { __typename: 'Reminder', id: string }
          | { __typename: 'ReviewSettings', id: string }
          | { __typename: 'RoleProfile', id: string }
          | { __typename: 'RoleRequirement', id: string }
          | { __typename: 'SavedFilter', id: string }
          | { __typename: 'SecurityEvent', id: string }
          | { __typename: 'Session', id: string }
          | { __typename: 'Skill', id: string }
          | { __typename: 'SkillCategory', id: string }
          | { __typename: 'SkillTarget', id: string }
          | { __typename: 'Story', id: string }
          | { __typename: 'SyncConflict', id: string }
          | { __typename: 'SyncRun', id: string }
          | { __typename: 'SyncTask', id: string }
          | { __typename: 'Task', title: string, status: TaskStatus, estimateMinutes: number | null, version: number, id: string }
          | { __typename: 'TaskPlan', id: string }
          | { __typename: 'TaskTimer', id: string }
          | { __typename: 'TimeBlock', id: string }
          | { __typename: 'TimeEntry', id: string }
          | { __typename: 'TodoList', id: string }
          | { __typename: 'Webhook', id: string }
          | { __typename: 'WebhookDelivery', id: string }
         | null }> }
    | { __typename: 'CursorExpiredError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
   };

export type BoardAccountFragment = { __typename: 'Account', id: string, name: string, email: string };

type BoardFormError_ConflictError_Fragment = { __typename: 'ConflictError', code: string, message: string };

type BoardFormError_CursorExpiredError_Fragment = { __typename: 'CursorExpiredError', code: string, message: string };

type BoardFormError_InvalidCredentialsError_Fragment = { __typename: 'InvalidCredentialsError', code: string, message: string };

type BoardFormError_InvalidInputError_Fragment = { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ __typename: 'InputIssue', path: Array<string>, message: string }> };

type BoardFormError_InvalidPasskeyError_Fragment = { __typename: 'InvalidPasskeyError', code: string, message: string };

type BoardFormError_InvalidRecoveryCodeError_Fragment = { __typename: 'InvalidRecoveryCodeError', code: string, message: string };

type BoardFormError_InvalidRefreshTokenError_Fragment = { __typename: 'InvalidRefreshTokenError', code: string, message: string };

type BoardFormError_MailUnavailableError_Fragment = { __typename: 'MailUnavailableError', code: string, message: string };

type BoardFormError_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, message: string };

type BoardFormError_PasskeysUnavailableError_Fragment = { __typename: 'PasskeysUnavailableError', code: string, message: string };

type BoardFormError_SignUpClosedError_Fragment = { __typename: 'SignUpClosedError', code: string, message: string };

type BoardFormError_TooManyPasswordsError_Fragment = { __typename: 'TooManyPasswordsError', code: string, message: string };

export type BoardFormErrorFragment =
  | BoardFormError_ConflictError_Fragment
  | BoardFormError_CursorExpiredError_Fragment
  | BoardFormError_InvalidCredentialsError_Fragment
  | BoardFormError_InvalidInputError_Fragment
  | BoardFormError_InvalidPasskeyError_Fragment
  | BoardFormError_InvalidRecoveryCodeError_Fragment
  | BoardFormError_InvalidRefreshTokenError_Fragment
  | BoardFormError_MailUnavailableError_Fragment
  | BoardFormError_NotFoundError_Fragment
  | BoardFormError_PasskeysUnavailableError_Fragment
  | BoardFormError_SignUpClosedError_Fragment
  | BoardFormError_TooManyPasswordsError_Fragment
;

export type BoardSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type BoardSignInMutation = { signIn:
    | { __typename: 'InvalidCredentialsError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ __typename: 'InputIssue', path: Array<string>, message: string }> }
    | { __typename: 'SignInPayload', accessToken: string | null, refreshToken: string | null, account: { __typename: 'Account', id: string, name: string, email: string } }
    | { __typename: 'TooManyPasswordsError', code: string, message: string }
   };

export type BoardSignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type BoardSignUpMutation = { signUp:
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ __typename: 'InputIssue', path: Array<string>, message: string }> }
    | { __typename: 'SignUpClosedError', code: string, message: string }
    | { __typename: 'SignUpPayload', accessToken: string | null, refreshToken: string | null, account: { __typename: 'Account', id: string, name: string, email: string } }
    | { __typename: 'TooManyPasswordsError', code: string, message: string }
   };

export type BoardTrashQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type BoardTrashQuery = { trash: { __typename: 'TrashedNodeConnection', totalCount: number, nodes: Array<{ __typename: 'TrashedNode', node:
        | { __typename: 'AccessToken' }
        | { __typename: 'Account' }
        | { __typename: 'Artifact' }
        | { __typename: 'Assessment' }
        | { __typename: 'CalendarFeed' }
        | { __typename: 'ChangeSet' }
        | { __typename: 'DailyFocus' }
        | { __typename: 'EnergyEntry' }
        | { __typename: 'EnergyPrompt' }
        | { __typename: 'EnergySampling' }
        | { __typename: 'EnergyScale' }
        | { __typename: 'EngagementPulse' }
        | { __typename: 'Feedback' }
        | { __typename: 'FeedbackRequest' }
        | { __typename: 'Framework' }
        | { __typename: 'Goal' }
        | { __typename: 'GoalCheckIn' }
        | { __typename: 'Habit' }
        | { __typename: 'HabitMark' }
        | { __typename: 'Integration' }
        | { __typename: 'IntegrationSignIn' }
        | { __typename: 'JobApplication' }
        | { __typename: 'Label' }
        | { __typename: 'Learning' }
        | { __typename: 'Link' }
        | { __typename: 'Meeting' }
        | { __typename: 'MeetingItem' }
        | { __typename: 'MeetingSeries' }
        | { __typename: 'Milestone' }
        | { __typename: 'MiroBoard' }
        | { __typename: 'MiroFrame' }
        | { __typename: 'MiroImport' }
        | { __typename: 'OutlookCalendar' }
        | { __typename: 'OutlookResponse' }
        | { __typename: 'Passkey' }
        | { __typename: 'Person' }
        | { __typename: 'PracticeInterview' }
        | { __typename: 'Prompt' }
        | { __typename: 'PromptReview' }
        | { __typename: 'PushSubscription' }
        | { __typename: 'Recurrence' }
        | { __typename: 'Reminder' }
        | { __typename: 'ReviewSettings' }
        | { __typename: 'RoleProfile' }
        | { __typename: 'RoleRequirement' }
        | { __typename: 'SavedFilter' }
        | { __typename: 'SecurityEvent' }
        | { __typename: 'Session' }
        | { __typename: 'Skill' }
        | { __typename: 'SkillCategory' }
        | { __typename: 'SkillTarget' }
        | { __typename: 'Story' }
        | { __typename: 'SyncConflict' }
        | { __typename: 'SyncRun' }
        | { __typename: 'SyncTask' }
        | { __typename: 'Task', id: string, title: string, status: TaskStatus, estimateMinutes: number | null, version: number }
        | { __typename: 'TaskPlan' }
        | { __typename: 'TaskTimer' }
        | { __typename: 'TimeBlock' }
        | { __typename: 'TimeEntry' }
        | { __typename: 'TodoList' }
        | { __typename: 'Webhook' }
        | { __typename: 'WebhookDelivery' }
       | null }>, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean } } };

export type BoardSignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type BoardSignOutMutation = { signOut:
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'SignOutPayload' }
   };

export type SendOutboxMutationVariables = Exact<{
  input: BatchInput;
}>;


export type SendOutboxMutation = { batch:
    | { __typename: 'BatchPayload', items: Array<{ __typename: 'BatchItem', status: BatchItemStatus, node:
          | { __typename: 'AccessToken' }
          | { __typename: 'Account', version: number }
          | { __typename: 'Artifact', version: number, trashedAt: string | null }
          | { __typename: 'Assessment', version: number, trashedAt: string | null }
          | { __typename: 'CalendarFeed' }
          | { __typename: 'ChangeSet' }
          | { __typename: 'DailyFocus', version: number, trashedAt: string | null }
          | { __typename: 'EnergyEntry', version: number, trashedAt: string | null }
          | { __typename: 'EnergyPrompt', version: number }
          | { __typename: 'EnergySampling', version: number }
          | { __typename: 'EnergyScale', version: number, trashedAt: string | null }
          | { __typename: 'EngagementPulse', version: number, trashedAt: string | null }
          | { __typename: 'Feedback', version: number, trashedAt: string | null }
          | { __typename: 'FeedbackRequest', version: number, trashedAt: string | null }
          | { __typename: 'Framework', version: number, trashedAt: string | null }
          | { __typename: 'Goal', version: number, trashedAt: string | null }
          | { __typename: 'GoalCheckIn', version: number, trashedAt: string | null }
          | { __typename: 'Habit', version: number, trashedAt: string | null }
          | { __typename: 'HabitMark', version: number }
          | { __typename: 'Integration' }
          | { __typename: 'IntegrationSignIn' }
          | { __typename: 'JobApplication', version: number, trashedAt: string | null }
          | { __typename: 'Label', version: number, trashedAt: string | null }
          | { __typename: 'Learning', version: number, trashedAt: string | null }
          | { __typename: 'Link', version: number, trashedAt: string | null }
          | { __typename: 'Meeting', version: number, trashedAt: string | null }
          | { __typename: 'MeetingItem', version: number, trashedAt: string | null }
          | { __typename: 'MeetingSeries', version: number, trashedAt: string | null }
          | { __typename: 'Milestone', version: number, trashedAt: string | null }
          | { __typename: 'MiroBoard' }
          | { __typename: 'MiroFrame' }
          | { __typename: 'MiroImport' }
          | { __typename: 'OutlookCalendar' }
          | { __typename: 'OutlookResponse' }
          | { __typename: 'Passkey' }
          | { __typename: 'Person', version: number, trashedAt: string | null }
          | { __typename: 'PracticeInterview', version: number, trashedAt: string | null }
          | { __typename: 'Prompt', version: number, trashedAt: string | null }
          | { __typename: 'PromptReview', version: number }
          | { __typename: 'PushSubscription' }
          | { __typename: 'Recurrence', version: number, trashedAt: string | null }
          | { __typename: 'Reminder', version: number, trashedAt: string | null }
          | { __typename: 'ReviewSettings', version: number }
          | { __typename: 'RoleProfile', version: number, trashedAt: string | null }
          | { __typename: 'RoleRequirement', version: number }
          | { __typename: 'SavedFilter', version: number, trashedAt: string | null }
          | { __typename: 'SecurityEvent' }
          | { __typename: 'Session' }
          | { __typename: 'Skill', version: number, trashedAt: string | null }
          | { __typename: 'SkillCategory', version: number, trashedAt: string | null }
          | { __typename: 'SkillTarget', version: number, trashedAt: string | null }
          | { __typename: 'Story', version: number, trashedAt: string | null }
          | { __typename: 'SyncConflict' }
          | { __typename: 'SyncRun' }
          | { __typename: 'SyncTask' }
          | { __typename: 'Task', version: number, trashedAt: string | null }
          | { __typename: 'TaskPlan', version: number }
          | { __typename: 'TaskTimer', version: number }
          | { __typename: 'TimeBlock' }
          | { __typename: 'TimeEntry', version: number, trashedAt: string | null }
          | { __typename: 'TodoList' }
          | { __typename: 'Webhook' }
          | { __typename: 'WebhookDelivery' }
         | null, error:
          | { __typename: 'ConflictError', currentVersion: number | null, code: string, message: string }
          | { __typename: 'CursorExpiredError', code: string, message: string }
          | { __typename: 'InvalidCredentialsError', code: string, message: string }
          | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ __typename: 'InputIssue', path: Array<string>, message: string }> }
          | { __typename: 'InvalidPasskeyError', code: string, message: string }
          | { __typename: 'InvalidRecoveryCodeError', code: string, message: string }
          | { __typename: 'InvalidRefreshTokenError', code: string, message: string }
          | { __typename: 'MailUnavailableError', code: string, message: string }
          | { __typename: 'NotFoundError', code: string, message: string }
          | { __typename: 'PasskeysUnavailableError', code: string, message: string }
          | { __typename: 'SignUpClosedError', code: string, message: string }
          | { __typename: 'TooManyPasswordsError', code: string, message: string }
         | null }> }
    | { __typename: 'InvalidInputError', code: string, message: string }
   };

export const BoardAccountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BoardAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]} as unknown as DocumentNode<BoardAccountFragment, unknown>;
export const BoardFormErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BoardFormError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<BoardFormErrorFragment, unknown>;
export const BoardColumnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BoardColumn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskStatus"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"UPDATED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"estimateMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<BoardColumnQuery, BoardColumnQueryVariables>;
export const BoardChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"BoardChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TASK"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"estimateMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<BoardChangedSubscription, BoardChangedSubscriptionVariables>;
export const BoardSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BoardSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BoardAccount"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BoardFormError"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BoardAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BoardFormError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<BoardSignInMutation, BoardSignInMutationVariables>;
export const BoardSignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BoardSignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BoardAccount"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BoardFormError"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BoardAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BoardFormError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<BoardSignUpMutation, BoardSignUpMutationVariables>;
export const BoardTrashDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BoardTrash"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trash"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TASK"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"estimateMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<BoardTrashQuery, BoardTrashQueryVariables>;
export const BoardSignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BoardSignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<BoardSignOutMutation, BoardSignOutMutationVariables>;
export const SendOutboxDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendOutbox"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BatchInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BatchPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Owned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trashable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}}]}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SendOutboxMutation, SendOutboxMutationVariables>;