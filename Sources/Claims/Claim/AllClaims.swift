/// All claims, in the order in which they are listed.
package let claimTests: [any ClaimTest.Type] = [
  MartingaleClaim.self, AbsorptionClaim.self, FixationClaim.self, ScalingClaim.self,
  FinalLevelClaim.self, RandomEnergyClaim.self, EquationOfMotionClaim.self,
  IsingDiffusionClaim.self, TransitionDensityClaim.self, MeanDiffusionClaim.self,
  EntropyClaim.self, StationaryLawClaim.self, NormalisabilityClaim.self, OnePointClaim.self,
  PriorClaim.self, PriorAndPointClaim.self, SquareRootProcessClaim.self, PoissonClaim.self,
  InfiniteSyntheticClaim.self, ReparametrisationClaim.self, HeterozygosityClaim.self,
  AbsorptionLawClaim.self, FamiliesClaim.self, ConservationClaim.self, RelaxationClaim.self,
  ConjugateLimitClaim.self, FreshOrFixedClaim.self, CoordinateClaim.self,
  AccumulationClaim.self, WeightsClaim.self, TailsClaim.self, BoltzmannClaim.self,
  PriceClaim.self, ErrorSourcesClaim.self, BlurClaim.self, DiagnosisClaim.self,
  VarianceFloorClaim.self, KernelClaim.self, SmoothingClaim.self, SquaredVarianceClaim.self,
  ShapeClaim.self, LeastVarianceClaim.self, DrawnVarianceClaim.self,
  UniformClaim.self,
]
