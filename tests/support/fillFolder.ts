import { DataFolder } from '../../local/dataFolder/dataFolder'
import { startGateway, type RunningGateway } from '../../local/cloud/gateway/startGateway'
import { ensureCollections } from '../../local/ensureCollections'

const ENV_ID = 'changke-local'

/** Puts documents into a data folder before a stack has it: they are many, and past HTTP they go in faster. */
export async function fillFolder(
  dataDir: string,
  put: (gateway: RunningGateway, envName: string) => Promise<void>,
): Promise<void> {
  const { secretId, secretKey } = DataFolder.open(dataDir).secrets()
  const gateway = await startGateway({ dataDir, envId: ENV_ID, secretId, secretKey })
  try {
    const gatewayUrl = `http://127.0.0.1:${gateway.port}/admin`
    await ensureCollections(
      { envId: ENV_ID, appid: 'filling', secretId, secretKey, gatewayUrl },
      gateway.port,
    )
    await put(gateway, ENV_ID)
  } finally {
    await gateway.close()
  }
}
