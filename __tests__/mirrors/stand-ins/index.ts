/** Every stand-in. */
import type { StandIn } from '../stand-in';
import { ARTIFACTORY } from './artifactory';
import { CLARIN_DSPACE } from './clarin-dspace';
import { HARNESS } from './harness';
import { HF_LOCAL_HUB } from './hf-local-hub';
import { HFD } from './hfd';
import { KKREPO } from './kkrepo';
import { KOHAKUHUB } from './kohakuhub';
import { MATRIXHUB } from './matrixhub';
import { NEXUS } from './nexus';
import { NGINX_CACHE } from './nginx-cache';
import { NGINX_PATH } from './nginx-path';
import { NO_HUB } from './no-hub';
import { OLAH } from './olah';
import { PULP } from './pulp';
import { SQUID } from './squid';

export const STAND_INS: readonly StandIn[] = [
  ARTIFACTORY,
  NEXUS,
  KKREPO,
  HARNESS,
  PULP,
  OLAH,
  KOHAKUHUB,
  MATRIXHUB,
  HFD,
  CLARIN_DSPACE,
  HF_LOCAL_HUB,
  SQUID,
  NGINX_CACHE,
  NGINX_PATH,
  NO_HUB,
].flat();
