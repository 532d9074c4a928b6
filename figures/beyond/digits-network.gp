# Handwritten digits, learnt by a small neural network and then by others from it.
# Run this file with gnuplot in its own folder; it reads data/digits-network*.csv.
set terminal svg enhanced size 1000,1340 font 'Helvetica,Arial,sans-serif,13' background '#ffffff' linewidth 1.2
set output 'digits-network.svg'
set datafile separator comma
# Where the locale has only ASCII, another gnuplot draws this file.
if (exists('ARG0') && strlen(ARG0) && !exists('utf8') && system('locale charmap') eq 'ANSI_X3.4-1968') {
  system("LC_ALL=C.UTF-8 gnuplot -e utf8=1 '".ARG0."'")
  exit status GPVAL_SYSTEM_ERRNO
}
set encoding utf8
set multiplot

set lmargin at screen 0.19
set rmargin at screen 0.9835
set bmargin at screen 0.693
set tmargin at screen 0.975
unset border
unset tics
unset key
set xrange [-2:208]
set yrange [-98:2]
set object 1 rectangle from -2,2 to 30,-20 behind fillstyle solid 1 noborder fillcolor rgb '#e4e4e4'
set object 2 rectangle from 33,2 to 65,-20 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 3 rectangle from 68,2 to 100,-20 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 4 rectangle from 103,2 to 135,-20 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 5 rectangle from 138,2 to 170,-20 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 6 rectangle from 173,2 to 205,-20 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 101 rectangle from -2,-23 to 30,-45 behind fillstyle solid 1 noborder fillcolor rgb '#e4e4e4'
set object 102 rectangle from 33,-23 to 65,-45 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 103 rectangle from 68,-23 to 100,-45 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 104 rectangle from 103,-23 to 135,-45 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 105 rectangle from 138,-23 to 170,-45 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 106 rectangle from 173,-23 to 205,-45 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 201 rectangle from -2,-48 to 30,-70 behind fillstyle solid 1 noborder fillcolor rgb '#e4e4e4'
set object 202 rectangle from 33,-48 to 65,-70 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 203 rectangle from 68,-48 to 100,-70 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 204 rectangle from 103,-48 to 135,-70 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 205 rectangle from 138,-48 to 170,-70 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 206 rectangle from 173,-48 to 205,-70 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 301 rectangle from -2,-73 to 30,-95 behind fillstyle solid 1 noborder fillcolor rgb '#e4e4e4'
set object 302 rectangle from 33,-73 to 65,-95 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 303 rectangle from 68,-73 to 100,-95 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 304 rectangle from 103,-73 to 135,-95 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 305 rectangle from 138,-73 to 170,-95 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set object 306 rectangle from 173,-73 to 205,-95 behind fillstyle solid 1 noborder fillcolor rgb '#f3f3f3'
set label 1 'real digits' at 14.0,5 center
set label 2 '{/:Italic t}⁠ = 0' at 49.0,5 center
set label 3 '{/:Italic t}⁠ = 10' at 84.0,5 center
set label 4 '{/:Italic t}⁠ = 50' at 119.0,5 center
set label 5 '{/:Italic t}⁠ = 200' at 154.0,5 center
set label 6 '{/:Italic t}⁠ = 600' at 189.0,5 center
set label 100 'replace all data' at -6,-7.0 right textcolor rgb '#d0312d'
set label 101 '200 pictures of its own' at -6,-13.4 right font ',10' textcolor rgb '#606060'
set label 102 'one fresh digit' at -6,-32.0 right textcolor rgb '#0072b2'
set label 103 '200 of its own, 1 real' at -6,-38.4 right font ',10' textcolor rgb '#606060'
set label 104 '20 fresh digits' at -6,-57.0 right textcolor rgb '#56b4e9'
set label 105 '200 of its own, 20 real' at -6,-63.4 right font ',10' textcolor rgb '#606060'
set label 106 'all data so far' at -6,-82.0 right textcolor rgb '#08306b'
set label 107 'the real ones and all its own' at -6,-88.4 right font ',10' textcolor rgb '#606060'
plot 'data/digits-network-pictures.csv' using (strcol(1) eq 'truth' ? 0 : NaN):(0):(35*0 + 10*($3 - 3*floor($3/3)) + $5):(35*0 + 10*($3 - 3*floor($3/3)) + $6 + 1.04):(-5*floor($3/6) - 10*floor($3/3) - $4 - 1.04):(-5*floor($3/6) - 10*floor($3/3) - $4) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#404040' notitle, \
  'data/digits-network-pictures.csv' using (strcol(1) eq 'replace' ? 0 : NaN):(0):(35*($2 == 0 ? 1 : $2 == 10 ? 2 : $2 == 50 ? 3 : $2 == 200 ? 4 : $2 == 600 ? 5 : NaN) + 10*($3 - 3*floor($3/3)) + $5):(35*($2 == 0 ? 1 : $2 == 10 ? 2 : $2 == 50 ? 3 : $2 == 200 ? 4 : $2 == 600 ? 5 : NaN) + 10*($3 - 3*floor($3/3)) + $6 + 1.04):(0 - 10*floor($3/3) - $4 - 1.04):(0 - 10*floor($3/3) - $4) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#d0312d' notitle, \
  'data/digits-network-pictures.csv' using (strcol(1) eq 'few' ? 0 : NaN):(0):(35*($2 == 0 ? 1 : $2 == 10 ? 2 : $2 == 50 ? 3 : $2 == 200 ? 4 : $2 == 600 ? 5 : NaN) + 10*($3 - 3*floor($3/3)) + $5):(35*($2 == 0 ? 1 : $2 == 10 ? 2 : $2 == 50 ? 3 : $2 == 200 ? 4 : $2 == 600 ? 5 : NaN) + 10*($3 - 3*floor($3/3)) + $6 + 1.04):(-25 - 10*floor($3/3) - $4 - 1.04):(-25 - 10*floor($3/3) - $4) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#0072b2' notitle, \
  'data/digits-network-pictures.csv' using (strcol(1) eq 'many' ? 0 : NaN):(0):(35*($2 == 0 ? 1 : $2 == 10 ? 2 : $2 == 50 ? 3 : $2 == 200 ? 4 : $2 == 600 ? 5 : NaN) + 10*($3 - 3*floor($3/3)) + $5):(35*($2 == 0 ? 1 : $2 == 10 ? 2 : $2 == 50 ? 3 : $2 == 200 ? 4 : $2 == 600 ? 5 : NaN) + 10*($3 - 3*floor($3/3)) + $6 + 1.04):(-50 - 10*floor($3/3) - $4 - 1.04):(-50 - 10*floor($3/3) - $4) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#56b4e9' notitle, \
  'data/digits-network-pictures.csv' using (strcol(1) eq 'accumulate' ? 0 : NaN):(0):(35*($2 == 0 ? 1 : $2 == 10 ? 2 : $2 == 50 ? 3 : $2 == 200 ? 4 : $2 == 600 ? 5 : NaN) + 10*($3 - 3*floor($3/3)) + $5):(35*($2 == 0 ? 1 : $2 == 10 ? 2 : $2 == 50 ? 3 : $2 == 200 ? 4 : $2 == 600 ? 5 : NaN) + 10*($3 - 3*floor($3/3)) + $6 + 1.04):(-75 - 10*floor($3/3) - $4 - 1.04):(-75 - 10*floor($3/3) - $4) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#08306b' notitle
