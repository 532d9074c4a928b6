#ifndef C_REVISION_H
#define C_REVISION_H

/// The revision of the sources that the program was built from, as `make install` names it; empty otherwise.
const char *closedloop_revision(void);

#endif
