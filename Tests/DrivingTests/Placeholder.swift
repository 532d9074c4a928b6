import Driving
