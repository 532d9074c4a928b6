# Two commands do everything on a fresh machine with Swift: make figures, make test.

.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: figures figures-beyond phase-diagrams atlas report docs check-report check-slurm check-disks test mutants verify \
  reproduce reproduce-beyond reproduce-phase-diagrams paper review archive install uninstall lint clean help force

stamps     := .build/stamps
closedloop := .build/release/closedloop
# Folders are named, too, so that a file that is gone is noticed.
sources    := Package.swift $(shell find Sources)
documented := ClosedLoop Families EnumeratedFamilies Loop Theory Randomness Diagnosis
paper      := paper/generated
PREFIX     := /usr/local
# Another root seed: make figures SEED=7.
options    := $(if $(SEED),--seed $(SEED))
draft      := $(wildcard paper/*.tex paper/sections/*.tex)

# What `figures/` must be is written in its checksums; anything missing or edited is made again.
figures-intact := $(shell test "$$(cat $(stamps)/seed 2>/dev/null)" = "$(SEED)" && cd figures 2>/dev/null && sha256sum --check --status SHA256SUMS 2>/dev/null && echo yes)

figures: $(stamps)/figures ## Run every experiment and draw every figure into figures/
	@:

figures-beyond: $(stamps)/build ## The same beyond exponential families, into figures/beyond/
	@Scripts/figures-beyond $(closedloop)

phase-diagrams: $(stamps)/build ## Run the sweeps of Examples/PhaseDiagrams and draw them there
	@Scripts/phase-diagrams $(closedloop) .build/phase-diagrams Examples/PhaseDiagrams/maps

atlas: $(stamps)/build ## Run what is new of docs/atlas.md: real libraries in a closed loop (many packages)
	@Scripts/atlas $(closedloop) .build/atlas

report: $(stamps)/report ## Write figures/index.html, a page for referees
	@:

check-report: $(stamps)/report ## Look at that page in headless Chromium
	Scripts/check-report

check-slurm: ## Run a sweep through a real Slurm of one node, on this machine (needs root)
	Scripts/check-slurm

check-disks: ## Run on a full disk and on a read-only one (needs root)
	Scripts/check-disks

# Warnings are errors, and so is a type that no page of its module lists. What is built for it is kept apart.
docs: $(stamps)/set-up ## Build the documentation of the library into .build/docs
	@Scripts/set-up swift
	swift package --disable-sandbox --scratch-path .build/documentation generate-documentation --warnings-as-errors \
	  --enable-experimental-combined-documentation --output-path .build/docs $(documented:%=--target %)
	@! grep --files-with-matches '"generated":true' .build/docs/data/documentation/*.json \
	  || { echo "docs: these modules have symbols that no group of Topics lists" >&2; exit 1; }

test: $(stamps)/set-up ## Run the whole test suite
	@Scripts/set-up swift
	swift build --configuration release --build-tests
	swift test --configuration release --skip-build --disable-xctest

mutants: $(stamps)/set-up ## Plant bugs in a copy of the sources and see which tests notice
	Scripts/mutants

verify: $(stamps)/build ## Check the claims and print the verdicts
	$(closedloop) verify

reproduce: $(stamps)/build ## Regenerate everything elsewhere and compare with figures/
	@rm -rf .build/reproduced
	@for id in $$($(closedloop) list --ids); do $(closedloop) run $$id $(options) --output .build/reproduced || exit; done
	@$(closedloop) verify $(options) --output .build/reproduced >/dev/null
	$(closedloop) compare figures .build/reproduced --except beyond

reproduce-beyond: $(stamps)/build ## The same for figures/beyond/
	@rm -rf .build/reproduced-beyond
	@for id in $$($(closedloop) list --ids --beyond); do \
	  $(closedloop) run $$id --output .build/reproduced-beyond || exit; done
	$(closedloop) compare figures/beyond .build/reproduced-beyond

reproduce-phase-diagrams: $(stamps)/build ## The same for Examples/PhaseDiagrams
	@rm -rf .build/reproduced-phases
	@Scripts/phase-diagrams $(closedloop) .build/reproduced-phases .build/reproduced-phases/maps
	$(closedloop) compare Examples/PhaseDiagrams/maps .build/reproduced-phases/maps

paper: $(stamps)/paper ## Build paper/main.pdf
	@:

lint: $(stamps)/set-up ## Check the format of the sources
	@Scripts/set-up swift
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks Examples

clean: ## Remove everything that was built
	rm -rf .build $(paper) paper/main.pdf figures/index.html

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 26

# Stamps: file times of a fresh clone mean nothing, so no target is a committed file. Swift may have gone since.

$(stamps)/set-up: Scripts/set-up
	@Scripts/set-up
	@mkdir -p $(@D) && touch $@

$(stamps)/build: $(sources) $(stamps)/set-up
	@Scripts/set-up swift
	swift build --configuration release --product closedloop
	@touch $@

# The review page is made of the results and is none of them: it is neither committed nor in the checksums.
$(stamps)/report: $(stamps)/figures $(if $(wildcard figures/index.html),,force)
	@$(closedloop) report --input figures
	@touch $@

$(stamps)/figures: $(stamps)/build $(if $(figures-intact),,force)
	@for id in $$($(closedloop) list --ids); do echo "figure $$id" && $(closedloop) run $$id $(options) --output figures || exit; done
	@$(closedloop) verify $(options) --output figures
	@cd figures && find . -type f ! -name SHA256SUMS ! -name index.html ! -path './.*/*' ! -path './beyond/*' | sed 's|^\./||' | LC_ALL=C sort \
	  | xargs sha256sum > ../.build/SHA256SUMS
	@cmp -s .build/SHA256SUMS figures/SHA256SUMS || cp .build/SHA256SUMS figures/SHA256SUMS
	@echo "$(SEED)" > $(stamps)/seed
	@echo "$$(ls figures/*.svg | wc -l) figures, their tables and the claims are in figures/"
	@touch $@

# What a draft takes from results: pictures in its own type, and numbers.

beyond     := $(wildcard figures/beyond/data/*)

$(stamps)/paper-figures: $(stamps)/figures $(beyond) $(if $(wildcard $(paper)/fig1.tex),,force)
	@mkdir -p $(paper)
	@for id in $$($(closedloop) list --ids); do \
	  $(closedloop) plot $$id --input figures --output $(paper) --terminal tikz || exit; done
	@for id in $$($(closedloop) list --ids --beyond); do \
	  $(closedloop) plot $$id --input figures/beyond --output $(paper) --terminal tikz || exit; done
	@cd $(paper) && echo 'set terminal tikz createstyle' | gnuplot -d
	@touch $@

$(stamps)/paper-numbers: $(stamps)/figures $(beyond) $(draft) $(wildcard $(paper)/numbers.tex) \
    $(if $(wildcard $(paper)/numbers.tex),,force)
	@$(closedloop) numbers --input figures --draft paper/main.tex --output $(paper)
	@touch $@

# No PDF of an earlier draft is left where LaTeX fails.
$(stamps)/paper: $(stamps)/paper-figures $(stamps)/paper-numbers $(draft) paper/refs.bib \
    $(if $(wildcard paper/main.pdf),,force)
	@rm -f paper/main.pdf
	@Scripts/set-up paper
	@cd paper && SOURCE_DATE_EPOCH=0 FORCE_SOURCE_DATE=1 latexmk -pdf -interaction=nonstopmode \
	  -halt-on-error -silent -outdir=../.build/paper main.tex >../.build/latexmk.log 2>&1 \
	  || { echo "LaTeX failed; the whole log is .build/paper/main.log" >&2; \
	       grep -A2 -m1 '^!' ../.build/paper/main.log >&2 || tail -n 5 ../.build/latexmk.log >&2; exit 1; }
	@cp .build/paper/main.pdf paper/main.pdf
	@touch $@

archive: $(stamps)/paper $(stamps)/report ## Pack all that belongs to a paper into one file
	@Scripts/archive closedloop-$$($(closedloop) --version | cut -d ' ' -f 1)

install: $(stamps)/set-up ## Install a program that needs no Swift, its manual and completions (PREFIX, DESTDIR)
	@Scripts/set-up swift
	@Scripts/install "$(DESTDIR)$(PREFIX)"

uninstall: ## Take away what make install put there (PREFIX, DESTDIR)
	@Scripts/install --remove "$(DESTDIR)$(PREFIX)"

review: $(stamps)/figures ## Hold the draft against the results
	@$(closedloop) review paper/main.tex
