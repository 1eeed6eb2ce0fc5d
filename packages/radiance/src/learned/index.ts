export { type Fused, type FuseOptions, fuseViews } from './fuse-views.ts'
export { layoutConditions } from './layout-conditions.ts'
export type { GeneratedView, MultiViewModel, MultiViewRequest, ViewCondition } from './multi-view-model.ts'
