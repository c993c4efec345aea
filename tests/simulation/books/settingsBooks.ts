import type { GrowthMode } from '@shared/rules/growth/window'
import { DEFAULT_SETTINGS, type Settings, type Topic } from '@shared/rules/settings/settings'

/** An instance goes on with the settings that it read for so long. */
const KEPT_MS = 5_000

interface State {
  readonly since: number
  readonly settings: Settings
}

/** The rules as they were from when to when: a call may have read any that stood shortly before it or while it ran. */
export class SettingsBooks {
  private readonly states: State[] = [{ since: -Infinity, settings: DEFAULT_SETTINGS }]
  private readonly modes = new Map<number, GrowthMode>([[0, DEFAULT_SETTINGS.growth.mode]])

  get latest(): Settings {
    return this.states.at(-1)!.settings
  }

  change(settings: Settings, now: number): void {
    this.states.push({ since: now, settings })
    this.modes.set(settings.growth.version, settings.growth.mode)
  }

  /** What a call that began at an instant may go by, the latest first. */
  possible(at: number): readonly Settings[] {
    let first = this.states.length - 1
    while (first > 0 && this.states[first]!.since > at - KEPT_MS) first -= 1
    return this.states
      .slice(first)
      .map(({ settings }) => settings)
      .reverse()
  }

  /** The same for a call that reads the newest levels, and goes by what it knows for the rest. */
  mixed(at: number): readonly Settings[] {
    const possible = this.possible(at)
    if (possible.length === 1) return possible
    const programs = [...new Set(possible.map(({ tiers }) => tiers))]
    return possible.flatMap((settings) => programs.map((tiers) => ({ ...settings, tiers })))
  }

  /** A topic as it was saved under a version. */
  version(topic: Topic, version: number): Settings[Topic] | undefined {
    return this.states.map(({ settings }) => settings[topic]).find((each) => each.version === version)
  }

  growthMode(version: number): GrowthMode | undefined {
    return this.modes.get(version)
  }
}
