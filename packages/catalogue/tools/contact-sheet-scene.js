// The page of the contact sheet: one scissored view per item.
import * as THREE from 'three'
import { RoomEnvironment } from 'three/examples/jsm/environments/RoomEnvironment.js'

const { items, cell, columns } = window.input
const rows = Math.ceil(items.length / columns)
const height = rows * (cell + 16)
const renderer = new THREE.WebGLRenderer({ antialias: true, preserveDrawingBuffer: true })
renderer.setSize(columns * cell, height)
renderer.setClearColor('#f4f2ee')
renderer.toneMapping = THREE.ACESFilmicToneMapping
renderer.toneMappingExposure = 1.05
renderer.shadowMap.enabled = true
renderer.shadowMap.type = THREE.PCFShadowMap
document.body.append(renderer.domElement)
renderer.setScissorTest(true)
const environment = new THREE.PMREMGenerator(renderer).fromScene(new RoomEnvironment(), 0.04).texture

items.forEach((item, k) => {
  const [w, d, h] = item.size
  const scene = new THREE.Scene()
  scene.environment = environment
  scene.environmentIntensity = 0.55
  const sun = new THREE.DirectionalLight('#fff4e4', 2.2)
  const reach = Math.hypot(w, d, h)
  sun.position.set(-reach * 0.8, -reach * 1.1, reach * 1.7)
  sun.castShadow = true
  sun.shadow.mapSize.set(1024, 1024)
  const c = sun.shadow.camera
  c.left = c.bottom = -reach
  c.right = c.top = reach
  c.near = 0.01
  c.far = reach * 6
  sun.shadow.bias = -0.0006
  sun.shadow.normalBias = reach * 0.004
  scene.add(sun, sun.target)
  const floor = new THREE.Mesh(
    new THREE.PlaneGeometry(reach * 20, reach * 20),
    new THREE.MeshStandardMaterial({ color: '#efece6', roughness: 1 }),
  )
  floor.position.z = -0.002 * reach
  floor.receiveShadow = true
  scene.add(floor)
  for (const part of item.parts) {
    const g = new THREE.BufferGeometry()
    g.setAttribute('position', new THREE.Float32BufferAttribute(part.positions, 3))
    g.setAttribute('normal', new THREE.Float32BufferAttribute(part.normals, 3))
    g.setIndex(part.indices)
    const clear = part.look.transmission ?? 0
    const m = new THREE.MeshStandardMaterial({
      color: part.color,
      roughness: part.look.roughness,
      metalness: part.look.metalness,
      transparent: clear > 0,
      opacity: 1 - clear * 0.75,
      emissive: part.emissive ? part.color : '#000',
      emissiveIntensity: part.emissive ?? 0,
    })
    const mesh = new THREE.Mesh(g, m)
    mesh.castShadow = clear < 0.5
    mesh.receiveShadow = true
    scene.add(mesh)
  }
  const camera = new THREE.PerspectiveCamera(24, 1, 0.01, 200)
  camera.up.set(0, 0, 1)
  const direction = item.isPlan ? new THREE.Vector3(0, -0.001, 1) : new THREE.Vector3(0.62, -1, 0.52)
  direction.normalize()
  const center = new THREE.Vector3(0, 0, h / 2)
  camera.position.copy(center).addScaledVector(direction, (reach / 2 / Math.tan((12 * Math.PI) / 180)) * 1.02)
  camera.lookAt(center)
  const x = (k % columns) * cell
  const y = height - (Math.floor(k / columns) + 1) * (cell + 16) + 16
  renderer.setViewport(x, y, cell, cell)
  renderer.setScissor(x, y, cell, cell)
  renderer.render(scene, camera)
  const label = document.createElement('div')
  label.className = 'label'
  label.textContent = item.title
  label.style.left = `${x}px`
  label.style.top = `${height - y}px`
  document.body.append(label)
})
