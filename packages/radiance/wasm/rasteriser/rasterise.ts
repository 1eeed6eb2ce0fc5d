export { countTiles, fillTiles, sortByKey } from './order'
export { paintTiles, spreadResiduals } from './paint'
export { project } from './project'
