# demo   builds limbeck and migrates the example project on SQLite: needs Rust, a C compiler and make, nothing else
# test   prepares what is missing, then runs every check that CI runs
# bench  limbeck and Alembic side by side, time and memory
# clean  removes what the others made

.PHONY: demo test bench clean

demo:
	scripts/demo.sh

test:
	scripts/test.sh

bench:
	scripts/bench.sh

clean:
	cargo clean
	rm -rf .venv
