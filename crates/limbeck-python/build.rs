//! The Python sources are frozen by a macro that cargo does not see through.
fn main() {
    println!("cargo::rerun-if-changed=src/facade");
    println!("cargo::rerun-if-changed=src/slim");
}
