/// Everything a program that extends ClosedLoop needs: streams, families, the loop and the theory.
@_exported import ExponentialFamilies
@_exported import RandomStreams
@_exported import Retraining
@_exported import Theory
