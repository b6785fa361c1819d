/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What an access token may do. */
export type AccessScope =
  /** Read everything you can read. */
  | 'READ'
  /** Change everything you can change, but for your account, sessions and tokens. */
  | 'WRITE';

/** How far an application got. Can be compared: INTERESTED is the lowest. */
export type ApplicationStage =
  /** You take it. */
  | 'ACCEPTED'
  /** You have applied. */
  | 'APPLIED'
  /** You know of the job. */
  | 'INTERESTED'
  /** They talk with you. */
  | 'INTERVIEWING'
  /** They want you. */
  | 'OFFER'
  /** They do not want you. */
  | 'REJECTED'
  /** They look at you. */
  | 'SCREENING'
  /** You do not want it. */
  | 'WITHDRAWN';

/** What an artifact is. */
export type ArtifactKind =
  /** What somebody attests, such as an exam or a degree. */
  | 'CERTIFICATE'
  /** A curriculum vitae. */
  | 'CV'
  /** Anything else. */
  | 'OTHER'
  /** A collection of work. */
  | 'PORTFOLIO';

/** Whose judgement it is. */
export type AssessmentSource =
  /** A manager’s. */
  | 'MANAGER'
  /** A colleague’s. */
  | 'PEER'
  /** Your own. */
  | 'SELF';

/** Somebody who is asked to a meeting: one of your people, or anybody by name or e-mail address. */
export type AttendeeInput = {
  /** Their e-mail address, by which they are known from then on. */
  email?: string | null | undefined;
  /** What they are called. */
  name?: string | null | undefined;
  /** One of your people. */
  personId?: string | null | undefined;
  /** What they said; NEEDS_ACTION when nothing is said. */
  response?: MeetingAttendeeResponse | null | undefined;
};

/** Changes to be made at once. */
export type BatchInput = {
  /** What becomes of it when one is refused. */
  mode?: BatchMode | null | undefined;
  /** The changes in their order, at most 200. They may refer to rows that those before them make, by chosen ids. */
  operations: Array<BatchOperation>;
};

/** What came of an operation of a batch. */
export type BatchItemStatus =
  /** It was done. */
  | 'DONE'
  /** It was not done; its `error` says why. */
  | 'FAILED'
  /** It was not done, because another one failed. */
  | 'NOT_DONE';

/** What becomes of a batch when one of its operations is refused. */
export type BatchMode =
  /** Nothing is done. What is done is one operation in the history, which one undo takes back. */
  | 'ATOMIC'
  /** The others are done. Each is an operation of its own in the history. */
  | 'PER_ITEM';

