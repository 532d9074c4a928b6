#include "CNormalLayers.h"
#include "CSquareRoot.h"
