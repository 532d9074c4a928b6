#include "CNormalLayers.h"
