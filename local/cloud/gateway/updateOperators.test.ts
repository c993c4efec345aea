import type { Doc } from './bsonValues'
import { applyUpdate } from './updateOperators'

const doc: Doc = {
  _id: 'a',
  n: 5,
  text: 'x',
  nothing: null,
  list: [1, 2, 3],
  objects: [
    { sku: 'a', n: 1 },
    { sku: 'b', n: 2 },
  ],
  deep: { a: { b: 1 } },
}

const without = (update: Doc): Doc => {
  const result = applyUpdate(doc, update)
  const changed: Doc = {}
  for (const key of Object.keys({ ...doc, ...result })) {
    if (JSON.stringify(result[key]) !== JSON.stringify(doc[key])) changed[key] = result[key]
  }
  return changed
}

describe('what an update does', () => {
  test.each<[string, Doc, Doc]>([
    ['$set makes the way', { $set: { 'deep.x.y': 1 } }, { deep: { a: { b: 1 }, x: { y: 1 } } }],
    ['$set in an array, filled with nulls', { $set: { 'list.4': 9 } }, { list: [1, 2, 3, null, 9] }],
    ['$unset', { $unset: { n: '', 'deep.a': '', missing: '' } }, { n: undefined, deep: {} }],
    ['$inc of a missing field', { $inc: { m: 2, n: -5 } }, { m: 2, n: 0 }],
    ['$mul of a missing field', { $mul: { m: 2, n: 3 } }, { m: 0, n: 15 }],
    ['$min and $max', { $min: { n: 3 }, $max: { 'deep.a.b': 7 } }, { n: 3, deep: { a: { b: 7 } } }],
    ['$rename', { $rename: { n: 'deep.n' } }, { n: undefined, deep: { a: { b: 1 }, n: 5 } }],
    ['$bit', { $bit: { n: { or: 8 } } }, { n: 13 }],
    [
      '$push of many at a place',
      { $push: { list: { $each: [8, 9], $position: 1 } } },
      { list: [1, 8, 9, 2, 3] },
    ],
    ['$push sorted and cut', { $push: { list: { $each: [0], $sort: -1, $slice: 2 } } }, { list: [3, 2] }],
    [
      '$push sorted by a field',
      { $push: { objects: { $each: [{ sku: 'c', n: 0 }], $sort: { n: -1 }, $slice: -2 } } },
      {
        objects: [
          { sku: 'a', n: 1 },
          { sku: 'c', n: 0 },
        ],
      },
    ],
    ['$push to a missing field', { $push: { fresh: 1 } }, { fresh: [1] }],
    ['$addToSet', { $addToSet: { list: { $each: [3, 4] } } }, { list: [1, 2, 3, 4] }],
    ['$pop at both ends', { $pop: { list: -1 } }, { list: [2, 3] }],
    ['$pull of a value', { $pull: { list: 2 } }, { list: [1, 3] }],
    ['$pull by operators', { $pull: { list: { $gte: 2 } } }, { list: [1] }],
    ['$pull of objects by a field', { $pull: { objects: { sku: 'a' } } }, { objects: [{ sku: 'b', n: 2 }] }],
    ['$pullAll', { $pullAll: { list: [1, 3] } }, { list: [2] }],
    ['$pull of a missing field changes nothing', { $pull: { missing: 1 } }, {}],
  ])('%s', (_name, update, expected) => {
    expect(without(update)).toEqual(expected)
  })

  test('the document that came in is left as it was', () => {
    const before = JSON.stringify(doc)
    applyUpdate(doc, { $set: { 'deep.a.b': 2 }, $push: { list: 4 } })
    expect(JSON.stringify(doc)).toBe(before)
  })
})

describe('what MongoDB refuses is refused', () => {
  test.each<[string, Doc, RegExp]>([
    ['$inc on a text', { $inc: { text: 1 } }, /Cannot apply \$inc to a value of non-numeric type/],
    ['$inc on null', { $inc: { nothing: 1 } }, /non-numeric type null/],
    ['$inc by a text', { $inc: { n: '1' } }, /non-numeric argument/],
    ['$mul on an array', { $mul: { list: 2 } }, /Cannot apply \$mul/],
    ['$inc out of the exact integers', { $inc: { n: Number.MAX_SAFE_INTEGER } }, /exactly/],
    ['$push on a number', { $push: { n: 1 } }, /Cannot apply \$push to a non-array value/],
    ['$push on null', { $push: { nothing: 1 } }, /non-array/],
    ['$addToSet on a text', { $addToSet: { text: 1 } }, /non-array/],
    ['$pull on an object', { $pull: { deep: 1 } }, /non-array/],
    ['$pop on a text', { $pop: { text: 1 } }, /non-array/],
    ['$pop by two', { $pop: { list: 2 } }, /expects 1 or -1/],
    [
      '$set through null',
      { $set: { 'nothing.a': 1 } },
      /Cannot create field 'a' in element \{nothing: null\}/,
    ],
    ['$set through a scalar', { $set: { 'n.a': 1 } }, /Cannot create field 'a' in element \{n: 5\}/],
    ['$set by a name in an array', { $set: { 'list.a': 1 } }, /in an array/],
    ['$inc through a scalar', { $inc: { 'text.a': 1 } }, /PathNotViable/],
    ['a change of _id', { $set: { _id: 'b' } }, /immutable field '_id'/],
    ['taking _id away', { $unset: { _id: '' } }, /immutable/],
    ['two operators on one path', { $set: { n: 1 }, $inc: { n: 1 } }, /conflict at 'n'/],
    ['a path and its inside', { $set: { deep: 1, 'deep.a': 2 } }, /conflict at 'deep'/],
    ['an unknown operator', { $add: { n: 1 } }, /Unknown modifier: \$add/],
    ['an operator without fields', { $inc: 1 }, /has none/],
    ['an unknown clause of $push', { $push: { list: { $each: [1], $at: 1 } } }, /Unrecognized clause/],
  ])('%s', (_name, update, message) => {
    expect(() => applyUpdate(doc, update)).toThrow(message)
  })
})