unset label
unset object

set xtics autofreq
set ytics autofreq
set lmargin at screen 0.075
set rmargin at screen 0.3183
set bmargin at screen 0.4955
set tmargin at screen 0.6664
set border 31 linewidth 0.8
set tics nomirror scale 0.6
set label 1 '({/:Bold a})' at screen 0.007,screen 0.6664 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.4
set ylabel 'variance of the pixels that is left' offset 1.2,0
set xrange [0:*]
set yrange [0:1.4]
set key at graph 0.98,0.99 right top samplen 1.5 maxrows 2
plot 'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):5 with points pointtype 7 pointsize 0.4 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):($5-$6):(0):(2*$6) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):7 with lines linewidth 1.6 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):5 with points pointtype 7 pointsize 0.4 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):($5-$6):(0):(2*$6) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):7 with lines linewidth 1.6 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):5 with points pointtype 7 pointsize 0.4 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):($5-$6):(0):(2*$6) with vectors nohead linewidth 0.9 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):7 with lines linewidth 1.6 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):5 with points pointtype 7 pointsize 0.4 linecolor rgb '#08306b' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):($5-$6):(0):(2*$6) with vectors nohead linewidth 0.9 linecolor rgb '#08306b' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):7 with lines linewidth 1.6 linecolor rgb '#08306b' notitle, \
  keyentry with points pointtype 7 pointsize 0.5 linecolor rgb 'black' title 'measured', \
  keyentry with lines linewidth 1.6 linecolor rgb 'black' title 'exact, for exact fits'
