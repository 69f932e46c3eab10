/** The page asks here, and only here; answered with a `Reply`. */
export const CALL_CHANNEL = 'groundwork:call';
/** The page hands over the bytes of a file here; answered with a `Reply`. */
export const UPLOAD_CHANNEL = 'groundwork:upload';
/** The host sends one id of the closed action table. */
export const ACTION_CHANNEL = 'groundwork:action';
