import type { Fen } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import { adviseLevels, type LevelAdvice } from './advice'
import { compareWith, type BenchmarkView } from './benchmark'
import { evidenceOf, summarise, type EvidenceSummary } from './evidence'
import { gainOf, type Gain, type GainPart } from './gain'
import { heldOf, type Held } from './held'
import { checkInputs, type AssistantInputs, type Facts } from './inputs'
import { nearOf } from './near'
import { retentionOf, type Retention } from './retention'
import { sensitivityOf, type Sensitivity } from './sensitivity'
import { thresholdsOf, type Threshold } from './thresholds'
import { thresholdWords } from './thresholdWords'

/** One level above the free one, numbered from 1. */
export interface ProposedLevel extends Held {
  readonly level: number
  readonly threshold: Threshold & { readonly reason: Words }
  readonly retention: Retention
  readonly gain: Gain
  readonly sensitivity: Sensitivity
}

/** Levels for a store, each number with its reason. */
export interface Proposal {
  readonly facts: Facts
  readonly evidence: EvidenceSummary
  /** Lowest first, as many as were wanted. */
  readonly levels: readonly ProposedLevel[]
  readonly advice: LevelAdvice
  /** Of all levels together. */
  readonly gain: Gain
  readonly benchmark: BenchmarkView
}

/** Proposes levels; the same inputs, in whatever order the buyers come, give the same. Throws on figures out of range. */
export function propose(inputs: AssistantInputs): Proposal {
  checkInputs(inputs)
  const { facts } = inputs
  const evidence = evidenceOf(inputs.netSpendFen)
  const thresholds = thresholdsOf(evidence, facts, facts.levels.value)
  const amounts = thresholds.map(({ amountFen }) => amountFen)
  const held = heldOf(evidence.ascending, amounts)
  const parts = gainParts(evidence.ascending, amounts, held, inputs)
  return {
    facts,
    evidence: summarise(evidence),
    levels: thresholds.map((threshold, i) => ({
      level: i + 1,
      threshold: { ...threshold, reason: thresholdWords(threshold, facts, evidence.weak) },
      ...at(held, i),
      retention: retentionOf(inputs.twoYears, threshold.amountFen, amounts[i + 1] ?? null),
      gain: gainOf([at(parts, i)], facts, inputs.upliftsBp),
      sensitivity: sensitivityOf(evidence.ascending, threshold.amountFen),
    })),
    advice: adviseLevels(evidence, facts),
    gain: gainOf(parts, facts, inputs.upliftsBp),
    benchmark: compareWith(inputs.benchmark, facts),
  }
}

function gainParts(
  ascending: readonly Fen[],
  amounts: readonly Fen[],
  held: readonly Held[],
  { facts, benefitCostFen }: AssistantInputs,
): GainPart[] {
  const near = nearOf(ascending, amounts, facts.averageOrderFen.value)
  return held.map((level, i) => ({
    near: at(near, i),
    held: level.held.members,
    costFen: benefitCostFen && at(benefitCostFen, i),
  }))
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError(`propose: nothing for level ${index + 1}`)
  return found
}
