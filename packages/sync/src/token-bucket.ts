/** A rate with a burst. May go into debt, so that one large thing passes and the next waits. */
export class TokenBucket {
  private readonly perSecond: number
  private readonly burst: number
  private tokens: number
  private at: number

  constructor(perSecond: number, burst: number, now: number) {
    this.perSecond = perSecond
    this.burst = burst
    this.tokens = burst
    this.at = now
  }

  take(count: number, now: number): void {
    this.refill(now)
    this.tokens -= count
  }

  /** @returns ms until there is a token again; 0 when there is one. */
  wait(now: number): number {
    if (this.tokens > 0) return 0
    this.refill(now)
    return this.tokens > 0 ? 0 : Math.ceil(((1 - this.tokens) / this.perSecond) * 1000)
  }

  private refill(now: number): void {
    if (now <= this.at) return
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.at) / 1000) * this.perSecond)
    this.at = now
  }
}
