/** The largest picture that is sent up: 2 MB. */
export const LARGEST_BYTES = 2 * 1024 * 1024

/** What became of choosing a picture: its address, nothing chosen, or why it could not be kept. */
export type Chosen =
  | { readonly of: 'kept'; readonly address: string }
  | { readonly of: 'none' | 'tooLarge' | 'noPicture' | 'offline' }

/** The cloud's file storage: lets the person choose a picture and sends it up, and tells where one is found. */
export interface Pictures {
  choose(): Promise<Chosen>
  /** What an image shows for a picture's address. */
  sourceOf(address: string): string
}
