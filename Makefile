# The commands of this project. Each is a short script in scripts/.
.PHONY: help setup serve check test test-engines proof fuzz mutants findings catalogue product advisories dist single size reproduce measure pictures clean

help:
	@echo 'make serve   set up what is missing, serve the page on http://127.0.0.1:8080'
	@echo 'make test    set up what is missing, run every test (as CI does)'
	@echo 'make test-engines  the tests in a browser in Firefox and WebKit too, with what make dist has built'
	@echo 'make check   format, lints and the tests that need no browser'
	@echo 'make proof   run the commands that the page gives with many more values; takes 15 minutes'
	@echo 'make fuzz    look for input that is parsed incorrectly; takes some minutes'
	@echo 'make mutants  look for changes of the code that no test notices; takes half an hour for a hundredth'
	@echo 'make findings  generate the list in FINDINGS.md'
	@echo 'make product FILE=<file>  check the files of a product, wherever they are; of all in a folder, if that is named'
	@echo 'make catalogue  generate the list of products from their files, and the JSON Schemas of all files'
	@echo 'make advisories  compare the lock files with the RustSec database, which it fetches'
	@echo 'make dist    build the finished site into dist/'
	@echo 'make single PRODUCTS=<folder>  the page as one file that is opened from a disk, with the products of a folder or without'
	@echo 'make size    print what the page costs over the network, and what the program consists of'
	@echo 'make reproduce  build the last commit twice and compare; takes ten minutes'
	@echo 'make measure  measure how fast the page starts, next to two others, in a slowed down browser'
	@echo 'make pictures  take the pictures of the documentation from the built page'
	@echo 'make setup   only set up what serve and dist need'
	@echo 'make clean   remove what was built'

setup:
	@scripts/setup

serve:
	@scripts/setup --for-serve
	@scripts/serve

check:
	@scripts/setup --for-check
	@scripts/check

test:
	@scripts/test

test-engines:
	@scripts/engines

proof:
	@scripts/setup --for-check
	@scripts/proof

fuzz:
	@scripts/setup --for-fuzz
	@scripts/fuzz

mutants:
	@scripts/setup --for-mutants
	@scripts/mutants

findings:
	@UPDATE_FINDINGS=1 cargo test --locked --no-default-features --quiet --test it project::findings_list

catalogue:
	@cargo run --locked --quiet --package authdesk-catalog -- write

# FILE gets to the shell as it was typed, because make hands it on.
product:
	@cargo run --locked --quiet --package authdesk-catalog -- product "$$FILE"

advisories:
	@scripts/setup --for-check
	@scripts/advisories

dist:
	@scripts/setup
	@scripts/dist

# PRODUCTS gets to the shell as FILE does.
single:
	@scripts/setup
	@scripts/single "$$PRODUCTS"

size:
	@scripts/setup --for-size
	@scripts/size

reproduce:
	@scripts/reproduce

measure:
	@scripts/setup --for-measure
	@scripts/dist
	@scripts/measure

pictures:
	@scripts/setup --for-measure
	@scripts/dist
	@scripts/pictures

clean:
	cargo clean
	rm -rf dist fuzz/artifacts fuzz/corpus fuzz/target
