/**
 * Lets what is under way in this process and over its loopback go on, however slow the machine is: clients and servers
 * of these tests share one event loop.
 */
export async function turns(count = 200): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise(resolve => setImmediate(resolve));
  }
}
