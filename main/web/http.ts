/**
 * Node's HTTP, without the import of it: that would evaluate every lazy part of the module, some 30 ms at each start.
 */
export const { createServer, request, STATUS_CODES } = process.getBuiltinModule('node:http');