unset label
set xlabel '' font ''
set ylabel '' font ''
set autoscale x
set autoscale y
set xtics autofreq
set ytics autofreq
set tics font ''
set format
set border linewidth 0.8
unset xzeroaxis

set lmargin at screen 0.4083
set rmargin at screen 0.6517
set bmargin at screen 0.4955
set tmargin at screen 0.6664
set border 31 linewidth 0.8
set tics nomirror scale 0.6
set label 1 '({/:Bold b})' at screen 0.3403,screen 0.6664 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.4
set ylabel 'kinds of digits among its pictures' offset 1.2,0
set xrange [0:*]
set yrange [0:10.5]
unset key
plot 'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):10 with points pointtype 7 pointsize 0.4 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):($10-$11):(0):(2*$11) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):10 with lines linewidth 0.8 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):10 with points pointtype 7 pointsize 0.4 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):($10-$11):(0):(2*$11) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):10 with lines linewidth 0.8 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):10 with points pointtype 7 pointsize 0.4 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):($10-$11):(0):(2*$11) with vectors nohead linewidth 0.9 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):10 with lines linewidth 0.8 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):10 with points pointtype 7 pointsize 0.4 linecolor rgb '#08306b' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):($10-$11):(0):(2*$11) with vectors nohead linewidth 0.9 linecolor rgb '#08306b' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):10 with lines linewidth 0.8 linecolor rgb '#08306b' notitle
unset label
set xlabel '' font ''
set ylabel '' font ''
set autoscale x
set autoscale y
set xtics autofreq
set ytics autofreq
set tics font ''
set format
set border linewidth 0.8
unset xzeroaxis

set lmargin at screen 0.7417
set rmargin at screen 0.985
set bmargin at screen 0.4955
set tmargin at screen 0.6664
set border 31 linewidth 0.8
set tics nomirror scale 0.6
set label 1 '({/:Bold c})' at screen 0.6737,screen 0.6664 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.4
set ylabel 'generations with the rare digit' offset 1.2,0
set xrange [0:*]
set yrange [-0.03:1.03]
unset key
plot 'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):16 with points pointtype 7 pointsize 0.4 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):($16-$17):(0):(2*$17) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):16 with lines linewidth 0.8 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):16 with points pointtype 7 pointsize 0.4 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):($16-$17):(0):(2*$17) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):16 with lines linewidth 0.8 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):16 with points pointtype 7 pointsize 0.4 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):($16-$17):(0):(2*$17) with vectors nohead linewidth 0.9 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):16 with lines linewidth 0.8 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):16 with points pointtype 7 pointsize 0.4 linecolor rgb '#08306b' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):($16-$17):(0):(2*$17) with vectors nohead linewidth 0.9 linecolor rgb '#08306b' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):16 with lines linewidth 0.8 linecolor rgb '#08306b' notitle
unset label
set xlabel '' font ''
set ylabel '' font ''
set autoscale x
set autoscale y
set xtics autofreq
set ytics autofreq
set tics font ''
set format
set border linewidth 0.8
unset xzeroaxis

set lmargin at screen 0.075
set rmargin at screen 0.3183
set bmargin at screen 0.2627
set tmargin at screen 0.4336
set border 31 linewidth 0.8
set tics nomirror scale 0.6
set label 1 '({/:Bold d})' at screen 0.007,screen 0.4336 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.4
set ylabel 'log-likelihood of real digits, nats' offset 1.2,0
set xrange [0:*]
set yrange [*:3]
unset key
plot 'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):22 with points pointtype 7 pointsize 0.4 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):($22-$23):(0):(2*$23) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):22 with lines linewidth 0.8 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):22 with points pointtype 7 pointsize 0.4 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):($22-$23):(0):(2*$23) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):22 with lines linewidth 0.8 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):22 with points pointtype 7 pointsize 0.4 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):($22-$23):(0):(2*$23) with vectors nohead linewidth 0.9 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):22 with lines linewidth 0.8 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):22 with points pointtype 7 pointsize 0.4 linecolor rgb '#08306b' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):($22-$23):(0):(2*$23) with vectors nohead linewidth 0.9 linecolor rgb '#08306b' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):22 with lines linewidth 0.8 linecolor rgb '#08306b' notitle
unset label
set xlabel '' font ''
set ylabel '' font ''
set autoscale x
set autoscale y
set xtics autofreq
set ytics autofreq
set tics font ''
set format
set border linewidth 0.8
unset xzeroaxis