/** One mutation with its input: exactly one of these. */
export type BatchOperation =
  {   /** Gives a goal up. */
  abandonGoal: RowInput; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never;   /** Notes that a goal was reached. */
  achieveGoal: RowInput; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never;   /** Takes note of feedback that you received. */
  acknowledgeFeedback: RowInput; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never;   /** Gives a task up. */
  cancelTask: RowInput; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never;   /** Moves what is open on an agenda to a later meeting, and answers that one. */
  carryOverAgenda: CarryOverAgendaInput; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never;   /** Closes a day: how it went, and which tasks move on to another one. */
  closeDay: CloseDayInput; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never;   /** Finishes a task. */
  completeTask: RowInput; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never;   /** Makes an artifact. */
  createArtifact: CreateArtifactInput; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never;   /** Notes how good somebody found you to be at a skill. */
  createAssessment: CreateAssessmentInput; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never;   /** Notes how much energy you have, or had. */
  createEnergyEntry: CreateEnergyEntryInput; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never;   /** Notes feedback. */
  createFeedback: CreateFeedbackInput; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never;   /** Makes a framework. */
  createFramework: CreateFrameworkInput; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never;   /** Sets a goal. */
  createGoal: CreateGoalInput; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never;   /** Notes how a goal stands: the latest check-in sets its health, and the latest with a value its metric. */
  createGoalCheckIn: CreateGoalCheckInInput; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never;   /** Makes an application. */
  createJobApplication: CreateJobApplicationInput; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never;   /** Makes a label. */
  createLabel: CreateLabelInput; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never;   /** Notes something learned. */
  createLearning: CreateLearningInput; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never;   /** Links one row to another. The same link in the trash is restored, with the new notes if any are given. */
  createLink: CreateLinkInput; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never;   /** Makes a meeting. */
  createMeeting: CreateMeetingInput; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never;   /** Adds a line to a meeting’s agenda, preparation or decisions. */
  createMeetingItem: CreateMeetingItemInput; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never;   /** Makes a series of meetings. */
  createMeetingSeries: CreateMeetingSeriesInput; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never;   /** Adds a milestone to a goal. */
  createMilestone: CreateMilestoneInput; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never;   /** Makes a person. */
  createPerson: CreatePersonInput; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never;   /** Notes an interview that was held for practice. */
  createPracticeInterview: CreatePracticeInterviewInput; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never;   /** Makes a role. */
  createRoleProfile: CreateRoleProfileInput; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never;   /** Makes a skill, at the end of its category. */
  createSkill: CreateSkillInput; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never;   /** Makes a category, at the end of its framework. */
  createSkillCategory: CreateSkillCategoryInput; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never;   /** Aims at a level of a skill. */
  createSkillTarget: CreateSkillTargetInput; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never;   /** Makes a story. */
  createStory: CreateStoryInput; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never;   /** Makes a task, at the end of your order. */
  createTask: CreateTaskInput; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never;   /** Moves an application to another stage. */
  moveJobApplication: MoveJobApplicationInput; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never;   /** Says how engaged you felt over a week; said again, it replaces what was said. */
  recordEngagement: RecordEngagementInput; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never;   /** Opens a closed day again. What was carried over stays where it is. */
  reopenDay: ReopenDayInput; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never;   /** Makes a goal that was achieved or abandoned active again. */
  reopenGoal: RowInput; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never;   /** Puts a task that was done or cancelled back among those to do. */
  reopenTask: RowInput; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never;   /** Moves a task within your order. */
  reorderTask: ReorderTaskInput; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never;   /** Plans a task for a day, a moment, or no time in particular. */
  rescheduleTask: RescheduleTaskInput; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never;   /** Takes an artifact out of the trash. */
  restoreArtifact: RowInput; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never;   /** Takes an assessment out of the trash. */
  restoreAssessment: RowInput; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never;   /** Takes an energy entry out of the trash. */
  restoreEnergyEntry: RowInput; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never;   /** Takes feedback out of the trash. */
  restoreFeedback: RowInput; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never;   /** Takes a framework out of the trash. */
  restoreFramework: RowInput; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never;   /** Takes a goal out of the trash, and the subgoals that went there with it. */
  restoreGoal: RowInput; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never;   /** Takes a check-in out of the trash. */
  restoreGoalCheckIn: RowInput; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never;   /** Takes an application out of the trash. */
  restoreJobApplication: RowInput; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never;   /** Takes a label out of the trash. */
  restoreLabel: RowInput; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never;   /** Takes a learning out of the trash. */
  restoreLearning: RowInput; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never;   /** Takes a link out of the trash. */
  restoreLink: RowInput; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never;   /** Takes a meeting out of the trash. */
  restoreMeeting: RowInput; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never;   /** Takes a line of a meeting out of the trash. */
  restoreMeetingItem: RowInput; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never;   /** Takes a series out of the trash. */
  restoreMeetingSeries: RowInput; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never;   /** Takes a milestone out of the trash, to where it stood. */
  restoreMilestone: RowInput; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never;   /** Takes a person out of the trash. */
  restorePerson: RowInput; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never;   /** Takes a practice interview out of the trash. */
  restorePracticeInterview: RowInput; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never;   /** Takes a role out of the trash. */
  restoreRoleProfile: RowInput; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never;   /** Takes a skill out of the trash. */
  restoreSkill: RowInput; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never;   /** Takes a category out of the trash. */
  restoreSkillCategory: RowInput; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never;   /** Takes a target out of the trash. */
  restoreSkillTarget: RowInput; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never;   /** Takes a story out of the trash. */
  restoreStory: RowInput; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never;   /** Takes a task out of the trash, and the subtasks that went there with it. */
  restoreTask: RowInput; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never;   /** Notes that something was looked at again, how well it sits, and when to look next. */
  reviewLearning: ReviewLearningInput; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never;   /** Says what a day is for. */
  setDailyFocus: SetDailyFocusInput; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never;   /** Puts an artifact in the trash: it counts for no role until it is restored. */
  trashArtifact: RowInput; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never;   /** Puts an assessment in the trash: it no longer counts. */
  trashAssessment: RowInput; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never;   /** Puts an energy entry in the trash: nothing lists or counts it until it is restored. */
  trashEnergyEntry: RowInput; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never;   /** Puts feedback in the trash. */
  trashFeedback: RowInput; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never;   /** Puts a framework in the trash: the matrix leaves out its skills until it is restored. */
  trashFramework: RowInput; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never;   /** Puts a goal in the trash, and its subgoals with it. Its tasks stay where they are. */
  trashGoal: RowInput; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never;   /** Puts a check-in in the trash: its goal then stands as the one before said. */
  trashGoalCheckIn: RowInput; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never;   /** Puts an application in the trash. */
  trashJobApplication: RowInput; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never;   /** Puts a label in the trash: it no longer shows on anything, until it is restored. */
  trashLabel: RowInput; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never;   /** Puts a learning in the trash: nothing lists or counts it until it is restored. */
  trashLearning: RowInput; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never;   /** Puts a link in the trash; its rows stay as they are. */
  trashLink: RowInput; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never;   /** Puts a meeting in the trash. */
  trashMeeting: RowInput; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never;   /** Puts a line of a meeting in the trash. */
  trashMeetingItem: RowInput; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never;   /** Puts a series in the trash. Its meetings stay. */
  trashMeetingSeries: RowInput; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never;   /** Puts a milestone in the trash: it no longer counts. */
  trashMilestone: RowInput; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never;   /** Puts a person in the trash. What they were part of keeps naming them. */
  trashPerson: RowInput; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never;   /** Puts a practice interview in the trash: it counts for no role until it is restored. */
  trashPracticeInterview: RowInput; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never;   /** Puts a role in the trash. */
  trashRoleProfile: RowInput; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never;   /** Puts a skill in the trash: the matrix leaves it out until it is restored. */
  trashSkill: RowInput; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never;   /** Puts a category in the trash: the matrix leaves out its skills until it is restored. */
  trashSkillCategory: RowInput; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never;   /** Puts a target in the trash: the one before it counts again. */
  trashSkillTarget: RowInput; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never;   /** Puts a story in the trash: it counts for no role until it is restored. */
  trashStory: RowInput; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never;   /** Puts a task in the trash, and its subtasks with it. */
  trashTask: RowInput; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never;   /** Makes a task of a line of a meeting, joined to the meeting; a line of the agenda is then dealt with. */
  turnIntoTask: TurnIntoTaskInput; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never;   /** Puts feedback back among what is to be taken note of. */
  unacknowledgeFeedback: RowInput; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never;   /** Changes an artifact. */
  updateArtifact: UpdateArtifactInput; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never;   /** Changes an energy entry. */
  updateEnergyEntry: UpdateEnergyEntryInput; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never;   /** Changes feedback. */
  updateFeedback: UpdateFeedbackInput; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never;   /** Changes a framework. */
  updateFramework: UpdateFrameworkInput; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never;   /** Changes a goal. */
  updateGoal: UpdateGoalInput; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never;   /** Changes an application. */
  updateJobApplication: UpdateJobApplicationInput; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never;   /** Changes a label. */
  updateLabel: UpdateLabelInput; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never;   /** Changes a learning. */
  updateLearning: UpdateLearningInput; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never;   /** Changes the notes of a link. */
  updateLink: UpdateLinkInput; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never;   /** Changes a meeting. */
  updateMeeting: UpdateMeetingInput; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never;   /** Changes a line of a meeting, or where it stands. */
  updateMeetingItem: UpdateMeetingItemInput; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never;   /** Changes a series of meetings. */
  updateMeetingSeries: UpdateMeetingSeriesInput; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never;   /** Changes a milestone, says whether it is reached, or moves it. */
  updateMilestone: UpdateMilestoneInput; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never;   /** Changes a person. */
  updatePerson: UpdatePersonInput; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never;   /** Changes a practice interview. */
  updatePracticeInterview: UpdatePracticeInterviewInput; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never;   /** Changes a role, and what it asks. */
  updateRoleProfile: UpdateRoleProfileInput; updateSkill?: never; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never;   /** Changes a skill, or where it stands. */
  updateSkill: UpdateSkillInput; updateSkillCategory?: never; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never;   /** Changes a category, or where it stands. */
  updateSkillCategory: UpdateSkillCategoryInput; updateStory?: never; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never;   /** Changes a story. */
  updateStory: UpdateStoryInput; updateTask?: never; }
  |  { abandonGoal?: never; achieveGoal?: never; acknowledgeFeedback?: never; cancelTask?: never; carryOverAgenda?: never; closeDay?: never; completeTask?: never; createArtifact?: never; createAssessment?: never; createEnergyEntry?: never; createFeedback?: never; createFramework?: never; createGoal?: never; createGoalCheckIn?: never; createJobApplication?: never; createLabel?: never; createLearning?: never; createLink?: never; createMeeting?: never; createMeetingItem?: never; createMeetingSeries?: never; createMilestone?: never; createPerson?: never; createPracticeInterview?: never; createRoleProfile?: never; createSkill?: never; createSkillCategory?: never; createSkillTarget?: never; createStory?: never; createTask?: never; moveJobApplication?: never; recordEngagement?: never; reopenDay?: never; reopenGoal?: never; reopenTask?: never; reorderTask?: never; rescheduleTask?: never; restoreArtifact?: never; restoreAssessment?: never; restoreEnergyEntry?: never; restoreFeedback?: never; restoreFramework?: never; restoreGoal?: never; restoreGoalCheckIn?: never; restoreJobApplication?: never; restoreLabel?: never; restoreLearning?: never; restoreLink?: never; restoreMeeting?: never; restoreMeetingItem?: never; restoreMeetingSeries?: never; restoreMilestone?: never; restorePerson?: never; restorePracticeInterview?: never; restoreRoleProfile?: never; restoreSkill?: never; restoreSkillCategory?: never; restoreSkillTarget?: never; restoreStory?: never; restoreTask?: never; reviewLearning?: never; setDailyFocus?: never; trashArtifact?: never; trashAssessment?: never; trashEnergyEntry?: never; trashFeedback?: never; trashFramework?: never; trashGoal?: never; trashGoalCheckIn?: never; trashJobApplication?: never; trashLabel?: never; trashLearning?: never; trashLink?: never; trashMeeting?: never; trashMeetingItem?: never; trashMeetingSeries?: never; trashMilestone?: never; trashPerson?: never; trashPracticeInterview?: never; trashRoleProfile?: never; trashSkill?: never; trashSkillCategory?: never; trashSkillTarget?: never; trashStory?: never; trashTask?: never; turnIntoTask?: never; unacknowledgeFeedback?: never; updateArtifact?: never; updateEnergyEntry?: never; updateFeedback?: never; updateFramework?: never; updateGoal?: never; updateJobApplication?: never; updateLabel?: never; updateLearning?: never; updateLink?: never; updateMeeting?: never; updateMeetingItem?: never; updateMeetingSeries?: never; updateMilestone?: never; updatePerson?: never; updatePracticeInterview?: never; updateRoleProfile?: never; updateSkill?: never; updateSkillCategory?: never; updateStory?: never;   /** Changes a task. */
  updateTask: UpdateTaskInput; };

/** An agenda to carry over. */
export type CarryOverAgendaInput = {
  /** The meeting whose open items move on. */
  id: string;
  /** The meeting they move to; the next of the series when nothing is said. */
  toMeetingId?: string | null | undefined;
};

/** What was done to a row. */
export type ChangeAction =
  /** It was made, or brought back after it was removed. */
  | 'CREATE'
  /** It was removed for good. */
  | 'DELETE'
  /** It was changed; putting it in the trash is a change as well. */
  | 'UPDATE';

/** How a day went, and what moves on. */
export type CloseDayInput = {
  /** Open tasks to plan for another day, at most 100. */
  carryOverIds?: Array<string> | null | undefined;
  /** The day to plan them for; the next day when nothing is said. */
  carryOverTo?: string | null | undefined;
  /** The day. */
  date?: string | null | undefined;
  /** Close it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** How it went, in Markdown, at most 10,000 characters. */
  reflection?: string | null | undefined;
};

/** An access token to make. */
export type CreateAccessTokenInput = {
  /** When it stops working, such as `P90D`; never when nothing is said. */
  expiresAt?: string | null | undefined;
  /** What it is for: 1 to 100 characters. */
  name: string;
  /** What it may do; READ must be among it. */
  scopes: Array<AccessScope>;
};

/** An artifact to make. */
export type CreateArtifactInput = {
  /** The last day it counts; not before the day it was made. */
  expiresOn?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What it is. */
  kind: ArtifactKind;
  /** The day it was made or awarded. */
  madeOn?: string | null | undefined;
  /** Anything to remember about it, in Markdown, at most 20,000 characters. */
  notes?: string | null | undefined;
  /** What it is called: 1 to 200 characters. */
  title: string;
  /** Where it is: an http or https address of at most 2,000 characters. */
  url?: string | null | undefined;
};

