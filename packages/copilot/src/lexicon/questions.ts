import { type Entries, entry } from './entries.ts'

/** What asks, and what is asked about. */
export const questionEntries: Entries = [
  entry(
    { type: 'question', ask: 'how_many' },
    'how many, number of, 几个, 几件, 几扇, 几间, 几盆, 几幅, 多少件, 多少人, 几个人, 几人, 多少个, 几把, 几张, 几盏, 多少把, 多少张, 多少, 有几',
  ),
  entry({ type: 'question', ask: 'how_wide' }, 'how wide, 多宽, 宽度是多少'),
  entry({ type: 'question', ask: 'how_long' }, 'how long, 多长'),
  entry({ type: 'question', ask: 'how_high' }, 'how high, how tall, 多高'),
  entry(
    { type: 'question', ask: 'how_big' },
    "how big, how large, what size, what is the area, what's the area, area of, 多大, 面积, 面积是多少, 多少平米, 多少平方米",
  ),
  entry(
    { type: 'question', ask: 'how_far' },
    'how far, how close, how much space, how much room, how much gap, 间距, 净距, 多少距离, what is the distance',
    "what's the distance, distance between, 多远, 距离, 距离多少, 离多远",
  ),
  entry({ type: 'question', ask: 'where' }, 'where is, where are, where, 在哪, 在哪里, 哪里'),
  entry(
    { type: 'question', ask: 'which' },
    'which, brightest, dimmest, darkest, largest, biggest, smallest, tallest, widest, heaviest, 哪一间, 哪间, 哪把, 哪件, 最亮',
    '最大, 最小, 最高, 最宽, 哪个, 哪些, 哪一个, 哪盏, 哪张',
  ),
  entry(
    { type: 'question', ask: 'what' },
    "what is in, what's in, what, list, describe, tell me about, 什么, 有什么, 有哪些, 介绍, 列出",
  ),
  entry(
    { type: 'question', ask: 'looks' },
    'what colour, what color, which colour, which color, what material, made of, 什么颜色, 什么材质, 什么材料, 啥颜色',
  ),
  entry(
    { type: 'question', ask: 'help' },
    'what can you do, what can i ask, what can i say, help, 你能做什么, 你会什么, 帮助, 怎么用, 能做什么',
  ),
  entry(
    { type: 'question', ask: 'other' },
    'why, when, who, how much, how, how much is, how much are, 为什么, 怎么, 谁, 何时, 多少钱, 如何',
  ),
  entry(
    { type: 'polite' },
    'how about, what about, can you, could you, would you, will you, can we, could we, may i, 能不能, 能否, 可不可以, 可否',
    '可以帮我, 麻烦, 麻烦你',
  ),
  entry({ type: 'look' }, 'colour, color, finish, material, 颜色, 材质, 材料'),
  entry({ type: 'way' }, 'way, gap, aisle, clearance, free space, walkway, way past, 过道, 通道, 空隙, 路'),
  entry(
    { type: 'question', ask: 'is_there' },
    'is there, are there, do we have, do i have, is the, are the, is this, is it, is my, are all, does it, does the',
    'can i, can a, can the, will a, will the, 有没有, 是否, 是不是, 能否, 吗, 有吗, 够不够, 开着吗, 关着吗',
  ),
  entry(
    { type: 'question', ask: 'problems' },
    "any problems, what's wrong, what is wrong, problems, issues, is it safe, is everything ok, is everything okay",
    'anything wrong, check, check this, 检查, 检查一下, 合理吗, 安全吗, 有问题, 什么问题, 有什么问题, 问题',
  ),
]
