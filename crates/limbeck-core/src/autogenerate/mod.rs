//! What differs between a database and the models of a project.

pub mod compare;
mod describe;
mod difference;
mod order;

pub use compare::{ColumnOf, ElementText, Item, ItemKind, Remark, Rules, compare};
pub use describe::{python_repr, type_repr};
pub use difference::Difference;
pub use order::{dangling_foreign_key, dependency_order};
