1; % The contract of `closedloop drive` for the Octave programs of the atlas: tables of numbers.

function once (generation, train, samples, seed, output)
  [header, rest] = strtok (fileread (train), "\n");
  rows = str2num (["[" strrep(rest, "\n", ";") "]"]);
  state = double (seed) - double ("0"); % all digits count
  rand ("twister", state); randn ("twister", state); rande ("twister", state); randg ("twister", state);
  drawn = generation (rows, samples);
  file = fopen (output, "w");
  fprintf (file, "%s\n", header);
  fprintf (file, [repmat("%.17g,", 1, columns (drawn) - 1) "%.17g\n"], drawn');
  fclose (file);
endfunction

function value = field (object, name)
  found = regexp (object, ["\"" name "\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\d+))"], "tokens", "once");
  value = strrep (found{end}, "\\/", "/");
endfunction

function line = next_line ()
  try
    line = input ("", "s");
  catch
    line = ""; % the end
  end_try_catch
endfunction

function serve (generation)
  words = argv ();
  if (numel (words) == 4)
    once (generation, words{1}, str2double (words{2}), words{3}, words{4});
    return;
  endif
  % input, because fgetl waits for the line after.
  while (! isempty (line = next_line ()))
    answer = "{\"done\": true}";
    try
      once (generation, field (line, "train"), str2double (field (line, "samples")), field (line, "seed"),
            field (line, "output"));
    catch problem
      answer = ["{\"error\": \"" strrep(problem.message, "\"", "'") "\"}"];
    end_try_catch
    fdisp (stdout, answer);
    fflush (stdout);
  endwhile
endfunction
