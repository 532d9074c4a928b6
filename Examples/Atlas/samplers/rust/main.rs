// rand_distr: NAME LAW SIZE DRAWS. Prints the sums that the judge of the atlas wants.
use rand::{rngs::StdRng, SeedableRng};
use rand_distr::{Binomial, Distribution, Poisson};

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let is_binomial = words[2] == "binomial";
    let size: u64 = words[3].parse().unwrap();
    let draws: u64 = words[4].parse().unwrap();
    let (mean, variance) = if is_binomial { (size as f64 / 2., size as f64 / 4.) } else { (size as f64, size as f64) };
    let binomial = Binomial::new(if is_binomial { size } else { 1 }, 0.5).unwrap();
    let poisson = Poisson::new(if is_binomial { 1. } else { mean }).unwrap();
    let mut generator = StdRng::seed_from_u64(1);
    let (mut first, mut second, mut band, mut tail) = (0., 0., 0u64, 0u64);
    for _ in 0..draws {
        let count = if is_binomial {
            binomial.sample(&mut generator) as f64
        } else {
            poisson.sample(&mut generator)
        };
        let scaled = (count - mean) / variance.sqrt();
        let far = scaled.abs();
        first += scaled;
        second += scaled * scaled;
        band += (far > 2. && far < 4.9) as u64;
        tail += (far > 4.) as u64;
    }
    println!("{draws} {first} {second} {band} {tail}");
}