/** A judgement to note. It stays as it is: a new judgement is another one. */
export type CreateAssessmentInput = {
  /** The day it was judged; today when nothing is said. */
  assessedOn?: string | null | undefined;
  /** How sure they are, from 1 (a guess) to 5 (certain). */
  confidence?: number | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** The level, from 0 to the highest of the framework. */
  level: number;
  /** Why, in Markdown, at most 20,000 characters. */
  notes?: string | null | undefined;
  /** Who judged; not for your own judgement. */
  personId?: string | null | undefined;
  /** The skill. */
  skillId: string;
  /** Whose judgement it is. */
  source: AssessmentSource;
};

/** Energy to note. Every rating is from 1 to 5. */
export type CreateEnergyEntryInput = {
  /** The moment it describes; a new entry is about now when nothing is said. */
  at?: string | null | undefined;
  /** From 1 (empty) to 5 (full). */
  energy: number;
  /** From 1 (indifferent) to 5 (eager). */
  engagement?: number | null | undefined;
  /** From 1 (scattered) to 5 (absorbed). */
  focus?: number | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The meeting it is about. */
  meetingId?: string | null | undefined;
  /** Whether it was before, during or after what it is about. */
  moment?: EnergyMoment | null | undefined;
  /** From 1 (bad) to 5 (good). */
  mood?: number | null | undefined;
  /** Anything to remember about it, at most 2,000 characters. */
  notes?: string | null | undefined;
  /** The person it is about. */
  personId?: string | null | undefined;
  /** From 1 (calm) to 5 (overwhelmed). */
  stress?: number | null | undefined;
  /** The task it is about. */
  taskId?: string | null | undefined;
};

/** Feedback to note. */
export type CreateFeedbackInput = {
  /** What was said, in Markdown: 1 to 20,000 characters. */
  body: string;
  /** What it was about, in one line of at most 500 characters. */
  context?: string | null | undefined;
  /** Which way it went. */
  direction: FeedbackDirection;
  /** All the goals it is about, at most 20. */
  goalIds?: Array<string> | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What it is. */
  kind: FeedbackKind;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The meeting it was about. */
  meetingId?: string | null | undefined;
  /** The day it was said; today when nothing is said. */
  occurredOn?: string | null | undefined;
  /** Whom it came from or went to; nobody when it is to yourself. */
  personId?: string | null | undefined;
  /** All the skills it is about, at most 20. */
  skillIds?: Array<string> | null | undefined;
  /** The task that follows it up. */
  taskId?: string | null | undefined;
};

/** A framework to make. */
export type CreateFrameworkInput = {
  /** What it is for, in Markdown. */
  description?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** The highest level of its scale, 1 to 10; 5 when nothing is said. */
  maxLevel?: number | null | undefined;
  /** What it is called: 1 to 200 characters. */
  name: string;
};

/** How a goal stands, or stood on an earlier day. */
export type CreateGoalCheckInInput = {
  /** The day it stood like this, today when nothing is said. */
  checkedOn?: string | null | undefined;
  /** Which goal. */
  goalId: string;
  /** How it looks. */
  health: GoalHealth;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What happened, in Markdown, at most 10,000 characters. */
  notes?: string | null | undefined;
  /** Where its metric is, from -1e15 to 1e15; only for a goal that has one. */
  value?: number | null | undefined;
};

/** A goal to set. */
export type CreateGoalInput = {
  /** What it is good for, in Markdown, at most 20,000 characters. */
  description?: string | null | undefined;
  /** The day to reach it by, not before `startsOn`. */
  dueOn?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What sort of goal it is. */
  kind: GoalKind;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** What to measure it by, the whole of it; null: by nothing. */
  metric?: GoalMetricInput | null | undefined;
  /** The goal that it is part of. A tree of goals has at most 10 levels. */
  parentId?: string | null | undefined;
  /** The first day of work on it. */
  startsOn?: string | null | undefined;
  /** What has become of it; a new goal is ACTIVE if nothing is said. */
  status?: GoalStatus | null | undefined;
  /** What is to be reached, in one line of 1 to 300 characters. */
  title: string;
};

/** An application to make. */
export type CreateJobApplicationInput = {
  /** When it came to this stage; now when nothing is said. */
  at?: string | null | undefined;
  /** Where it is: 1 to 200 characters. */
  company: string;
  /** All who are part of it, at most 50. */
  contactIds?: Array<string> | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** The task that comes next. */
  nextTaskId?: string | null | undefined;
  /** Anything to remember about it, in Markdown, at most 50,000 characters. */
  notes?: string | null | undefined;
  /** The role it is for. */
  roleProfileId?: string | null | undefined;
  /** Where the job was found, in one line. */
  source?: string | null | undefined;
  /** How far it got; INTERESTED when nothing is said. */
  stage?: ApplicationStage | null | undefined;
  /** The job’s title: 1 to 300 characters. */
  title: string;
  /** Where it is described: an address with http or https. */
  url?: string | null | undefined;
};

/** A label to make. */
export type CreateLabelInput = {
  /** A CSS hex color such as `#3b82f6`; slate grey when nothing is said. */
  color?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What to call it: 1 to 60 characters, unique among your labels. */
  name: string;
};

/** Something learned. */
export type CreateLearningInput = {
  /** How well it sits: from 1 (heard of it) to 5 (could teach it). */
  confidence?: number | null | undefined;
  /** All goals that it supports, at most 20. */
  goalIds?: Array<string> | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The day it was learned; a new one today when nothing is said. */
  learnedOn?: string | null | undefined;
  /** More about it, in Markdown, at most 50,000 characters. */
  notes?: string | null | undefined;
  /** The day to look at it again. */
  reviewOn?: string | null | undefined;
  /** All skills that it supports, at most 20. */
  skillIds?: Array<string> | null | undefined;
  /** What it was learned from; OTHER when nothing is said. */
  sourceKind?: LearningSourceKind | null | undefined;
  /** What the source is called, at most 300 characters. */
  sourceTitle?: string | null | undefined;
  /** Where the source is found: a web address with http or https. */
  sourceUrl?: string | null | undefined;
  /** What was learned, in one line of 1 to 300 characters. */
  title: string;
};

/** A link to make: any two different rows, both in use; no labels, links, sessions or the like. */
export type CreateLinkInput = {
  /** The row that it starts at. */
  fromId: string;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What the one row is to the other. */
  kind: LinkKind;
  /** Why they belong together, at most 2,000 characters. */
  notes?: string | null | undefined;
  /** The row that it leads to. */
  toId: string;
};

/** A meeting to make: by the clock (startsAt, endsAt) or of whole days (startsOn, endsOn). */
export type CreateMeetingInput = {
  /** All who are asked to it, nobody twice, at most 200. */
  attendees?: Array<AttendeeInput> | null | undefined;
  /** What it comes with, such as the text of its invitation. */
  description?: string | null | undefined;
  /** When it ends: not before it starts, at most 31 days later. */
  endsAt?: string | null | undefined;
  /** Its last day; the first when nothing is said. */
  endsOn?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** Where to join it online: an address with http or https. */
  joinUrl?: string | null | undefined;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** What was said, in Markdown, at most 100,000 characters. */
  notes?: string | null | undefined;
  /** Who called it; they attend it too. */
  organizerId?: string | null | undefined;
  /** Where it is held, in one line of at most 500 characters. */
  place?: string | null | undefined;
  /** The series it is part of. */
  seriesId?: string | null | undefined;
  /** When it starts, unless it takes whole days. */
  startsAt?: string | null | undefined;
  /** Its first day, when it takes whole days. */
  startsOn?: string | null | undefined;
  /** Whether it is on; CONFIRMED when nothing is said. */
  status?: MeetingStatus | null | undefined;
  /** Where it is held, in time; your own zone when nothing is said. */
  timeZone?: string | null | undefined;
  /** What it is about: 1 to 300 characters. */
  title: string;
};

/** A line to add to a meeting. */
export type CreateMeetingItemInput = {
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What it is. */
  kind: MeetingItemKind;
  /** The meeting, which has at most 100 of each kind. */
  meetingId: string;
  /** What it says, in one line of at most 1,000 characters. */
  title: string;
};

/** A series to make. */
export type CreateMeetingSeriesInput = {
  /** What its meetings are for, in Markdown. */
  description?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What it is called: 1 to 300 characters. */
  title: string;
};