set lmargin at screen 0.4083
set rmargin at screen 0.6517
set bmargin at screen 0.2627
set tmargin at screen 0.4336
set border 31 linewidth 0.8
set tics nomirror scale 0.6
set label 1 '({/:Bold e})' at screen 0.3403,screen 0.4336 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.4
set ylabel 'entropy of the network, nats' offset 1.2,0
set xrange [0:*]
set yrange [0:*]
unset key
plot 'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):20 with points pointtype 7 pointsize 0.4 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):($20-$21):(0):(2*$21) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):20 with lines linewidth 0.8 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):20 with points pointtype 7 pointsize 0.4 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):($20-$21):(0):(2*$21) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):20 with lines linewidth 0.8 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):20 with points pointtype 7 pointsize 0.4 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):($20-$21):(0):(2*$21) with vectors nohead linewidth 0.9 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):20 with lines linewidth 0.8 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):20 with points pointtype 7 pointsize 0.4 linecolor rgb '#08306b' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):($20-$21):(0):(2*$21) with vectors nohead linewidth 0.9 linecolor rgb '#08306b' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):20 with lines linewidth 0.8 linecolor rgb '#08306b' notitle
unset label
set xlabel '' font ''
set ylabel '' font ''
set autoscale x
set autoscale y
set xtics autofreq
set ytics autofreq
set tics font ''
set format
set border linewidth 0.8
unset xzeroaxis

set lmargin at screen 0.7417
set rmargin at screen 0.985
set bmargin at screen 0.2627
set tmargin at screen 0.4336
set border 31 linewidth 0.8
set tics nomirror scale 0.6
set label 1 '({/:Bold f})' at screen 0.6737,screen 0.4336 left
set xlabel 'generation ⁠{/:Italic t}' offset 0,0.4
set ylabel 'real digits it could write' offset 1.2,0
set xrange [0:*]
set yrange [-0.03:1.03]
unset key
plot 'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):26 with points pointtype 7 pointsize 0.4 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):($26-$27):(0):(2*$27) with vectors nohead linewidth 0.9 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'replace' ? $4 : NaN):26 with lines linewidth 0.8 linecolor rgb '#d0312d' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):26 with points pointtype 7 pointsize 0.4 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):($26-$27):(0):(2*$27) with vectors nohead linewidth 0.9 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'few' ? $4 : NaN):26 with lines linewidth 0.8 linecolor rgb '#0072b2' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):26 with points pointtype 7 pointsize 0.4 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):($26-$27):(0):(2*$27) with vectors nohead linewidth 0.9 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'many' ? $4 : NaN):26 with lines linewidth 0.8 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):26 with points pointtype 7 pointsize 0.4 linecolor rgb '#08306b' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):($26-$27):(0):(2*$27) with vectors nohead linewidth 0.9 linecolor rgb '#08306b' notitle, \
  'data/digits-network.csv' using (strcol(1) eq 'accumulate' ? $4 : NaN):26 with lines linewidth 0.8 linecolor rgb '#08306b' notitle
unset label
set xlabel '' font ''
set ylabel '' font ''
set autoscale x
set autoscale y
set xtics autofreq
set ytics autofreq
set tics font ''
set format
set border linewidth 0.8
unset xzeroaxis

