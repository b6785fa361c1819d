import { restoreArtifact } from './domains/artifacts/artifacts.service.ts';
import { restoreEnergyEntry } from './domains/energy/energy.service.ts';
import { restoreFeedback } from './domains/feedback/feedback.service.ts';
import {
  categorySiblings,
  requireScales,
  restoreFramework,
  restoreSkillCategory,
} from './domains/frameworks/frameworks.service.ts';
import { restoreGoalCheckIn, takeStockOf } from './domains/goal-check-ins/goal-check-ins.service.ts';
import { restoreGoal } from './domains/goals/goals.service.ts';
import { restoreJobApplication } from './domains/job-applications/job-applications.service.ts';
import { restoreLabel } from './domains/labels/labels.service.ts';
import { restoreLearning } from './domains/learnings/learnings.service.ts';
import { restoreLink } from './domains/links/links.service.ts';
import { itemSiblings, restoreMeetingItem } from './domains/meeting-items/meeting-items.service.ts';
import { restoreMeetingSeries } from './domains/meeting-series/meeting-series.service.ts';
import { restoreMeeting } from './domains/meetings/meetings.service.ts';
import { milestoneSiblings, restoreMilestone } from './domains/milestones/milestones.service.ts';
import { restorePerson } from './domains/people/people.service.ts';
import { restorePracticeInterview } from './domains/practice-interviews/practice-interviews.service.ts';
import { restoreRoleProfile } from './domains/role-profiles/role-profiles.service.ts';
import { restoreAssessment, restoreSkillTarget } from './domains/skill-assessments/skill-assessments.service.ts';
import { restoreSkill, skillSiblings } from './domains/skills/skills.service.ts';
import { restoreStory } from './domains/stories/stories.service.ts';
import { restoreTask } from './domains/tasks/tasks.service.ts';
import { fewSiblings } from './platform/positions.ts';
import type { Restores, Settlement } from './platform/restores.ts';

/** How each domain takes its rows out of the trash. */
export const restores: Restores = {
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
export const settlements: readonly Settlement[] = [
  { models: ['goalCheckIn'], settle: takeStockOf },
  fewSiblings(categorySiblings),
  fewSiblings(skillSiblings),
  fewSiblings(milestoneSiblings),
  fewSiblings(itemSiblings),
  {
    models: ['framework', 'skillCategory', 'skill', 'levelDescriptor', 'assessment', 'skillTarget', 'roleRequirement'],
    settle: requireScales,
  },
];
