# A phase diagram: level_entropy_mean over samples and policy.count.
# Run this file with gnuplot in its own folder; it reads data/anchor.csv.
set terminal svg enhanced size 822,370 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'anchor.svg'
set datafile separator comma
# Where the locale has only ASCII, another gnuplot draws this file.
if (exists('ARG0') && strlen(ARG0) && !exists('utf8') && system('locale charmap') eq 'ANSI_X3.4-1968') {
  system("LC_ALL=C.UTF-8 gnuplot -e utf8=1 '".ARG0."'")
  exit status GPVAL_SYSTEM_ERRNO
}
set encoding utf8
set border linewidth 0.8
set tics nomirror out scale 0.4
unset key
set style fill solid noborder
set palette defined (0 '#d0312d', 0.5 '#f3ece4', 1 '#0072b2')
set cbrange [0.0:1.9]
set cblabel 'mean entropy of S (nats)' noenhanced
set multiplot

set lmargin at screen 0.0912
set rmargin at screen 0.427
set bmargin at screen 0.1892
set tmargin at screen 0.8919
unset colorbox
set title 'fresh' noenhanced offset 0,-0.5
set xlabel 'synthetic points a generation, M' noenhanced offset 0,0.3
set ylabel 'external points a generation, m' noenhanced
set xrange [0.5:6.5]
set yrange [0.5:8.5]
set xtics ('5' 1, '10' 2, '20' 3, '50' 4, '100' 5, '200' 6)
set ytics ('0' 1, '1' 2, '2' 3, '3' 4, '4' 5, '6' 6, '8' 7, '16' 8)
unset arrow
set arrow from 0.5,1.5 to 1.5,1.5 nohead front linewidth 3 linecolor rgb 'black'
set arrow from 1.5,1.5 to 2.5,1.5 nohead front linewidth 3 linecolor rgb 'black'
set arrow from 2.5,1.5 to 3.5,1.5 nohead front linewidth 3 linecolor rgb 'black'
set arrow from 3.5,1.5 to 4.5,1.5 nohead front linewidth 3 linecolor rgb 'black'
set arrow from 4.5,1.5 to 5.5,1.5 nohead front linewidth 3 linecolor rgb 'black'
set arrow from 5.5,1.5 to 6.5,1.5 nohead front linewidth 3 linecolor rgb 'black'
plot 'data/anchor.csv' using ($1 == 1 ? $2 : NaN):3:(0.5):(0.5):7 with boxxyerror linecolor palette, \
  'data/anchor.csv' using ($1 == 1 ? $2 : NaN):3:(abs($7 - 0.95) > 0.57 ? sprintf('%.2f', $7) : '') with labels font ',11' textcolor rgb 'white', \
  'data/anchor.csv' using ($1 == 1 ? $2 : NaN):3:(abs($7 - 0.95) <= 0.57 ? sprintf('%.2f', $7) : '') with labels font ',11' textcolor rgb 'black'

set lmargin at screen 0.5304
set rmargin at screen 0.8662
set bmargin at screen 0.1892
set tmargin at screen 0.8919
set colorbox user origin graph 1.04, graph 0 size graph 0.0357, graph 1
set title 'fixed' noenhanced offset 0,-0.5
set xlabel 'synthetic points a generation, M' noenhanced offset 0,0.3
set ylabel '' noenhanced
set xrange [0.5:6.5]
set yrange [0.5:8.5]
set xtics ('5' 1, '10' 2, '20' 3, '50' 4, '100' 5, '200' 6)
set ytics ('0' 1, '1' 2, '2' 3, '3' 4, '4' 5, '6' 6, '8' 7, '16' 8)
unset arrow
set arrow from 0.5,2.5 to 1.5,2.5 nohead front linewidth 3 linecolor rgb 'black'
set arrow from 1.5,2.5 to 2.5,2.5 nohead front linewidth 3 linecolor rgb 'black'
set arrow from 2.5,2.5 to 3.5,2.5 nohead front linewidth 3 linecolor rgb 'black'
set arrow from 3.5,2.5 to 4.5,2.5 nohead front linewidth 3 linecolor rgb 'black'
set arrow from 4.5,2.5 to 5.5,2.5 nohead front linewidth 3 linecolor rgb 'black'
set arrow from 5.5,2.5 to 6.5,2.5 nohead front linewidth 3 linecolor rgb 'black'
plot 'data/anchor.csv' using ($1 == 2 ? $2 : NaN):3:(0.5):(0.5):7 with boxxyerror linecolor palette, \
  'data/anchor.csv' using ($1 == 2 ? $2 : NaN):3:(abs($7 - 0.95) > 0.57 ? sprintf('%.2f', $7) : '') with labels font ',11' textcolor rgb 'white', \
  'data/anchor.csv' using ($1 == 2 ? $2 : NaN):3:(abs($7 - 0.95) <= 0.57 ? sprintf('%.2f', $7) : '') with labels font ',11' textcolor rgb 'black'

unset multiplot
unset output