/** A milestone to add to a goal, as its last one. */
export type CreateMilestoneInput = {
  /** The day to reach it by. */
  dueOn?: string | null | undefined;
  /** Which goal; it has at most 100 milestones. */
  goalId: string;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** Whether it is reached: as of now, or still as of when it was. */
  isReached?: boolean | null | undefined;
  /** What is to be reached, in one line of 1 to 300 characters. */
  title: string;
};

/** A person to make. */
export type CreatePersonInput = {
  /** Where they work, at most 200 characters. */
  company?: string | null | undefined;
  /** All their e-mail addresses, the usual one first, at most ten; each belongs to one person. */
  emails?: Array<string> | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What they are called: 1 to 200 characters. */
  name: string;
  /** Anything to remember about them, in Markdown, at most 20,000 characters. */
  notes?: string | null | undefined;
  /** What they are to you; OTHER when nothing is said. */
  relationship?: PersonRelationship | null | undefined;
};

/** A practice interview to note. */
export type CreatePracticeInterviewInput = {
  /** The day it was held, not in the future; a new one was held today when nothing is said. */
  heldOn?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What it was about. */
  kind: PracticeInterviewKind;
  /** What was asked, and what to do better, in Markdown, at most 20,000 characters. */
  notes?: string | null | undefined;
  /** The role it was practice for. */
  roleProfileId?: string | null | undefined;
  /** How it went, from 1 (badly) to 5 (very well). */
  score?: number | null | undefined;
};

/** A role to make. */
export type CreateRoleProfileInput = {
  /** Where it is, at most 200 characters. */
  company?: string | null | undefined;
  /** More about it, in Markdown, at most 20,000 characters. */
  description?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** How senior it is, in the company’s own words, at most 100 characters. */
  level?: string | null | undefined;
  /** All that it asks, at most 50. */
  requirements?: Array<NewRoleRequirementInput> | null | undefined;
  /** What it is called: 1 to 200 characters. */
  title: string;
};

/** A category to make. */
export type CreateSkillCategoryInput = {
  /** What belongs in it, in Markdown. */
  description?: string | null | undefined;
  /** The framework it is part of, which has at most 50. */
  frameworkId: string;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What it is called: 1 to 200 characters. */
  name: string;
};

/** A skill to make. */
export type CreateSkillInput = {
  /** The category it is in, which has at most 100. */
  categoryId: string;
  /** What it takes, in Markdown, at most 20,000 characters. */
  description?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What its levels look like, all of them at once. */
  levels?: Array<SkillLevelInput> | null | undefined;
  /** What it is called: 1 to 200 characters. */
  name: string;
};

/** A level to aim at. It stays as it is: a new aim is another one, and the latest counts. */
export type CreateSkillTargetInput = {
  /** The day to reach it by, not before it is set. */
  dueOn?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** The level, from 0 to the highest of the framework. */
  level: number;
  /** Why, in Markdown, at most 20,000 characters. */
  notes?: string | null | undefined;
  /** The day it is aimed at from; today when nothing is said. */
  setOn?: string | null | undefined;
  /** The skill. */
  skillId: string;
};

/** A story to make. */
export type CreateStoryInput = {
  /** What you did, in Markdown, at most 20,000 characters. */
  action?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What came of it, in Markdown, at most 20,000 characters. */
  result?: string | null | undefined;
  /** Where and when it happened, in Markdown, at most 20,000 characters. */
  situation?: string | null | undefined;
  /** All the skills it shows, at most 20. */
  skillIds?: Array<string> | null | undefined;
  /** What was to be done, in Markdown, at most 20,000 characters. */
  task?: string | null | undefined;
  /** What it is called: 1 to 200 characters. */
  title: string;
};

/** A task to make. */
export type CreateTaskInput = {
  /** More about it, in Markdown, at most 20,000 characters. */
  description?: string | null | undefined;
  /** The last day on which finishing it still counts. */
  dueOn?: string | null | undefined;
  /** How long it should take: 1 to 43,200 minutes. */
  estimateMinutes?: number | null | undefined;
  /** The goal that it serves. */
  goalId?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The meeting it is an action item of. */
  meetingId?: string | null | undefined;
  /** The task that it is part of. */
  parentId?: string | null | undefined;
  /** How much it matters; a new task has NONE when nothing is said. */
  priority?: TaskPriority | null | undefined;
  /** The moment to plan it for, in place of any day. Not together with `scheduledOn`. */
  scheduledAt?: string | null | undefined;
  /** The day to plan it for, in place of any moment. Not together with `scheduledAt`. */
  scheduledOn?: string | null | undefined;
  /** All the skills that it is practice for, at most 20. */
  skillIds?: Array<string> | null | undefined;
  /** What is to be done, in one line of 1 to 300 characters. */
  title: string;
};

/** Compares values of type Date. All that is given must hold. */
export type DateFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** Above this. */
  gt?: string | null | undefined;
  /** This or above. */
  gte?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** True: only missing values. False: only values that are there. */
  isNull?: boolean | null | undefined;
  /** Below this. */
  lt?: string | null | undefined;
  /** This or below. */
  lte?: string | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: string | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<string> | null | undefined;
};

/** Compares values of type DateTime. All that is given must hold. */
export type DateTimeFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** Above this. */
  gt?: string | null | undefined;
  /** This or above. */
  gte?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** True: only missing values. False: only values that are there. */
  isNull?: boolean | null | undefined;
  /** Below this. */
  lt?: string | null | undefined;
  /** This or below. */
  lte?: string | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: string | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<string> | null | undefined;
};

/** When something was noted, seen from what it is about. */
export type EnergyMoment =
  /** After it. */
  | 'AFTER'
  /** Before it. */
  | 'BEFORE'
  /** While it went on. */
  | 'DURING';

/** Which way feedback went. */
export type FeedbackDirection =
  /** From you to somebody. */
  | 'GIVEN'
  /** From somebody to you. */
  | 'RECEIVED'
  /** From you to yourself. */
  | 'SELF';

/** What feedback is. */
export type FeedbackKind =
  /** Something that was not good. */
  | 'CONCERN'
  /** Something that was good. */
  | 'PRAISE'
  /** Something that could be better. */
  | 'SUGGESTION';

/** How a goal looks. */
export type GoalHealth =
  /** It will be reached only if something changes. */
  | 'AT_RISK'
  /** It will not be reached as things are. */
  | 'OFF_TRACK'
  /** It will be reached as things are. */
  | 'ON_TRACK';

/** What sort of goal it is. */
export type GoalKind =
  /** Something to do again and again. */
  | 'HABIT'
  /** Something to measure, by which one knows that an objective is reached. */
  | 'KEY_RESULT'
  /** Somewhere to get to, in words; key results say when one is there. */
  | 'OBJECTIVE'
  /** Something to build or to bring about, with an end. */
  | 'PROJECT';

/** Which way a metric is to go. */
export type GoalMetricDirection =
  /** Down. */
  | 'DECREASE'
  /** Up. */
  | 'INCREASE';

/** What to measure a goal by. */
export type GoalMetricInput = {
  /** The way from start to target; need not be said. */
  direction?: GoalMetricDirection | null | undefined;
  /** Where it starts, from -1e15 to 1e15. */
  start: number;
  /** Where it is to arrive, from -1e15 to 1e15; not its start. */
  target: number;
  /** What it counts, in one line of at most 40 characters. */
  unit?: string | null | undefined;
};

/** What has become of a goal. */
export type GoalStatus =
  /** Given up; it counts neither as open nor as reached. */
  | 'ABANDONED'
  /** Reached. */
  | 'ACHIEVED'
  /** Being worked on. */
  | 'ACTIVE'
  /** For later. */
  | 'PLANNED';

/** Compares values of type ID. All that is given must hold. */
export type IdFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** True: only missing values. False: only values that are there. */
  isNull?: boolean | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: string | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<string> | null | undefined;
};

/** Compares values of type Int. All that is given must hold. */
export type IntFilter = {
  /** Equal to this. */
  eq?: number | null | undefined;
  /** Above this. */
  gt?: number | null | undefined;
  /** This or above. */
  gte?: number | null | undefined;
  /** Equal to one of these. */
  in?: Array<number> | null | undefined;
  /** True: only missing values. False: only values that are there. */
  isNull?: boolean | null | undefined;
  /** Below this. */
  lt?: number | null | undefined;
  /** This or below. */
  lte?: number | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: number | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<number> | null | undefined;
};

