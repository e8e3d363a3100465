/** What judges answers, loaded with all else that is needed only once there are any. */
export const judging = () => import(/* webpackChunkName: "meanwhile" */ './judging');
