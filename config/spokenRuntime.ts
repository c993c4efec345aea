import { mergeInternalComponents } from '@tarojs/shared'
import { spokenAttributes } from './spokenAttributes'

// The app numbers a component's attributes as the templates do, so both must know the same ones.
mergeInternalComponents(spokenAttributes)
