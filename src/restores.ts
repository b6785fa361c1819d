import { restoreLabel } from './domains/across/labels/labels.service.ts';
import { linkEnds } from './domains/across/links/links.access.ts';
import { restoreLink } from './domains/across/links/links.service.ts';
import { restoreEnergyEntry } from './domains/energy/energy/energy.service.ts';
import { restoreFeedback } from './domains/feedback/feedback/feedback.service.ts';
import { restoreGoalCheckIn, summarizeGoals } from './domains/goals/check-ins/check-ins.service.ts';
import { restoreGoal } from './domains/goals/goals/goals.service.ts';
import { milestoneSiblings, restoreMilestone } from './domains/goals/milestones/milestones.service.ts';
import { restoreArtifact } from './domains/hiring/artifacts/artifacts.service.ts';
import { restoreJobApplication } from './domains/hiring/job-applications/job-applications.service.ts';
import { restorePracticeInterview } from './domains/hiring/practice-interviews/practice-interviews.service.ts';
import { restoreRoleProfile } from './domains/hiring/role-profiles/role-profiles.service.ts';
import { restoreStory } from './domains/hiring/stories/stories.service.ts';
import { restoreLearning } from './domains/learnings/learnings/learnings.service.ts';
import { itemSiblings, restoreMeetingItem } from './domains/meetings/items/items.service.ts';
import { restoreMeeting } from './domains/meetings/meetings/meetings.service.ts';
import { restoreMeetingSeries } from './domains/meetings/series/series.service.ts';
import { restorePerson } from './domains/people/people/people.service.ts';
import { restoreAssessment, restoreSkillTarget } from './domains/skills/assessments/assessments.service.ts';
import {
  categorySiblings,
  requireScales,
  restoreFramework,
  restoreSkillCategory,
} from './domains/skills/frameworks/frameworks.service.ts';
import { restoreSkill, skillSiblings } from './domains/skills/skills/skills.service.ts';
import { restoreTask } from './domains/tasks/tasks/tasks.service.ts';
import type { ViewerContext } from './platform/context.ts';
import type { NodeReference } from './platform/records/node-references.ts';
import type { AfterUndoHook, RestoreHandlers } from './platform/records/restore-registry.ts';
import { siblingLimit } from './platform/records/sibling-positions.ts';

/** How each domain takes its rows out of the trash. */
export const restoreHandlers: RestoreHandlers<ViewerContext> = {
  artifact: restoreArtifact,
  assessment: restoreAssessment,
  energyEntry: restoreEnergyEntry,
  feedback: restoreFeedback,
  framework: restoreFramework,
  goal: restoreGoal,
  goalCheckIn: restoreGoalCheckIn,
  jobApplication: restoreJobApplication,
  label: restoreLabel,
  learning: restoreLearning,
  link: restoreLink,
  meeting: restoreMeeting,
  meetingItem: restoreMeetingItem,
  meetingSeries: restoreMeetingSeries,
  milestone: restoreMilestone,
  person: restorePerson,
  practiceInterview: restorePracticeInterview,
  roleProfile: restoreRoleProfile,
  skill: restoreSkill,
  skillCategory: restoreSkillCategory,
  skillTarget: restoreSkillTarget,
  story: restoreStory,
  task: restoreTask,
};

/** What domains see to after an undo. */
export const afterUndoHooks: readonly AfterUndoHook<ViewerContext>[] = [
  { models: ['goalCheckIn'], afterUndo: summarizeGoals },
  siblingLimit(categorySiblings),
  siblingLimit(skillSiblings),
  siblingLimit(milestoneSiblings),
  siblingLimit(itemSiblings),
  {
    models: ['framework', 'skillCategory', 'skill', 'levelDescriptor', 'assessment', 'skillTarget', 'roleRequirement'],
    afterUndo: requireScales,
  },
];

/** The models that name nodes of any type. */
export const nodeReferences: readonly NodeReference[] = [linkEnds];
