#include "CSquareRoot.h"