set lmargin at screen 0.075
set rmargin at screen 0.3183
set bmargin at screen 0.039
set tmargin at screen 0.1758
set label 1 '({/:Bold g})' at screen 0.007,screen 0.1758 left
set xrange [-0.6:4 - 0.4]
set xtics scale 0 ('none' 0, '1' 1, '20' 2, 'all data' 3)
set xlabel 'fresh digits in each generation' offset 0,0.4
set ytics ('0' sqrt(0), '1' sqrt(1), '5' sqrt(5), '20' sqrt(20), '50' sqrt(50), '100' sqrt(100))
set ylabel 'fresh digits, diagnosed' offset 1.2,0
set yrange [-0.3:sqrt(130)]
set key default
set key at graph 1.02,1.03 right bottom maxrows 2 samplen 1.5 font ',10'
plot 'data/digits-network-diagnosis.csv' using (strcol(1) eq 'replace' ? 0 - 0.4 : NaN):(sqrt($3)):(0.8):(0) with vectors nohead linewidth 1.2 linecolor black notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'few' ? 1 - 0.4 : NaN):(sqrt($3)):(0.8):(0) with vectors nohead linewidth 1.2 linecolor black notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'many' ? 2 - 0.4 : NaN):(sqrt($3)):(0.8):(0) with vectors nohead linewidth 1.2 linecolor black notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN):(sqrt($7 > 1e-6 ? $7 : 1e-6)):(0):(sqrt($8 < 1e6 ? $8 : 1e6) - sqrt($7 > 1e-6 ? $7 : 1e-6)) with vectors nohead linewidth 1 linecolor rgb '#d0312d' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN):(sqrt($6)) with points pointtype 7 pointsize 0.4 linecolor rgb '#d0312d' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN):(sqrt($7 > 1e-6 ? $7 : 1e-6)):(0):(sqrt($8 < 1e6 ? $8 : 1e6) - sqrt($7 > 1e-6 ? $7 : 1e-6)) with vectors nohead linewidth 1 linecolor rgb '#0072b2' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN):(sqrt($6)) with points pointtype 7 pointsize 0.4 linecolor rgb '#0072b2' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN):(sqrt($7 > 1e-6 ? $7 : 1e-6)):(0):(sqrt($8 < 1e6 ? $8 : 1e6) - sqrt($7 > 1e-6 ? $7 : 1e-6)) with vectors nohead linewidth 1 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN):(sqrt($6)) with points pointtype 7 pointsize 0.4 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN):(sqrt($7 > 1e-6 ? $7 : 1e-6)):(0):(sqrt($8 < 1e6 ? $8 : 1e6) - sqrt($7 > 1e-6 ? $7 : 1e-6)) with vectors nohead linewidth 1 linecolor rgb '#08306b' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN):(sqrt($6)) with points pointtype 7 pointsize 0.4 linecolor rgb '#08306b' notitle, \
  keyentry with lines linewidth 1.2 linecolor rgb 'black' title 'as it is', \
  keyentry with points pointtype 7 pointsize 0.5 linecolor rgb '#8a8a8a' title 'as pixels tell, 95 %'
unset label
unset logscale
unset key
set xlabel '' font ''
set ylabel '' font ''
set autoscale x
set autoscale y
set xtics autofreq
set ytics autofreq
set tics font ''
set format
set border linewidth 0.8
unset xzeroaxis

set lmargin at screen 0.4083
set rmargin at screen 0.6517
set bmargin at screen 0.039
set tmargin at screen 0.1758
set label 1 '({/:Bold h})' at screen 0.3403,screen 0.1758 left
set xrange [-0.6:4 - 0.4]
set xtics scale 0 ('none' 0, '1' 1, '20' 2, 'all data' 3)
set xlabel 'fresh digits in each generation' offset 0,0.4
set logscale y
set ytics (0.3, 1, 3, 10, 30, 100, 300, 1000)
set ylabel 'relative size of the drift' offset 1.2,0
set yrange [0.2:2000]
unset key
plot 1 with lines linewidth 1.2 linecolor black notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN):(($10 > 1e-6 ? $10 : 1e-6)):(0):(($11 < 1e6 ? $11 : 1e6) - ($10 > 1e-6 ? $10 : 1e-6)) with vectors nohead linewidth 1 linecolor rgb '#d0312d' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN):(($9)) with points pointtype 7 pointsize 0.4 linecolor rgb '#d0312d' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN):(($10 > 1e-6 ? $10 : 1e-6)):(0):(($11 < 1e6 ? $11 : 1e6) - ($10 > 1e-6 ? $10 : 1e-6)) with vectors nohead linewidth 1 linecolor rgb '#0072b2' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN):(($9)) with points pointtype 7 pointsize 0.4 linecolor rgb '#0072b2' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN):(($10 > 1e-6 ? $10 : 1e-6)):(0):(($11 < 1e6 ? $11 : 1e6) - ($10 > 1e-6 ? $10 : 1e-6)) with vectors nohead linewidth 1 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN):(($9)) with points pointtype 7 pointsize 0.4 linecolor rgb '#56b4e9' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN):(($10 > 1e-6 ? $10 : 1e-6)):(0):(($11 < 1e6 ? $11 : 1e6) - ($10 > 1e-6 ? $10 : 1e-6)) with vectors nohead linewidth 1 linecolor rgb '#08306b' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN):(($9)) with points pointtype 7 pointsize 0.4 linecolor rgb '#08306b' notitle
unset label
unset logscale
unset key
set xlabel '' font ''
set ylabel '' font ''
set autoscale x
set autoscale y
set xtics autofreq
set ytics autofreq
set tics font ''
set format
set border linewidth 0.8
unset xzeroaxis