/** Which Label rows to take. All that is given must hold. */
export type LabelFilter = {
  /** All of these hold. */
  and?: Array<LabelFilter> | null | undefined;
  /** By when it was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By id. */
  id?: IdFilter | null | undefined;
  /** By name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: LabelFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<LabelFilter> | null | undefined;
  /** By when it was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Asks about the Label rows that belong to a row. */
export type LabelListFilter = {
  /** There is none that is not like this. */
  every?: LabelFilter | null | undefined;
  /** Not one is like this. */
  none?: LabelFilter | null | undefined;
  /** At least one is like this. */
  some?: LabelFilter | null | undefined;
};

/** What something was learned from. */
export type LearningSourceKind =
  /** An article, a paper or a page. */
  | 'ARTICLE'
  /** A book. */
  | 'BOOK'
  /** A course. */
  | 'COURSE'
  /** Something else, or nobody has said. */
  | 'OTHER'
  /** Somebody. */
  | 'PERSON'
  /** Doing something. */
  | 'PROJECT'
  /** A talk. */
  | 'TALK'
  /** A video. */
  | 'VIDEO';

/** What the row that a link starts at is to the row that it leads to. */
export type LinkKind =
  /** It is about the other. */
  | 'ABOUT'
  /** It came of the other. */
  | 'CAME_FROM'
  /** It shows that the other is so. */
  | 'EVIDENCE'
  /** It helps with the other. */
  | 'SUPPORTS';

/** What an attendee said to an invitation. */
export type MeetingAttendeeResponse =
  /** They come. */
  | 'ACCEPTED'
  /** They do not come. */
  | 'DECLINED'
  /** Nothing yet. */
  | 'NEEDS_ACTION'
  /** They may come. */
  | 'TENTATIVE';

/** What a line of a meeting is. */
export type MeetingItemKind =
  /** Something to talk about. */
  | 'AGENDA'
  /** Something that was decided. */
  | 'DECISION'
  /** Something to do before it. */
  | 'PREPARATION';

/** Whether a meeting is on. */
export type MeetingStatus =
  /** It is off. */
  | 'CANCELLED'
  /** It is on. */
  | 'CONFIRMED'
  /** It may be on. */
  | 'TENTATIVE';

/** An application, and the stage it came to. */
export type MoveJobApplicationInput = {
  /** When it came there, not before it came to its last stage; now when nothing is said. */
  at?: string | null | undefined;
  /** Which application. */
  id: string;
  /** Move it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** The stage it came to. */
  stage: ApplicationStage;
};

/** Something that a new role asks. */
export type NewRoleRequirementInput = {
  /** The kind of artifact: for ARTIFACT alone. */
  artifactKind?: ArtifactKind | null | undefined;
  /** The kind of interview: for INTERVIEW alone. */
  interviewKind?: PracticeInterviewKind | null | undefined;
  /** What is asked; it says which of the other fields there must be. */
  kind: RoleRequirementKind;
  /** The level that is asked, from 1 to the highest of the framework: for SKILL alone. */
  level?: number | null | undefined;
  /** How many are asked, 1 to 100: for all but SKILL. */
  requiredCount?: number | null | undefined;
  /** The skill: needed for SKILL, possible for EVIDENCE and STORY. */
  skillId?: string | null | undefined;
  /** What is asked, in one line of 1 to 300 characters. */
  title: string;
  /** How much it counts against the others, 0 to 100; not 0 for all of them. */
  weight: number;
};

/** What somebody is to you. */
export type PersonRelationship =
  /** You report to them. */
  | 'MANAGER'
  /** They advise you. */
  | 'MENTOR'
  /** Anything else. */
  | 'OTHER'
  /** You work side by side. */
  | 'PEER'
  /** They hire, or help those who do. */
  | 'RECRUITER'
  /** They report to you. */
  | 'REPORT';

/** What an interview is about. */
export type PracticeInterviewKind =
  /** What you did, and how you work with others. */
  | 'BEHAVIORAL'
  /** How you take a problem apart. */
  | 'CASE'
  /** Anything else. */
  | 'OTHER'
  /** How you would build something large. */
  | 'SYSTEM_DESIGN'
  /** What you know and can make. */
  | 'TECHNICAL';

/** How engaged you felt over a week. */
export type RecordEngagementInput = {
  /** Replace what was said only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** Why, at most 2,000 characters. */
  notes?: string | null | undefined;
  /** From 1 (indifferent) to 5 (eager). */
  score: number;
  /** Any day of the week. */
  week?: string | null | undefined;
};

/** What to go on with. */
export type RefreshSessionInput = {
  /** The refresh token you got last. It is good for one use. */
  refreshToken: string;
};

/** A closed day to open again. */
export type ReopenDayInput = {
  /** The day. */
  date?: string | null | undefined;
  /** Open it only if it is at this version. */
  ifVersion?: number | null | undefined;
};

/** Where to put a task in your order. */
export type ReorderTaskInput = {
  /** The task that it comes right after; the start of the order when nothing is said. */
  afterId?: string | null | undefined;
  /** Which task. */
  id: string;
  /** Move it only if it is at this version. */
  ifVersion?: number | null | undefined;
};

/** When to do a task: on a day, at a moment, or, when neither is given, at no time in particular. */
export type RescheduleTaskInput = {
  /** Which task. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** The moment. */
  scheduledAt?: string | null | undefined;
  /** The day. */
  scheduledOn?: string | null | undefined;
};

/** A look at something learned before. */
export type ReviewLearningInput = {
  /** How well it sits: from 1 (hardly) to 5 (could teach it). */
  confidence: number;
  /** Which learning. */
  id: string;
  /** Only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** The day to look at it again, after today; null: never. When nothing is said, it is 1, 3, 7, 14 or 30 days away for a confidence of 1 to 5, doubled for every look before from a confidence of 3 on, and a year at most. */
  reviewOn?: string | null | undefined;
};

/** An access token to stop. */
export type RevokeAccessTokenInput = {
  /** Which token. */
  id: string;
};

/** Something that a role asks. */
export type RoleRequirementInput = {
  /** The kind of artifact: for ARTIFACT alone. */
  artifactKind?: ArtifactKind | null | undefined;
  /** Which of its requirements this is; a new one when nothing is said. */
  id?: string | null | undefined;
  /** The kind of interview: for INTERVIEW alone. */
  interviewKind?: PracticeInterviewKind | null | undefined;
  /** What is asked; it says which of the other fields there must be. */
  kind: RoleRequirementKind;
  /** The level that is asked, from 1 to the highest of the framework: for SKILL alone. */
  level?: number | null | undefined;
  /** How many are asked, 1 to 100: for all but SKILL. */
  requiredCount?: number | null | undefined;
  /** The skill: needed for SKILL, possible for EVIDENCE and STORY. */
  skillId?: string | null | undefined;
  /** What is asked, in one line of 1 to 300 characters. */
  title: string;
  /** How much it counts against the others, 0 to 100; not 0 for all of them. */
  weight: number;
};

/** What a role asks. */
export type RoleRequirementKind =
  /** Artifacts of a kind. */
  | 'ARTIFACT'
  /** Rows linked as evidence to the requirement itself, or to the skill it names. */
  | 'EVIDENCE'
  /** Practice interviews of a kind that went well. */
  | 'INTERVIEW'
  /** A skill at a level. */
  | 'SKILL'
  /** Stories with an action and a result, of the skill it names, if any. */
  | 'STORY';

/** A row to do something with. */
export type RowInput = {
  /** Which row. */
  id: string;
  /** Only if it is at this version. */
  ifVersion?: number | null | undefined;
};

/** What a day is for; what is left out stays as it is. */
export type SetDailyFocusInput = {
  /** The day. */
  date?: string | null | undefined;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** What would make it a good day, at most 1,000 characters. */
  intention?: string | null | undefined;
  /** The tasks it is about, in order, at most five. */
  taskIds?: Array<string> | null | undefined;
};

/** Which Skill rows to take. All that is given must hold. */
export type SkillFilter = {
  /** All of these hold. */
  and?: Array<SkillFilter> | null | undefined;
  /** By its category. */
  categoryId?: IdFilter | null | undefined;
  /** By when it was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By id. */
  id?: IdFilter | null | undefined;
  /** By name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: SkillFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<SkillFilter> | null | undefined;
  /** By when it was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** What one level of a skill looks like. */
export type SkillLevelInput = {
  /** What someone at this level has done, for instance, at most 20 lines. */
  examples?: Array<string> | null | undefined;
  /** Which level, from 0 to the highest of the framework. */
  level: number;
  /** What shows that someone is at this level, at most 20 lines. */
  signals?: Array<string> | null | undefined;
  /** What it comes to, in one line of at most 300 characters. */
  summary: string;
};

/** Asks about the Skill rows that belong to a row. */
export type SkillListFilter = {
  /** There is none that is not like this. */
  every?: SkillFilter | null | undefined;
  /** Not one is like this. */
  none?: SkillFilter | null | undefined;
  /** At least one is like this. */
  some?: SkillFilter | null | undefined;
};

/** Compares texts, whatever their case, in any language. All that is given must hold. */
export type StringFilter = {
  /** Has this text in it. */
  contains?: string | null | undefined;
  /** Equal to this. */
  eq?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** True: only missing values. False: only values that are there. */
  isNull?: boolean | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: string | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<string> | null | undefined;
  /** Starts with this text. */
  startsWith?: string | null | undefined;
};

/** Which Task rows to take. All that is given must hold. */
export type TaskFilter = {
  /** All of these hold. */
  and?: Array<TaskFilter> | null | undefined;
  /** By how often it was carried over. */
  carryOverCount?: IntFilter | null | undefined;
  /** By when it was finished. */
  completedAt?: DateTimeFilter | null | undefined;
  /** By when it was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By its due date. */
  dueOn?: DateFilter | null | undefined;
  /** By its estimate, in minutes. */
  estimateMinutes?: IntFilter | null | undefined;
  /** By the goal it serves. */
  goalId?: IdFilter | null | undefined;
  /** By id. */
  id?: IdFilter | null | undefined;
  /** By its labels. */
  labels?: LabelListFilter | null | undefined;
  /** By the meeting it is an action item of. */
  meetingId?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: TaskFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<TaskFilter> | null | undefined;
  /** By the task it is part of. */
  parentId?: IdFilter | null | undefined;
  /** By priority. */
  priority?: TaskPriorityFilter | null | undefined;
  /** By the moment it is planned for. */
  scheduledAt?: DateTimeFilter | null | undefined;
  /** By the day it is planned for. */
  scheduledOn?: DateFilter | null | undefined;
  /** By the skills that it is practice for. */
  skills?: SkillListFilter | null | undefined;
  /** By status. */
  status?: TaskStatusFilter | null | undefined;
  /** By its subtasks. */
  subtasks?: TaskListFilter | null | undefined;
  /** By title. */
  title?: StringFilter | null | undefined;
  /** By when it was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Asks about the Task rows that belong to a row. */
export type TaskListFilter = {
  /** There is none that is not like this. */
  every?: TaskFilter | null | undefined;
  /** Not one is like this. */
  none?: TaskFilter | null | undefined;
  /** At least one is like this. */
  some?: TaskFilter | null | undefined;
};

/** How much a task matters. Can be compared: NONE is the lowest. */
export type TaskPriority =
  /** Before the others. */
  | 'HIGH'
  /** When there is time. */
  | 'LOW'
  /** In its turn. */
  | 'MEDIUM'
  /** Nobody has said. */
  | 'NONE'
  /** Now. */
  | 'URGENT';

/** Compares a TaskPriority. All that is given must hold. */
export type TaskPriorityFilter = {
  /** Equal to this. */
  eq?: TaskPriority | null | undefined;
  /** Above this. */
  gt?: TaskPriority | null | undefined;
  /** This or above. */
  gte?: TaskPriority | null | undefined;
  /** Equal to one of these. */
  in?: Array<TaskPriority> | null | undefined;
  /** Below this. */
  lt?: TaskPriority | null | undefined;
  /** This or below. */
  lte?: TaskPriority | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: TaskPriority | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<TaskPriority> | null | undefined;
};

/** How far a task is. */
export type TaskStatus =
  /** Given up; neither open nor done. */
  | 'CANCELLED'
  /** Finished. */
  | 'DONE'
  /** Begun, not finished. */
  | 'IN_PROGRESS'
  /** Not begun. */
  | 'TODO';

/** Compares a TaskStatus. All that is given must hold. */
export type TaskStatusFilter = {
  /** Equal to this. */
  eq?: TaskStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<TaskStatus> | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: TaskStatus | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<TaskStatus> | null | undefined;
};

/** An item to make a task of. */
export type TurnIntoTaskInput = {
  /** The last day on which finishing it still counts. */
  dueOn?: string | null | undefined;
  /** Which item. */
  id: string;
  /** Only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** The day to plan the task for. */
  scheduledOn?: string | null | undefined;
};

/** Changes to an artifact; what is left out stays as it is, and null empties what may be empty. */
export type UpdateArtifactInput = {
  /** The last day it counts; not before the day it was made. */
  expiresOn?: string | null | undefined;
  /** Which artifact. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** What it is. */
  kind?: ArtifactKind | null | undefined;
  /** The day it was made or awarded. */
  madeOn?: string | null | undefined;
  /** Anything to remember about it, in Markdown, at most 20,000 characters. */
  notes?: string | null | undefined;
  /** What it is called. */
  title?: string | null | undefined;
  /** Where it is: an http or https address of at most 2,000 characters. */
  url?: string | null | undefined;
};

/** Changes to an energy entry; what is left out stays as it is, and null empties what may be empty. */
export type UpdateEnergyEntryInput = {
  /** The moment it describes; a new entry is about now when nothing is said. */
  at?: string | null | undefined;
  /** From 1 (empty) to 5 (full). */
  energy?: number | null | undefined;
  /** From 1 (indifferent) to 5 (eager). */
  engagement?: number | null | undefined;
  /** From 1 (scattered) to 5 (absorbed). */
  focus?: number | null | undefined;
  /** Which entry. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The meeting it is about. */
  meetingId?: string | null | undefined;
  /** Whether it was before, during or after what it is about. */
  moment?: EnergyMoment | null | undefined;
  /** From 1 (bad) to 5 (good). */
  mood?: number | null | undefined;
  /** Anything to remember about it, at most 2,000 characters. */
  notes?: string | null | undefined;
  /** The person it is about. */
  personId?: string | null | undefined;
  /** From 1 (calm) to 5 (overwhelmed). */
  stress?: number | null | undefined;
  /** The task it is about. */
  taskId?: string | null | undefined;
};

/** Changes to feedback; what is left out stays as it is, and null empties what may be empty. */
export type UpdateFeedbackInput = {
  /** What was said. */
  body?: string | null | undefined;
  /** What it was about, in one line of at most 500 characters. */
  context?: string | null | undefined;
  /** Which way it went. */
  direction?: FeedbackDirection | null | undefined;
  /** All the goals it is about, at most 20. */
  goalIds?: Array<string> | null | undefined;
  /** Which feedback. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** What it is. */
  kind?: FeedbackKind | null | undefined;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The meeting it was about. */
  meetingId?: string | null | undefined;
  /** The day it was said; today when nothing is said. */
  occurredOn?: string | null | undefined;
  /** Whom it came from or went to; nobody when it is to yourself. */
  personId?: string | null | undefined;
  /** All the skills it is about, at most 20. */
  skillIds?: Array<string> | null | undefined;
  /** The task that follows it up. */
  taskId?: string | null | undefined;
};

/** Changes to a framework; what is left out stays as it is. */
export type UpdateFrameworkInput = {
  /** What it is for, in Markdown. */
  description?: string | null | undefined;
  /** Which framework. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** The highest level of its scale; not below one that is in use. */
  maxLevel?: number | null | undefined;
  /** What it is called. */
  name?: string | null | undefined;
};

/** Changes to a goal; what is left out stays as it is, and null empties what may be empty. */
export type UpdateGoalInput = {
  /** What it is good for, in Markdown, at most 20,000 characters. */
  description?: string | null | undefined;
  /** The day to reach it by, not before `startsOn`. */
  dueOn?: string | null | undefined;
  /** Which goal. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** What sort of goal it is. */
  kind?: GoalKind | null | undefined;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** What to measure it by, the whole of it; null: by nothing. */
  metric?: GoalMetricInput | null | undefined;
  /** The goal that it is part of. A tree of goals has at most 10 levels. */
  parentId?: string | null | undefined;
  /** The first day of work on it. */
  startsOn?: string | null | undefined;
  /** What has become of it; a new goal is ACTIVE if nothing is said. */
  status?: GoalStatus | null | undefined;
  /** What is to be reached, in one line of 1 to 300 characters. */
  title?: string | null | undefined;
};

/** Changes to an application; what is left out stays as it is. */
export type UpdateJobApplicationInput = {
  /** Where it is. */
  company?: string | null | undefined;
  /** All who are part of it, at most 50. */
  contactIds?: Array<string> | null | undefined;
  /** Which application. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** The task that comes next. */
  nextTaskId?: string | null | undefined;
  /** Anything to remember about it, in Markdown, at most 50,000 characters. */
  notes?: string | null | undefined;
  /** The role it is for. */
  roleProfileId?: string | null | undefined;
  /** Where the job was found, in one line. */
  source?: string | null | undefined;
  /** The job’s title. */
  title?: string | null | undefined;
  /** Where it is described: an address with http or https. */
  url?: string | null | undefined;
};

/** Changes to a label; what is left out stays as it is. */
export type UpdateLabelInput = {
  /** Its color. */
  color?: string | null | undefined;
  /** Which label. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** What to call it. */
  name?: string | null | undefined;
};

/** Changes to a learning; what is left out stays as it is, and null empties what may be empty. */
export type UpdateLearningInput = {
  /** How well it sits: from 1 (heard of it) to 5 (could teach it). */
  confidence?: number | null | undefined;
  /** All goals that it supports, at most 20. */
  goalIds?: Array<string> | null | undefined;
  /** Which learning. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The day it was learned; a new one today when nothing is said. */
  learnedOn?: string | null | undefined;
  /** More about it, in Markdown, at most 50,000 characters. */
  notes?: string | null | undefined;
  /** The day to look at it again. */
  reviewOn?: string | null | undefined;
  /** All skills that it supports, at most 20. */
  skillIds?: Array<string> | null | undefined;
  /** What it was learned from; OTHER when nothing is said. */
  sourceKind?: LearningSourceKind | null | undefined;
  /** What the source is called, at most 300 characters. */
  sourceTitle?: string | null | undefined;
  /** Where the source is found: a web address with http or https. */
  sourceUrl?: string | null | undefined;
  /** What was learned, in one line of 1 to 300 characters. */
  title?: string | null | undefined;
};

/** Changes to a link; what is left out stays as it is. */
export type UpdateLinkInput = {
  /** Which link. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** Why they belong together, at most 2,000 characters. */
  notes?: string | null | undefined;
};

/** Changes to a meeting; what is left out stays as it is. One that is only moved stays as long as it was. */
export type UpdateMeetingInput = {
  /** All who are asked to it, nobody twice, at most 200. */
  attendees?: Array<AttendeeInput> | null | undefined;
  /** What it comes with, such as the text of its invitation. */
  description?: string | null | undefined;
  /** When it ends: not before it starts, at most 31 days later. */
  endsAt?: string | null | undefined;
  /** Its last day; the first when nothing is said. */
  endsOn?: string | null | undefined;
  /** Which meeting. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** Where to join it online: an address with http or https. */
  joinUrl?: string | null | undefined;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** What was said, in Markdown, at most 100,000 characters. */
  notes?: string | null | undefined;
  /** Who called it; they attend it too. */
  organizerId?: string | null | undefined;
  /** Where it is held, in one line of at most 500 characters. */
  place?: string | null | undefined;
  /** The series it is part of. */
  seriesId?: string | null | undefined;
  /** When it starts, unless it takes whole days. */
  startsAt?: string | null | undefined;
  /** Its first day, when it takes whole days. */
  startsOn?: string | null | undefined;
  /** Whether it is on; CONFIRMED when nothing is said. */
  status?: MeetingStatus | null | undefined;
  /** Where it is held, in time; your own zone when nothing is said. */
  timeZone?: string | null | undefined;
  /** What it is about. */
  title?: string | null | undefined;
};

/** Changes to a line of a meeting; what is left out stays as it is. */
export type UpdateMeetingItemInput = {
  /** The item of the same kind and meeting to put it after; null puts it first. */
  afterId?: string | null | undefined;
  /** Which item. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** Whether it was dealt with; a decision always is. */
  isDone?: boolean | null | undefined;
  /** What it says. */
  title?: string | null | undefined;
};

/** Changes to a series; what is left out stays as it is, and so do its meetings. */
export type UpdateMeetingSeriesInput = {
  /** What its meetings are for, in Markdown. */
  description?: string | null | undefined;
  /** Which series. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** What it is called. */
  title?: string | null | undefined;
};

/** Changes to a milestone; what is left out stays as it is, and null empties what may be empty. */
export type UpdateMilestoneInput = {
  /** Moves it right after this milestone of its goal, or, when null, before all. */
  afterId?: string | null | undefined;
  /** The day to reach it by. */
  dueOn?: string | null | undefined;
  /** Which milestone. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** Whether it is reached: as of now, or still as of when it was. */
  isReached?: boolean | null | undefined;
  /** What is to be reached, in one line of 1 to 300 characters. */
  title?: string | null | undefined;
};

/** Changes to a person; what is left out stays as it is. */
export type UpdatePersonInput = {
  /** Where they work, at most 200 characters. */
  company?: string | null | undefined;
  /** All their e-mail addresses, the usual one first, at most ten; each belongs to one person. */
  emails?: Array<string> | null | undefined;
  /** Which person. */
  id: string;
  /** Change them only if they are at this version. */
  ifVersion?: number | null | undefined;
  /** What they are called. */
  name?: string | null | undefined;
  /** Anything to remember about them, in Markdown, at most 20,000 characters. */
  notes?: string | null | undefined;
  /** What they are to you; OTHER when nothing is said. */
  relationship?: PersonRelationship | null | undefined;
};

/** Changes to a practice interview; what is left out stays as it is, and null empties what may be empty. */
export type UpdatePracticeInterviewInput = {
  /** The day it was held, not in the future; a new one was held today when nothing is said. */
  heldOn?: string | null | undefined;
  /** Which interview. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** What it was about. */
  kind?: PracticeInterviewKind | null | undefined;
  /** What was asked, and what to do better, in Markdown, at most 20,000 characters. */
  notes?: string | null | undefined;
  /** The role it was practice for. */
  roleProfileId?: string | null | undefined;
  /** How it went, from 1 (badly) to 5 (very well). */
  score?: number | null | undefined;
};

/** Changes to a role; what is left out stays as it is. */
export type UpdateRoleProfileInput = {
  /** Where it is, at most 200 characters. */
  company?: string | null | undefined;
  /** More about it, in Markdown, at most 20,000 characters. */
  description?: string | null | undefined;
  /** Which role. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** How senior it is, in the company’s own words, at most 100 characters. */
  level?: string | null | undefined;
  /** All that it asks, in order, at most 50. Send the ids of those that stay: the others are removed. */
  requirements?: Array<RoleRequirementInput> | null | undefined;
  /** What it is called. */
  title?: string | null | undefined;
};

/** Changes to a category; what is left out stays as it is. */
export type UpdateSkillCategoryInput = {
  /** The category of the same framework to put it after; null puts it first. */
  afterId?: string | null | undefined;
  /** What belongs in it, in Markdown. */
  description?: string | null | undefined;
  /** Which category. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** What it is called. */
  name?: string | null | undefined;
};

/** Changes to a skill; what is left out stays as it is. */
export type UpdateSkillInput = {
  /** The skill of the same category to put it after; null puts it first. */
  afterId?: string | null | undefined;
  /** The category to move it to, at its end unless `afterId` says otherwise. */
  categoryId?: string | null | undefined;
  /** What it takes, in Markdown, at most 20,000 characters. */
  description?: string | null | undefined;
  /** Which skill. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** What its levels look like, all of them at once. */
  levels?: Array<SkillLevelInput> | null | undefined;
  /** What it is called. */
  name?: string | null | undefined;
};

/** Changes to a story; what is left out stays as it is. */
export type UpdateStoryInput = {
  /** What you did, in Markdown, at most 20,000 characters. */
  action?: string | null | undefined;
  /** Which story. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** What came of it, in Markdown, at most 20,000 characters. */
  result?: string | null | undefined;
  /** Where and when it happened, in Markdown, at most 20,000 characters. */
  situation?: string | null | undefined;
  /** All the skills it shows, at most 20. */
  skillIds?: Array<string> | null | undefined;
  /** What was to be done, in Markdown, at most 20,000 characters. */
  task?: string | null | undefined;
  /** What it is called. */
  title?: string | null | undefined;
};

/** Changes to a task; what is left out stays as it is, and null empties what may be empty. */
export type UpdateTaskInput = {
  /** More about it, in Markdown, at most 20,000 characters. */
  description?: string | null | undefined;
  /** The last day on which finishing it still counts. */
  dueOn?: string | null | undefined;
  /** How long it should take: 1 to 43,200 minutes. */
  estimateMinutes?: number | null | undefined;
  /** The goal that it serves. */
  goalId?: string | null | undefined;
  /** Which task. */
  id: string;
  /** Change it only if it is at this version. */
  ifVersion?: number | null | undefined;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The meeting it is an action item of. */
  meetingId?: string | null | undefined;
  /** The task that it is part of. */
  parentId?: string | null | undefined;
  /** How much it matters; a new task has NONE when nothing is said. */
  priority?: TaskPriority | null | undefined;
  /** The moment to plan it for, in place of any day. Not together with `scheduledOn`. */
  scheduledAt?: string | null | undefined;
  /** The day to plan it for, in place of any moment. Not together with `scheduledAt`. */
  scheduledOn?: string | null | undefined;
  /** All the skills that it is practice for, at most 20. */
  skillIds?: Array<string> | null | undefined;
  /** How far it is. */
  status?: TaskStatus | null | undefined;
  /** What is to be done, in one line of 1 to 300 characters. */
  title?: string | null | undefined;
};

export type TaskListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: TaskFilter | null | undefined;
}>;


export type TaskListQuery = { tasks: { __typename: 'TaskConnection', totalCount: number, edges: Array<{ __typename: 'TaskEdge', cursor: string, node: { __typename: 'Task', id: string, title: string, status: TaskStatus, version: number } }>, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean } } };

export type TaskDetailQueryVariables = Exact<{
  id: string;
}>;


export type TaskDetailQuery = { task: { __typename: 'Task', id: string, title: string, status: TaskStatus, version: number } | null };

export type AnyRowQueryVariables = Exact<{
  id: string;
}>;


export type AnyRowQuery = { node:
    | { __typename: 'AccessToken', id: string }
    | { __typename: 'Account', version: number, id: string }
    | { __typename: 'Artifact', version: number, id: string }
    | { __typename: 'Assessment', version: number, id: string }
    | { __typename: 'CalendarFeed', id: string }
    | { __typename: 'ChangeSet', id: string }
    | { __typename: 'DailyFocus', version: number, id: string }
    | { __typename: 'EnergyEntry', version: number, id: string }
    | { __typename: 'EngagementPulse', version: number, id: string }
    | { __typename: 'Feedback', version: number, id: string }
    | { __typename: 'Framework', version: number, id: string }
    | { __typename: 'Goal', version: number, id: string }
    | { __typename: 'GoalCheckIn', version: number, id: string }
    | { __typename: 'JobApplication', version: number, id: string }
    | { __typename: 'Label', version: number, id: string }
    | { __typename: 'Learning', version: number, id: string }
    | { __typename: 'Link', version: number, id: string }
    | { __typename: 'Meeting', version: number, id: string }
    | { __typename: 'MeetingItem', version: number, id: string }
    | { __typename: 'MeetingSeries', version: number, id: string }
    | { __typename: 'Milestone', version: number, id: string }
    | { __typename: 'Person', version: number, id: string }
    | { __typename: 'PracticeInterview', version: number, id: string }
    | { __typename: 'RoleProfile', version: number, id: string }
    | { __typename: 'RoleRequirement', version: number, id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Skill', version: number, id: string }
    | { __typename: 'SkillCategory', version: number, id: string }
    | { __typename: 'SkillTarget', version: number, id: string }
    | { __typename: 'Story', version: number, id: string }
    | { __typename: 'Task', version: number, title: string, id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WebhookDelivery', id: string }
   | null };

export type CreateTaskMutationVariables = Exact<{
  input: CreateTaskInput;
}>;


export type CreateTaskMutation = { createTask:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ __typename: 'InputIssue', path: Array<string>, message: string }> }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'Task', id: string, title: string, status: TaskStatus, version: number }
   };

