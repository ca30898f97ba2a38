//! What differs between a database and the models of a project.

pub mod compare;
mod describe;
mod difference;
mod enums;
mod order;
mod wording;

pub use compare::{ColumnOf, ElementText, Item, ItemKind, Kept, Remark, Rules, Sequences, compare, take_late_keys};
pub use describe::{python_repr, type_repr};
pub use difference::{Conversion, Difference};
pub use enums::{EnumChange, EnumType, EnumUser};
pub use order::{dangling_foreign_key, dependency_order, removal_order};
