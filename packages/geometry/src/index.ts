export { type Arc, arcLength, arcThrough, flattenArc } from './arc.ts'
export { type Arrangement, type ArrangementEdge, arrangeSegments, type FaceWalk, traceFaces } from './arrangement.ts'
export { boxFootprint, convexDistance, convexHull, convexPenetration } from './convex.ts'
export { findDeepest } from './deepest-point.ts'
export { distanceField } from './distance-field.ts'
export { insetPolygon, insetRegion } from './inset-polygon.ts'
export { interiorPoint, signedClearance } from './interior-point.ts'
export { loopsToPolygons, type PolygonWithHoles } from './loops-to-polygons.ts'
export { joinSides, MITRE_LIMIT, type OffsetEdge, type OuterJoin, offsetLoops } from './offset-loops.ts'
export { doSegmentsTouch, isOnSegment, orientation } from './orientation.ts'
export { type Bounds, normalizeAngle, type Point2, pointDistance, type Ring, rotatePoint } from './point.ts'
export {
  counterClockwise,
  isConvexPolygon,
  isPointInPolygon,
  isPointInRegion,
  isPointOnRing,
  isSimplePolygon,
  polygonArea,
  polygonBounds,
  polygonCentroid,
  polygonPerimeter,
} from './polygon.ts'
export { clipConvex, polygonIntersectionArea, polygonIoU } from './polygon-intersection.ts'
export { protrusion } from './protrusion.ts'
export { createRandom, type Random } from './random.ts'
export { cellAt, cellCenter, createRaster, fillRing, labelComponents, type Raster } from './raster.ts'
export {
  closestPointOnSegment,
  distancePointToRing,
  distancePointToSegment,
  raycastRing,
  segmentDistance,
  segmentIntersection,
  segmentParameter,
} from './segment.ts'
export { triangulate } from './triangulate.ts'