set lmargin at screen 0.7417
set rmargin at screen 0.985
set bmargin at screen 0.039
set tmargin at screen 0.1758
set label 1 '({/:Bold i})' at screen 0.6737,screen 0.1758 left
set xrange [-0.6:4 - 0.4]
set xtics scale 0 ('none' 0, '1' 1, '20' 2, 'all data' 3)
set xlabel 'fresh digits in each generation' offset 0,0.4
set ylabel 'share of the pixels' offset 1.2,0
set yrange [0:1]
set key default
set key at graph 1.02,1.03 right bottom maxrows 3 samplen 0.8 font ',10'
plot 'data/digits-network-diagnosis.csv' using (strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN) + 0.04):((0)/$12):((0+$13)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#d0312d' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13)/$12):((0+$13+$15)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#e69f00' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15)/$12):((0+$13+$15+$17)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#aa4499' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15+$17)/$12):((0+$13+$15+$17+$18)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#d0d0d0' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15+$17+$18)/$12):((0+$13+$15+$17+$18+$16)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#08306b' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'replace' ? 0 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15+$17+$18+$16)/$12):((0+$13+$15+$17+$18+$16+$14)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#0072b2' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN) + 0.04):((0)/$12):((0+$13)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#d0312d' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13)/$12):((0+$13+$15)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#e69f00' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15)/$12):((0+$13+$15+$17)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#aa4499' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15+$17)/$12):((0+$13+$15+$17+$18)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#d0d0d0' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15+$17+$18)/$12):((0+$13+$15+$17+$18+$16)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#08306b' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'few' ? 1 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15+$17+$18+$16)/$12):((0+$13+$15+$17+$18+$16+$14)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#0072b2' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN) + 0.04):((0)/$12):((0+$13)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#d0312d' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13)/$12):((0+$13+$15)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#e69f00' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15)/$12):((0+$13+$15+$17)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#aa4499' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15+$17)/$12):((0+$13+$15+$17+$18)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#d0d0d0' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15+$17+$18)/$12):((0+$13+$15+$17+$18+$16)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#08306b' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'many' ? 2 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15+$17+$18+$16)/$12):((0+$13+$15+$17+$18+$16+$14)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#0072b2' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN) + 0.04):((0)/$12):((0+$13)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#d0312d' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13)/$12):((0+$13+$15)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#e69f00' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15)/$12):((0+$13+$15+$17)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#aa4499' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15+$17)/$12):((0+$13+$15+$17+$18)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#d0d0d0' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15+$17+$18)/$12):((0+$13+$15+$17+$18+$16)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#08306b' notitle, \
  'data/digits-network-diagnosis.csv' using (strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN):(0):((strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN) - 0.04):((strcol(1) eq 'accumulate' ? 3 - 0.25 + 0.1*$4 : NaN) + 0.04):((0+$13+$15+$17+$18+$16)/$12):((0+$13+$15+$17+$18+$16+$14)/$12) with boxxyerror fillstyle solid 1 noborder linecolor rgb '#0072b2' notitle, \
  keyentry with boxes fillstyle solid 1 noborder linecolor rgb '#d0312d' title 'closed', \
  keyentry with boxes fillstyle solid 1 noborder linecolor rgb '#e69f00' title 'drifting faster', \
  keyentry with boxes fillstyle solid 1 noborder linecolor rgb '#aa4499' title 'pulled elsewhere', \
  keyentry with boxes fillstyle solid 1 noborder linecolor rgb '#d0d0d0' title 'too little data', \
  keyentry with boxes fillstyle solid 1 noborder linecolor rgb '#08306b' title 'drifting slower', \
  keyentry with boxes fillstyle solid 1 noborder linecolor rgb '#0072b2' title 'anchored'
unset label
unset logscale
unset key

unset multiplot
unset output
