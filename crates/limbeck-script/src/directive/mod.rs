//! Directives: what a version script calls. Both readers deliver them, the binder turns them into operations.

mod value;

use limbeck_core::source::Location;

pub use value::{Absent, Call, Value};

/// One `op.NAME(...)` or `batch_op.NAME(...)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Directive {
    /// The name after the dot: `create_table`.
    pub name: String,
    /// Positional arguments.
    pub args: Vec<Value>,
    /// Keyword arguments in the order written.
    pub kwargs: Vec<(String, Value)>,
    /// Where the call stands.
    pub location: Location,
}

/// What a script does, in order.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// `op.NAME(...)`, or inside a batch block `batch_op.NAME(...)` and also `op.NAME(...)`; see `in_batch`.
    Directive {
        /// The call.
        directive: Directive,
        /// Whether it was made on the object of the innermost batch block.
        in_batch: bool,
    },
    /// `with op.batch_alter_table(...)`: the block begins. The directive holds the block's arguments.
    BeginBatch(Directive),
    /// The innermost batch block ends.
    EndBatch,
    /// `with op.get_context().autocommit_block()`: the block begins.
    BeginAutocommit(Location),
    /// The autocommit block ends.
    EndAutocommit,
}
