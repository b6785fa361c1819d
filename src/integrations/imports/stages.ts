/** The stages of an application here, from the first to the three that end it. */
const stages = [
  'INTERESTED',
  'APPLIED',
  'SCREENING',
  'INTERVIEWING',
  'OFFER',
  'ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
] as const;

/** What boards for job hunting call them, in lower case. */
const known: Record<string, (typeof stages)[number]> = {
  ...{
    wishlist: 'INTERESTED',
    saved: 'INTERESTED',
    bookmarked: 'INTERESTED',
    interested: 'INTERESTED',
    'to apply': 'INTERESTED',
  },
  ...{ applied: 'APPLIED', applying: 'INTERESTED', 'application submitted': 'APPLIED' },
  ...{ screening: 'SCREENING', screen: 'SCREENING', 'phone screen': 'SCREENING', 'recruiter screen': 'SCREENING' },
  ...{ interview: 'INTERVIEWING', interviewing: 'INTERVIEWING', interviews: 'INTERVIEWING', onsite: 'INTERVIEWING' },
  ...{ offer: 'OFFER', offered: 'OFFER', negotiating: 'OFFER', accepted: 'ACCEPTED', hired: 'ACCEPTED' },
  ...{ rejected: 'REJECTED', declined: 'REJECTED', 'not selected': 'REJECTED', 'no response': 'REJECTED' },
  ...{ withdrawn: 'WITHDRAWN', withdrew: 'WITHDRAWN' },
};

/** The choice of a stage by its name. */
export const stageChoice = { field: 'stage', known, wanted: stages };
