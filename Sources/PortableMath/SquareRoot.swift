public import CPortable

/// `√x`, correctly rounded; NaN below zero.
///
/// `x.squareRoot()` calls the C library for negative numbers, which may set `errno`. That side effect keeps
/// a root which is the same in every turn of a loop inside it; this one moves out.
@inlinable @inline(__always)
public func squareRoot(_ x: Double) -> Double { csr_square_root(x) }