export type CompleteTaskMutationVariables = Exact<{
  input: RowInput;
}>;


export type CompleteTaskMutation = { completeTask:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'Task', id: string, status: TaskStatus, version: number }
   };

export type RefreshSessionMutationVariables = Exact<{
  input: RefreshSessionInput;
}>;


export type RefreshSessionMutation = { refreshSession:
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'InvalidRefreshTokenError', code: string, message: string }
    | { __typename: 'SessionTokens', accessToken: string, refreshToken: string }
   };

export type AbstractTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type AbstractTypesQuery = { __schema: { __typename: '__Schema', types: Array<{ __typename: '__Type', name: string | null, possibleTypes: Array<{ __typename: '__Type', name: string | null }> | null }> } };

export type LabelNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type LabelNamesQuery = { labels: { __typename: 'LabelConnection', nodes: Array<{ __typename: 'Label', id: string, name: string }> } };

export type CreateLabelMutationVariables = Exact<{
  input: CreateLabelInput;
}>;


export type CreateLabelMutation = { createLabel:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'Label', id: string, name: string }
    | { __typename: 'NotFoundError', code: string, message: string }
   };

export type CreateAccessTokenMutationVariables = Exact<{
  input: CreateAccessTokenInput;
}>;


export type CreateAccessTokenMutation = { createAccessToken:
    | { __typename: 'CreatedAccessToken', token: string, accessToken: { __typename: 'AccessToken', id: string, scopes: Array<AccessScope> } }
    | { __typename: 'InvalidInputError' }
   };

