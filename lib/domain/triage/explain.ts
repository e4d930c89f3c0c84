import { adviceFor } from './advice/advice.ts';
import { type Subject, subjectOf } from './advice/subject.ts';
import { diagnose } from './diagnose.ts';
import type { ExplainedCause } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';

/**
 * The diagnosis with, for each cause, who is affected, what to do in which order, and the AWS page. `known` stands in
 * commands where the evidence names nobody.
 */
export const explain = (evidence: Evidence, known: Subject = {}): readonly ExplainedCause[] =>
  diagnose(evidence).map((ranked) => ({
    ...ranked,
    ...adviceFor(ranked.cause, subjectOf(evidence, ranked, known)),
  }));
