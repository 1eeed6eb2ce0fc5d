export { drawPlan, type PlanOptions } from './plan/draw-plan.ts'