export type RevokeAccessTokenMutationVariables = Exact<{
  input: RevokeAccessTokenInput;
}>;


export type RevokeAccessTokenMutation = { revokeAccessToken:
    | { __typename: 'AccessToken', revokedAt: string | null }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError' }
   };

export type TaskChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TaskChangedSubscription = { taskChanged:
    | { __typename: 'CursorExpiredError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'TaskChange', action: ChangeAction, rowId: string, cursor: string, node: { __typename: 'Task', id: string, title: string, status: TaskStatus, version: number } | null }
   };

export type BatchMutationVariables = Exact<{
  input: BatchInput;
}>;


export type BatchMutation = { batch:
    | { __typename: 'BatchOutcome', allDone: boolean, items: Array<{ __typename: 'BatchItem', status: BatchItemStatus, node:
          | { __typename: 'AccessToken', id: string }
          | { __typename: 'Account', id: string }
          | { __typename: 'Artifact', id: string }
          | { __typename: 'Assessment', id: string }
          | { __typename: 'CalendarFeed', id: string }
          | { __typename: 'ChangeSet', id: string }
          | { __typename: 'DailyFocus', id: string }
          | { __typename: 'EnergyEntry', id: string }
          | { __typename: 'EngagementPulse', id: string }
          | { __typename: 'Feedback', id: string }
          | { __typename: 'Framework', id: string }
          | { __typename: 'Goal', id: string }
          | { __typename: 'GoalCheckIn', id: string }
          | { __typename: 'JobApplication', id: string }
          | { __typename: 'Label', name: string, id: string }
          | { __typename: 'Learning', id: string }
          | { __typename: 'Link', id: string }
          | { __typename: 'Meeting', id: string }
          | { __typename: 'MeetingItem', id: string }
          | { __typename: 'MeetingSeries', id: string }
          | { __typename: 'Milestone', id: string }
          | { __typename: 'Person', id: string }
          | { __typename: 'PracticeInterview', id: string }
          | { __typename: 'RoleProfile', id: string }
          | { __typename: 'RoleRequirement', id: string }
          | { __typename: 'Session', id: string }
          | { __typename: 'Skill', id: string }
          | { __typename: 'SkillCategory', id: string }
          | { __typename: 'SkillTarget', id: string }
          | { __typename: 'Story', id: string }
          | { __typename: 'Task', title: string, status: TaskStatus, id: string }
          | { __typename: 'Webhook', id: string }
          | { __typename: 'WebhookDelivery', id: string }
         | null, error:
          | { __typename: 'ConflictError', code: string, message: string }
          | { __typename: 'CursorExpiredError', code: string, message: string }
          | { __typename: 'InvalidCredentialsError', code: string, message: string }
          | { __typename: 'InvalidInputError', code: string, message: string }
          | { __typename: 'InvalidRefreshTokenError', code: string, message: string }
          | { __typename: 'NotFoundError', code: string, message: string }
          | { __typename: 'SignUpClosedError', code: string, message: string }
         | null }> }
    | { __typename: 'InvalidInputError' }
   };


export const TaskListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TaskList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<TaskListQuery, TaskListQueryVariables>;
export const TaskDetailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TaskDetail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<TaskDetailQuery, TaskDetailQueryVariables>;
export const AnyRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AnyRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Owned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<AnyRowQuery, AnyRowQueryVariables>;
export const CreateTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreateTaskMutation, CreateTaskMutationVariables>;
export const CompleteTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RowInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CompleteTaskMutation, CompleteTaskMutationVariables>;
export const RefreshSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefreshSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SessionTokens"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const AbstractTypesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AbstractTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__schema"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"types"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"possibleTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AbstractTypesQuery, AbstractTypesQueryVariables>;
export const LabelNamesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LabelNames"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"labels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<LabelNamesQuery, LabelNamesQueryVariables>;
export const CreateLabelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateLabel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateLabelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createLabel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Label"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateLabelMutation, CreateLabelMutationVariables>;
export const CreateAccessTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateAccessToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreatedAccessToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"accessToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreateAccessTokenMutation, CreateAccessTokenMutationVariables>;
export const RevokeAccessTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeAccessToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeAccessTokenMutation, RevokeAccessTokenMutationVariables>;
export const TaskChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"TaskChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"rowId"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<TaskChangedSubscription, TaskChangedSubscriptionVariables>;
export const BatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Batch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BatchInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BatchOutcome"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allDone"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Label"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BatchMutation, BatchMutationVariables>;