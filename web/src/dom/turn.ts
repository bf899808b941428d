/** The page has its turn: a slow phone would feel one long piece of work. */
export const turn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve))
