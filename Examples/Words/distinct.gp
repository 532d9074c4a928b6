# Draws distinct.svg from results/distinct.csv.
set terminal svg size 640,420 font "sans-serif,13" background "white"
set output "distinct.svg"
set datafile separator ","
set logscale xy
set xrange [0.9:110]
set yrange [5:400]
set xlabel "generation"
set ylabel "distinct words in the training set"
set key bottom left
set border 3
set tics nomirror
table = "results/distinct.csv"
plot table using 1:7 skip 1 with lines lw 2 lc rgb "#1b6ca8" title "10 real words a generation, exact", \
  table using 1:5 skip 1 with points pt 6 ps 0.6 lc rgb "#1b6ca8" title "driven, mean of 40 runs", \
  table using 1:4 skip 1 with lines lw 2 lc rgb "#c0392b" title "closed, exact", \
  table using 1:2 skip 1 with points pt 6 ps 0.6 lc rgb "#c0392b" title "driven, mean of 40 runs"
