// Prints known answers of Philox4x64-10 from the reference implementation (Debian's
// librandom123-dev). The first three rows are Random123's published vectors.
//
//   cc generate-philox.c -o /tmp/generate && /tmp/generate > philox4x64-10.csv

#include <Random123/philox.h>
#include <inttypes.h>
#include <stdio.h>

static void print(philox4x64_ctr_t c, philox4x64_key_t k) {
  const philox4x64_ctr_t r = philox4x64_R(10, c, k);
  for (int i = 0; i < 4; ++i) printf("%016" PRIx64 ",", c.v[i]);
  for (int i = 0; i < 2; ++i) printf("%016" PRIx64 ",", k.v[i]);
  for (int i = 0; i < 4; ++i) printf("%016" PRIx64 "%c", r.v[i], i == 3 ? '\n' : ',');
}

int main(void) {
  printf("c0,c1,c2,c3,k0,k1,r0,r1,r2,r3\n");
  print((philox4x64_ctr_t){{0, 0, 0, 0}}, (philox4x64_key_t){{0, 0}});
  print((philox4x64_ctr_t){{~0ull, ~0ull, ~0ull, ~0ull}}, (philox4x64_key_t){{~0ull, ~0ull}});
  print((philox4x64_ctr_t){{0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0,
                            0x082efa98ec4e6c89}},
        (philox4x64_key_t){{0x452821e638d01377, 0xbe5466cf34e90c6c}});
  // One bit set at a time, then a walk through its own output.
  for (int bit = 0; bit < 6 * 64; bit += 7) {
    philox4x64_ctr_t c = {{0, 0, 0, 0}};
    philox4x64_key_t k = {{0, 0}};
    if (bit < 256) c.v[bit / 64] = 1ull << (bit % 64);
    else k.v[(bit - 256) / 64] = 1ull << (bit % 64);
    print(c, k);
  }
  philox4x64_ctr_t c = {{1, 2, 3, 4}};
  philox4x64_key_t k = {{5, 6}};
  for (int i = 0; i < 100; ++i) {
    print(c, k);
    c = philox4x64_R(10, c, k);
    k.v[0] += c.v[0];
    k.v[1] ^= c.v[3];
  }
  return 0;
}
