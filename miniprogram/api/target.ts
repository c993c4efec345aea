/** True where nobody signs in and the local stack answers: in a browser, and in a WeChat build pointed at it. */
export const onLocalStack = process.env.TARO_ENV === 'h5' || process.env.TARO_APP_LOCAL !== ''
