export { countTiles, fillTiles, sortByKey } from './rasteriser/order'
export { paintTiles, spreadResiduals } from './rasteriser/paint'
export { project } from './rasteriser/project'
