import type { Occupants } from '@enfilade/layout'
import { type Entries, entry } from './entries.ts'

const person = (who: keyof Omit<Occupants, 'words'>, ...lists: readonly string[]) =>
  entry({ type: 'person', person: who }, ...lists)
const live = (occupants: Occupants, ...lists: readonly string[]) => entry({ type: 'occupants', occupants }, ...lists)

/** Who lives, sleeps, works and eats in the room; a number before them counts them. */
export const peopleEntries: Entries = [
  person(
    'adults',
    'ppl, people, person, persons, adult, adults, sleepers, tenants, grown-up, grown-ups, occupants, residents, 人, 个人, 口人',
    '大人, 成人, 成年人, 住户, 租客, 室友, flatmate, flatmates, roommate, roommates, housemate, housemates',
  ),
  person(
    'children',
    'child, children, kid, kids, toddler, toddlers, teenager, teenagers, teen, teens, daughter, daughters, son, sons',
    'boy, boys, girl, girls, schoolchild, pupil, preschooler, grandchild, grandchildren, little one, little ones',
    '孩子, 小孩, 儿童, 女儿, 闺女, 丫头, 小丫头, 姑娘, 小姑娘, 囡囡, 娃娃, 孩儿, 儿子, 小朋友, 娃, 小学生, 中学生, 幼儿, 男孩, 女孩, 小女孩, 小男孩',
    '青少年, 学龄儿童, 小孩子, 二胎, 宝贝, 小学生, 孙子, 孙女',
  ),
  person(
    'babies',
    'baby, babies, infant, infants, newborn, newborns, 婴儿, 宝宝, 新生儿, 小宝宝, 小婴儿, 刚出生的宝宝',
  ),
  person(
    'guests',
    'guests, guest, diners, diner, visitors, dinner guests, 客人, 访客, 宾客, 来客, 人吃饭, 人用餐, 人就餐',
  ),
  person('guests', '人聚餐, 个人吃饭, 个人用餐, 个人就餐, 位客人, 亲友, 人一起吃饭'),
  entry(
    { type: 'seating' },
    'dinner for, dining for, dinners for, meals for, supper for, lunch for, breakfast for, seats, seating for, room to seat',
    'space to seat, enough to seat, to seat, seat, sits, can sit, host, seating, sleeping for, 坐得下, 能坐, 可坐, 可供, 容纳, 坐下, 能坐下, 坐, 围坐, 够',
  ),
  person(
    'elderly',
    'elderly, elderly person, elderly people, elderly couple, elderly parents, elderly mother, elderly father, grandmother',
    'grandfather, grandma, grandpa, grandad, granddad, granny, nan, gran, nana, senior, older person, older adult, older adults',
    'older people, old people, old person, old man, old lady, old woman, seniors, age-friendly, retired, retiree',
    'pensioner, pensioners, retired couple, ageing, aging, elderly resident, old couple, in-laws, mother-in-law',
    'older gentleman, elderly gentleman, old gentleman, older lady, father-in-law, 老爷子, 老太太, 老头, 老人, 老年人, 长辈, 奶奶, 爷爷, 外婆, 外公, 姥姥, 姥爷, 适老, 适老化, 老两口, 老伴, 老父亲, 老母亲, 父母',
    '年迈的父母, 老爸, 老妈, 老人家, 退休, 退休夫妇, 高龄, 公公, 婆婆, 岳父, 岳母',
  ),
  person(
    'wheelchair',
    'wheelchair user, wheelchair users, uses a wheelchair, use a wheelchair, using a wheelchair, in a wheelchair',
    'who uses a wheelchair, has a wheelchair, for a wheelchair, wheelchair access, wheelchair friendly, disabled',
    'wheelchair-friendly, wheelchair accessible, wheelchair-accessible, accessible, barrier-free, barrier free, step-free',
    'paraplegic, wheelchair can, 坐轮椅, 用轮椅, 轮椅通道, 轮椅通行, 轮椅进出, 轮椅友好, 无障碍, 轮椅使用者, 坐轮椅的人, 残疾人, 轮椅人士',
    '使用轮椅, 轮椅能, 轮椅可以, 轮椅出入, 乘轮椅, 行动不便',
  ),
  person('pets', 'pet, pets, rabbit, rabbits, bird, parrot, 宠物, 兔子, 鹦鹉'),
  person('cats', 'cat, cats, kitten, kittens, kitty, 猫, 猫咪, 小猫, 只猫'),
  person('dogs', 'dog, dogs, puppy, puppies, labrador, retriever, 狗, 狗狗, 小狗, 柯基, 金毛, 只狗'),
  person(
    'working',
    'home worker, home workers, home-worker, home-workers, remote worker, remote workers, freelancer, freelancers',
    'people working from home, people who work from home, work from home, works from home, working from home, wfh',
    'works remotely, work remotely, programmer, programmers, writer, writers, colleagues, people working, people to work',
    'people can work, workers, who both work from home, both work from home, 居家办公, 在家办公, 远程办公, 在家工作, 人办公',
    '个人办公, 人同时办公, 人一起办公, 人居家办公, 人在家办公, 人工作, 人同时工作, 程序员, 写作者, 作家, 自由职业者, 都在家办公, 远程工作, 设计师',
  ),
  person('working', 'student, students, 学生, 大学生, 考研, 学习的孩子'),
  entry(
    { type: 'age' },
    'year-old, year old, years old, year-olds, year olds, yr old, yo, y/o, aged, age, 岁, 岁的, 周岁, 岁大, 多岁, 多岁的',
  ),
  live({ children: 2 }, 'twins, 双胞胎, 姐妹俩, 兄弟俩, 两姐妹, 两兄弟, 姐妹, 兄弟, 姐弟, 兄妹, two siblings'),
  live(
    { adults: 2 },
    'couple, a couple, young couple, newlyweds, husband and wife, for two, two people, married couple, my wife and i',
    'me and my wife, my husband and i, me and my husband, me and my partner, my partner and i, the two of us, both of us',
    'me and my girlfriend, me and my boyfriend, sleeps two, 双人, 夫妻, 情侣, 两口子, 两人, 小两口, 夫妇, 新婚夫妇, 新婚, 小夫妻, 两个人',
    '我和老公, 我和老婆, 我和妻子, 我和丈夫, 我们两个, 我们俩, 二人世界',
  ),
  live(
    { adults: 1 },
    'for one, one person, bachelor, single person, single man, single woman, just me, only me, for me',
  ),
  live(
    { adults: 1 },
    'myself, for myself, living alone, lives alone, live alone, 单人, 单身, 一个人, 一人, 独居, 自己住, 一个人住',
  ),
  live(
    { adults: 2, children: 2 },
    'family of four, a family of four, two parents and two children, 四口之家, 一家四口',
  ),
  live({ adults: 2, children: 3 }, 'family of five, a family of five, 五口之家, 一家五口'),
  live(
    { adults: 2, children: 1 },
    'family of three, a family of three, family, a family, young family, 三口之家, 一家三口',
  ),
  live({ adults: 2, children: 1 }, '一家人, 有孩子的家庭, 小家庭'),
  live({ adults: 2, elderly: 2, children: 1 }, '三代同堂, 三代人, three generations'),
  live(
    { adults: 2, elderly: 2 },
    'elderly couple, retired couple, old couple, 老两口, 老夫妻, 老夫妇, 退休夫妇, 两位老人',
  ),
]
