const setting = 'enfilade.name'

/** What this person calls themselves, from an earlier visit. */
export function rememberedName(): string | undefined {
  try {
    return localStorage.getItem(setting) ?? undefined
  } catch {
    return undefined
  }
}

export function rememberName(name: string): void {
  try {
    localStorage.setItem(setting, name)
  } catch {
    // Storage may be denied; the name then lasts for the visit.
  }
}
