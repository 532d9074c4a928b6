#include "CRevision.h"

#ifndef CLOSEDLOOP_REVISION
#define CLOSEDLOOP_REVISION ""
#endif

const char *closedloop_revision(void) { return CLOSEDLOOP_REVISION; }
