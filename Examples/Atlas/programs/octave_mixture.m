% Octave's package statistics: fitgmdist of one component with its defaults.
source (fullfile (fileparts (program_invocation_name ()), "octave_contract.m"));
pkg load statistics

serve (@(points, samples) random (fitgmdist (points, 1), samples));
