/// Everything a program that extends ClosedLoop needs: streams, families, the loop and the theory.
@_exported import Families
@_exported import Loop
@_exported import Randomness
@_exported import Theory
